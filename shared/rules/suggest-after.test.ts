import { describe, expect, test } from "vitest";
import { tableFacts } from "./column-facts.ts";
import { columnOf, tableOf } from "./small-schema.ts";
import { suggestAfter } from "./suggest-after.ts";

/** What each column follows, in a table of these. */
function followed(table: string, columns: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const one = tableOf(
    table,
    Object.entries(columns).map(([name, type]) => columnOf(name, type)),
  );
  const after = suggestAfter(one, tableFacts(one, "postgresql"));
  return Object.fromEntries([...after].map(([name, { base }]) => [name, base]));
}

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
