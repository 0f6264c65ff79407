import { describe, expect, test } from "vitest";
import { catalogue } from "../../../shared/catalogue/index.ts";
import { applyWithin } from "../../../shared/project/apply-within.ts";
import { suggestedRules } from "../../../shared/project/changed-suggestions.ts";
import { newProject } from "../../../shared/project/new-project.ts";
import type { Project } from "../../../shared/project/project.ts";
import type { SuggestedRules } from "../../../shared/project/suggested-rules.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import type { ColumnModel, SchemaModel, TableModel } from "../../../shared/schema/schema-model.ts";
import { SchemaState } from "./schema-state.ts";
import { SuggestionState } from "./suggestion-state.ts";

const column = (name: string, kind: "text" | "integer"): ColumnModel => ({
  name,
  type: "",
  valueType: kind === "text" ? { kind } : { kind, bits: 64 },
  nullable: false,
});
const table = (id: string, ...columns: readonly ColumnModel[]): TableModel => ({
  id,
  schema: "main",
  name: id,
  columns: [column("id", "integer"), ...columns],
  primaryKey: ["id"],
  uniques: [],
  foreignKeys: [],
  checks: [],
});
const model: SchemaModel = {
  engine: "sqlite",
  defaultSchema: "main",
  tables: [
    table("customers", column("email", "text"), column("city", "text")),
    table("orders", column("buyer", "integer"), column("note", "text")),
  ],
  views: [],
};
const project = newProject({ source: "x", seed: 1, now: "2026-11-22", locales: { en: 1 } });
const now = suggestedRules(model, project, catalogue);

/** What an earlier release suggested. */
function earlier(changed: Readonly<Record<string, SuggestedRules[string]>>): SuggestedRules {
  const laid = Object.entries(changed).map(([id, { rows, columns }]) => {
    const count = rows === undefined ? {} : { rows };
    return [id, { ...now[id], ...count, columns: { ...now[id]?.columns, ...columns } }];
  });
  return { ...now, ...(Object.fromEntries(laid) as SuggestedRules) };
}
const state = (recorded: SuggestedRules | undefined, opened: Project = project): SuggestionState =>
  new SuggestionState(recorded, opened, new SchemaState(model, model));
const rule = (generator: string, params: Record<string, unknown> = {}): Rule => ({
  kind: "generate",
  generator,
  params,
});
const city = earlier({ customers: { columns: { city: { choice: { Malmö: 1, Lund: 2 } } } } });
const cityRule = rule("weighted-choice", { values: { Malmö: 1, Lund: 2 } });

describe("a project that was designed with other suggestions", () => {
  test("says which columns, and nothing where all is as it was or nobody knows", () => {
    expect(state(now).problem(project)).toBeUndefined();
    expect(state(undefined).problem(project)).toBeUndefined();
    const problem = state(city).problem(project);
    expect(problem?.message).toMatch(/: customers\.city\.$/);
    expect(problem?.explanation).toMatch(/^customers\.city: .*, was \{ choice: \{ "Malmö": 1, Lund: 2 \} \}\./);
  });

  test("is told nothing of columns that it has a rule for, or takes from the source, but of those that a scenario makes", () => {
    const set = { customers: { columns: { city: rule("slug") } } };
    expect(state(city).problem({ ...project, tables: set })).toBeUndefined();
    const masked = { ...project, tables: { customers: { mode: "mask" as const, columns: {} } } };
    expect(state(city).problem(masked)).toBeUndefined();
    const made = { smoke: { tables: { customers: { mode: "generate" as const, columns: {} } } } };
    expect(state(city).problem({ ...masked, scenarios: made })?.message).toContain("customers.city");
  });

  test("keeps them in the lock until it takes the new ones, and undo takes that back", () => {
    const suggestions = state(city);
    expect(suggestions.toKeep(project)).toEqual(city);
    const take = suggestions.problem(project)?.fixes.find(({ edit }) => edit.kind === "take-suggestions");
    const taken = take === undefined ? project : applyWithin(project, null, take.edit);
    expect(suggestions.problem(taken)).toBeUndefined();
    expect(suggestions.toKeep(taken)).toEqual(now);
    expect(suggestions.toKeep(project)).toEqual(city);
  });

  test("says them itself when they are kept: for all its scenarios, whichever is on screen", () => {
    const scenarios = { smoke: { rows: 5, tables: {} } };
    const suggestions = state(earlier({ customers: { rows: 40, columns: city["customers"]?.columns ?? {} } }));
    const keep = suggestions.problem(project)?.fixes[0];
    const kept = keep === undefined ? project : applyWithin({ ...project, scenarios }, "smoke", keep.edit);
    expect(kept).toEqual({
      ...project,
      scenarios,
      tables: { customers: { rows: 40, columns: { city: cityRule } } },
    });
    expect(suggestions.problem(kept)).toBeUndefined();
    expect(suggestions.toKeep(kept)["customers"]?.columns).not.toHaveProperty("city");
  });

  test("is told what it cannot say itself: a rule that is gone, and rows that lay by nobody's", () => {
    const gone = earlier({ customers: { columns: { city: { "no-such": 1 } } } });
    const lost = state(gone).problem(project);
    expect(lost?.explanation).toContain("cannot say what was suggested for customers.city.");
    expect(lost?.fixes.map(({ label }) => label)).toEqual(["Take the new rules"]);
    const owned = earlier({ orders: { rows: { per: "customers", from: 1, to: 5, without: 0 }, columns: {} } });
    const fixed: Project = { ...project, tables: { orders: { rows: 50, columns: {} } } };
    expect(
      state(owned)
        .problem(fixed)
        ?.fixes.map(({ label }) => label),
    ).toEqual(["Take the new rules"]);
    expect(state(owned).problem(project)?.fixes).toHaveLength(2);
  });

  test("is told nothing of row counts that stand in it, nor of a key that is added while it is open", () => {
    const counted = earlier({ customers: { rows: 40, columns: {} } });
    expect(state(counted).problem({ ...project, rows: 10 })).toBeUndefined();
    const references = [{ columns: ["buyer"], to: "customers", key: ["id"] }];
    const keyed: Project = { ...project, tables: { orders: { references, columns: {} } } };
    const suggestions = state(now);
    expect(suggestions.problem(keyed)).toBeUndefined();
    const kept = suggestions.toKeep(keyed);
    expect(kept["orders"]?.columns["buyer"]).toBe("foreign-key");
    expect(state(kept, keyed).problem(keyed)).toBeUndefined();
  });

  test("that takes a changed schema over keeps them for the columns that the change does not touch", () => {
    const moved = model.tables.map((one) =>
      one.id === "customers"
        ? { ...one, columns: [column("id", "integer"), column("email", "text"), column("city", "integer")] }
        : { ...one, columns: [...one.columns, column("phone", "text")] },
    );
    const schema = new SchemaState(model, { ...model, tables: moved });
    const note = { choice: { x: 1 } };
    const suggestions = new SuggestionState(
      { ...city, orders: { rows: now["orders"]?.rows, columns: { ...now["orders"]?.columns, note } } },
      project,
      schema,
    );
    const taken = { ...project, taken: schema.migrate(project, []).taken };
    expect(suggestions.problem(taken)?.message).toMatch(/: orders\.note\.$/);
    const kept = suggestions.toKeep(taken);
    expect(kept["orders"]?.columns).toMatchObject({ note, phone: expect.anything() as unknown });
    expect(kept["customers"]?.columns["city"]).not.toEqual(city["customers"]?.columns["city"]);
  });
});
