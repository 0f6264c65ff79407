import { expect, test } from "vitest";
import { nounOf, wordsOf } from "./words.ts";

test.each([
  ["nationalidnumber", "national id number"],
  ["isactive", "is active"],
  ["purchaseordernumber", "purchase order number"],
  ["sellenddate", "sell end date"],
  ["customerid", "customer id"],
  ["mothersname", "mothers name"],
  ["addressline1", "address line 1"],
  ["autoRefreshrate", "auto refreshrate"],
  ["otheremail", "other email"],
  ["typeofrevenue", "revenue type"],
  ["codpostal", "cod postal"],
  ["rechnungsdatum", "rechnungs datum"],
])("a name without marks is read by the words it is made of: %s", (name, words) => {
  expect(wordsOf(name)).toBe(words);
});

test.each([
  "valid",
  "format",
  "paid",
  "grid",
  "location",
  "version",
  "person",
  "island",
  "reason",
  "timestamp",
  "password",
  "season",
  "android",
  "history",
  "another",
  "mother",
  "software",
  "permission",
  "condition",
  "customs",
])("a word stays whole although others stand in it: %s", (word) => {
  expect(wordsOf(word)).toBe(word);
});

test("a table's noun is the singular of its last word there, too", () => {
  expect(nounOf("orderitems")).toBe("order item");
  expect(nounOf("productreviews")).toBe("product review");
});
