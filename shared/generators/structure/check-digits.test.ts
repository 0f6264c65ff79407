import { isValidBIC, isValidIBAN } from "ibantools";
import { describe, expect, test } from "vitest";
import { bind, cellsOf, range } from "../test-bench.ts";
import { codeForms } from "./check-digits.ts";
import { code } from "./code.ts";

const complete = (id: string, payload: string): string =>
  codeForms.find((form) => form.id === id)?.complete(payload) ?? "";
const cells = (id: string, count = 300): string[] =>
  cellsOf(
    bind(code, { code: id }, { type: { kind: "text" }, locales: [], unique: true, rowCount: count }),
    range(count),
  ).map(String);

describe("check digits", () => {
  // Codes in print: their payloads give them back.
  test.each([
    ["EAN-13", "400638133393", "4006381333931"],
    ["EAN-8", "7351353", "73513537"],
    ["UPC-A", "03600029145", "036000291452"],
    ["GTIN-14", "1061414100041", "10614141000415"],
    ["ISBN-13", "978030640615", "9780306406157"],
    ["ISBN-10", "097522980", "097522980X"],
    ["ISSN", "2434561", "2434-561X"],
    ["LEI", "5493001KJTIIGC8Y1R", "5493001KJTIIGC8Y1R12"],
    ["IMEI", "49015420323751", "490154203237518"],
    ["VIN", "1M8GDM9AKP042788", "1M8GDM9AXKP042788"],
    ["IBAN-DE", "370400440532013000", "DE89370400440532013000"],
    ["IBAN-GB", "NWBK60161331926819", "GB29NWBK60161331926819"],
    ["IBAN-NL", "ABNA0417164300", "NL91ABNA0417164300"],
    ["IBAN-FR", "20041010050500013M026".replace("M", "1"), /^FR\d\d20041010050500013102/],
  ])("%s", (id, payload, expected) => {
    expect(complete(id, payload)).toMatch(expected instanceof RegExp ? expected : new RegExp(`^${expected}$`));
  });

  test("accounts and banks are valid, and of no bank", () => {
    for (const id of ["IBAN-DE", "IBAN-GB", "IBAN-FR"])
      expect(cells(id).filter((iban) => !isValidIBAN(iban))).toEqual([]);
    expect(cells("BIC").filter((bic) => !isValidBIC(`${bic.slice(0, 4)}DE${bic.slice(6)}`))).toEqual([]);
  });

  test("codes of a unique column differ", () => {
    for (const { id } of codeForms) expect(new Set(cells(id)).size).toBe(300);
  });

  test("a code that is too long for the column says which is not", () => {
    const params = code.params.parse({ code: "LEI" }) as Record<string, unknown>;
    expect(code.problems?.(params, { type: { kind: "text", maxLength: 12 }, columns: [] })).toMatchObject([
      { message: "A LEI has 20 characters, more than the column holds.", fix: { params: { code: "EAN-8" } } },
    ]);
  });
});
