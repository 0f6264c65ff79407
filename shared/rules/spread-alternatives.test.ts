import { describe, expect, test } from "vitest";
import type { EngineId } from "../schema/schema-model.ts";
import { tableFacts } from "./column-facts.ts";
import { columnOf, tableOf } from "./small-schema.ts";

/** What the checks of a table say of its columns' NULLs: a condition, a share, or that there is always a value. */
function decided(
  columns: Readonly<Record<string, string>>,
  checks: readonly string[],
  engine: EngineId = "postgresql",
): Readonly<Record<string, unknown>> {
  const table = tableOf(
    "t",
    Object.entries(columns).map(([name, type]) =>
      columnOf(name.replace("?", ""), type, { nullable: name.endsWith("?") }),
    ),
    { checks: checks.map((expression) => ({ name: "c", expression })) },
  );
  const facts = tableFacts(table, engine);
  return Object.fromEntries(
    table.columns.flatMap(({ name }) => {
      const { when, nulls, nullness } = facts.of(name);
      const said = when ?? nulls ?? nullness;
      return said === undefined ? [] : [[name, said]];
    }),
  );
}

describe("rows spread over the alternatives of a check", () => {
  test("by a status: (status <> 'shipped' OR shipped_at IS NOT NULL)", () => {
    const columns = { status: "text", "shipped_at?": "timestamp", "cancelled_at?": "timestamp" };
    expect(
      decided(columns, [
        "status IN ('new', 'shipped', 'cancelled')",
        "status <> 'shipped' OR shipped_at IS NOT NULL",
        "(status = 'cancelled') = (cancelled_at IS NOT NULL)",
      ]),
    ).toEqual({ shipped_at: 'status == "shipped"', cancelled_at: 'status == "cancelled"' });
  });

  test("by several checks of one column, of which one forbids a value", () => {
    const columns = { status: "text", "paid_at?": "timestamp" };
    const open = "status <> 'new' OR paid_at IS NULL";
    expect(decided(columns, [open])).toEqual({ paid_at: 'status != "new"' });
    expect(decided(columns, [open, "status <> 'paid' OR paid_at IS NOT NULL"])).toEqual({
      paid_at: 'status == "paid"',
    });
  });

  test("by CASE, and by the kind that each alternative names", () => {
    const because = "CASE WHEN status = 'cancelled'::text THEN reason IS NOT NULL ELSE reason IS NULL END";
    expect(decided({ status: "text", "reason?": "text" }, [because])).toEqual({ reason: 'status == "cancelled"' });
    const payment = `(kind = 'card' AND card IS NOT NULL AND iban IS NULL) OR (kind = 'transfer' AND iban IS NOT NULL AND card IS NULL)
      OR (kind = 'cash' AND card IS NULL AND iban IS NULL)`;
    expect(decided({ kind: "text", "card?": "text", "iban?": "text" }, [payment])).toEqual({
      kind: "required",
      card: 'kind == "card"',
      iban: 'kind == "transfer"',
    });
  });

  test("by a truth, in the grammar of each engine", () => {
    const columns = { active: "boolean", "ended_on?": "date" };
    const said = { ended_on: "active == false" };
    expect(decided(columns, ["active OR ended_on IS NOT NULL", "NOT active OR ended_on IS NULL"])).toEqual({
      ended_on: "active != true",
    });
    expect(decided(columns, ["`active` <> 0 or `ended_on` is not null"], "mysql")).toEqual(said);
  });

  test("by which of several columns has a value: exactly one, at least one, both or neither", () => {
    const columns = { "a?": "integer", "b?": "integer", "c?": "integer" };
    expect(decided(columns, ["num_nonnulls(a, b, c) = 1"])).toEqual({
      a: 0.67,
      b: "a == null && random() < 0.5",
      c: "a == null && b == null",
    });
    expect(decided(columns, ["a IS NOT NULL OR b IS NOT NULL"])).toEqual({
      a: 0.25,
      b: "a == null || random() < 0.9",
    });
    expect(decided(columns, ["coalesce(a, b) IS NOT NULL"])).toEqual(
      decided(columns, ["a IS NOT NULL OR b IS NOT NULL"]),
    );
    expect(decided(columns, ["(a IS NULL) = (b IS NULL)"])).toEqual({ a: 0.5, b: "a != null" });
    expect(decided(columns, ["(a BETWEEN 1 AND 9 AND b IS NULL) OR (a IS NULL AND b > 0)"])).toEqual({
      a: 0.5,
      b: "a == null",
    });
  });

  test("an end has a value where its beginning has one, whichever stands first", () => {
    expect(
      decided({ "ends?": "date", "starts?": "date" }, ["(ends IS NULL) = (starts IS NULL)", "starts < ends"]),
    ).toEqual({
      starts: 0.5,
      ends: "starts != null",
    });
  });
});

describe("one alternative holds for all rows", () => {
  test.each([
    [
      "where a column that must have a value would be NULL",
      { a: "integer", b: "integer" },
      ["a IS NULL OR b IS NULL OR a > 5"],
    ],
    [
      "where columns would decide about each other",
      { "a?": "integer", "b?": "integer" },
      ["a IS NOT NULL OR b IS NOT NULL", "a < b"],
    ],
  ])("%s", (_why, columns, checks) => {
    expect(
      Object.values(decided(columns, checks)).filter((said) => typeof said === "string" && said !== "required"),
    ).toEqual([]);
  });
});
