import { describe, expect, it } from "vitest";
import { fuzzyMatch, fuzzySearch, searchable } from "./fuzzy.ts";

const tables = ["orders", "order_items", "customers", "customer_orders", "products", "OrderLine"];
const things = tables.map((name) => searchable(name, name));
const found = (query: string): readonly string[] => fuzzySearch(query, things, 10).map(({ item }) => item);

describe("fuzzy search", () => {
  it("puts the exact name first", () => expect(found("orders")[0]).toBe("orders"));

  it("prefers the beginning of a name to its middle", () => {
    expect(found("order").indexOf("order_items")).toBeLessThan(found("order").indexOf("customer_orders"));
  });

  it("finds a name by the beginnings of its words, also in camel case", () => {
    expect(found("oi")[0]).toBe("order_items");
    expect(found("ol")[0]).toBe("OrderLine");
  });

  it("wants every word, in any order", () => {
    expect(found("items order")).toEqual(["order_items"]);
    expect(found("items customers")).toEqual([]);
  });

  it("leaves out names that only happen to have the letters", () => expect(found("rds")).not.toContain("products"));

  it("marks what matched", () => {
    expect(fuzzyMatch("item", "order_items")?.positions).toEqual([6, 7, 8, 9]);
    expect(fuzzyMatch("oi", "order_items")?.positions).toEqual([0, 6]);
  });

  it("keeps everything in its order while nothing is typed", () => expect(found("")).toEqual(tables));

  it("does not stumble over letters whose case changes their length", () => {
    expect(fuzzyMatch("x", "İx")).toBeDefined();
    expect(fuzzyMatch("y", "İx")).toBeUndefined();
  });
});
