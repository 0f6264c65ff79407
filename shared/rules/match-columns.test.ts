import { describe, expect, it } from "vitest";
import { matchColumns, noSelector, type SelectableColumn } from "./match-columns.ts";

const column = (table: string, name: string, kind = "text", rest: Partial<SelectableColumn> = {}) => ({
  table,
  column: name,
  kind,
  rule: "pattern",
  ...rest,
});
const columns = [
  column("customers", "email", "text", { personal: "email", rule: "internet.email" }),
  column("customers", "created_at", "timestamp"),
  column("sales.orders", "Created_At", "timestamp"),
  column("sales.orders", "at", "integer"),
  column("sales.orders", "price.net", "decimal"),
];
const found = (selector: Partial<typeof noSelector>) =>
  matchColumns({ ...noSelector, ...selector }, columns).map((one) => `${one.table}.${one.column}`);

describe("choosing columns by a pattern", () => {
  it("goes by name, whatever the case, with or without the table", () => {
    expect(found({ name: "*_at" })).toEqual(["customers.created_at", "sales.orders.Created_At"]);
    expect(found({ name: "orders.*_at" })).toEqual(["sales.orders.Created_At"]);
    expect(found({ name: "a?, email" })).toEqual(["customers.email", "sales.orders.at"]);
  });

  it("takes signs of expressions as they are", () => {
    expect(found({ name: "price.net" })).toEqual(["sales.orders.price.net"]);
    expect(found({ name: "price+net" })).toEqual([]);
    expect(found({ name: "((((" })).toEqual([]);
  });

  it("joins table, kind, personal category and rule", () => {
    expect(found({ table: "ord*", kind: "timestamp" })).toEqual(["sales.orders.Created_At"]);
    expect(found({ personal: "email" })).toEqual(["customers.email"]);
    expect(found({ rule: "internet.email", table: "orders" })).toEqual([]);
  });

  it("means no column where nothing is said", () => {
    expect(found({})).toEqual([]);
    expect(found({ name: "  " })).toEqual([]);
  });
});
