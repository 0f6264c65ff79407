import { describe, expect, test } from "vitest";
import { tableFacts } from "./column-facts.ts";
import { columnOf, tableOf } from "./small-schema.ts";
import { suggestAfter, type AfterSuggestion } from "./suggest-after.ts";

/** The rules of what follows something, in a table of these columns; a type with a ? may be NULL. */
function rulesOf(table: string, columns: Readonly<Record<string, string>>): ReadonlyMap<string, AfterSuggestion> {
  const one = tableOf(
    table,
    Object.entries(columns).map(([name, type]) =>
      columnOf(name, type.replace("?", ""), { nullable: type.endsWith("?") }),
    ),
  );
  return suggestAfter(one, tableFacts(one, "postgresql"));
}

/** What each column follows, in a table of these. */
const followed = (table: string, columns: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries([...rulesOf(table, columns)].map(([name, { base }]) => [name, base]));

describe("a date follows", () => {
  test("the date of the same stem", () => {
    expect(followed("procedures", { procedure_date: "date", procedure_end_date: "date" })).toEqual({
      procedure_end_date: "procedure_date",
    });
  });

  test("the beginning, where its own stem has none", () => {
    expect(followed("drug_exposure", { drug_exposure_start_date: "date", verbatim_end_date: "date" })).toEqual({
      verbatim_end_date: "drug_exposure_start_date",
    });
  });

  test("the date its row is about, where it says when that was changed", () => {
    expect(followed("rental", { rental_date: "timestamp", last_update: "timestamp" })).toEqual({
      last_update: "rental_date",
    });
  });

  test("its creation, where it is a participle alone", () => {
    expect(followed("tickets", { created: "timestamp", closed: "timestamp" })).toEqual({ closed: "created" });
  });

  test("its creation, where both are seconds since 1970", () => {
    const task = {
      date_creation: "integer",
      date_due: "integer",
      priority_date: "smallint",
      date_modification: "integer",
    };
    expect(followed("tasks", task)).toEqual({ date_due: "date_creation", date_modification: "date_creation" });
  });

  test("its own day, where it is the moment of it", () => {
    const visit = { start_date: "date", start_datetime: "timestamp", end_date: "date", end_datetime: "timestamp" };
    expect(followed("visits", visit)).toEqual({
      start_datetime: "start_date",
      end_date: "start_date",
      end_datetime: "end_date",
    });
  });
});

describe("what would lie after today", () => {
  const future = (table: string, columns: Readonly<Record<string, string>>, name: string): unknown =>
    rulesOf(table, columns).get(name)?.rule.params["future"];

  test("has not happened yet where it may be NULL, and is held back where it may not", () => {
    expect(future("orders", { ordered_at: "timestamp", shipped_at: "timestamp?" }, "shipped_at")).toBe("empty");
    expect(future("orders", { ordered_at: "timestamp", shipped_at: "timestamp" }, "shipped_at")).toBe("never");
  });

  test("is no change that has been made", () => {
    expect(future("users", { created_at: "timestamp", updated_at: "timestamp?" }, "updated_at")).toBe("never");
    expect(future("rental", { rental_date: "timestamp", last_update: "timestamp?" }, "last_update")).toBe("never");
  });

  test("may be due or the end of a contract", () => {
    expect(future("orders", { ordered_at: "timestamp", due_date: "timestamp" }, "due_date")).toBeUndefined();
    expect(future("contracts", { start_date: "date", end_date: "date" }, "end_date")).toBeUndefined();
    expect(future("observation_period", { start_date: "date", end_date: "date" }, "end_date")).toBe("never");
  });
});

test("how long something takes is said by its table: a session is over in hours, a period in months", () => {
  const took = (table: string, type: string): unknown =>
    rulesOf(table, { start_date: type, end_date: type }).get("end_date")?.rule.params;
  expect(took("login_sessions", "timestamp")).toMatchObject({ min: 1, max: 240, unit: "minutes" });
  expect(took("login_sessions", "date")).toMatchObject({ min: 0, max: 14 });
  expect(took("payer_plan_periods", "date")).toMatchObject({ min: 90, max: 730 });
});
