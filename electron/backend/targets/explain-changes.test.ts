import { expect, test } from "vitest";
import type { ExportTarget, Project } from "../../../shared/project/project.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import type { ColumnModel, SchemaModel } from "../../../shared/schema/schema-model.ts";
import { explainChanges } from "./explain-changes.ts";
import { settingsOf, stateOf } from "./locked-state.ts";

const column = (name: string, type = "INTEGER"): ColumnModel => ({
  name,
  type,
  valueType: { kind: "integer", bits: 64 },
  nullable: true,
});
const table = (id: string, columns: readonly ColumnModel[], parent?: string): SchemaModel["tables"][number] => ({
  id,
  schema: "main",
  name: id,
  columns,
  primaryKey: ["id"],
  uniques: [],
  foreignKeys:
    parent === undefined
      ? []
      : [
          {
            name: "",
            columns: ["parent"],
            referencedTable: { schema: "main", name: parent },
            referencedColumns: ["id"],
          },
        ],
  checks: [],
});
const model: SchemaModel = {
  engine: "sqlite",
  defaultSchema: "main",
  tables: [
    table("customers", [column("id"), column("score")]),
    table("orders", [column("id"), column("parent"), column("total")], "customers"),
    table("notes", [column("id"), column("n")]),
  ],
  views: [],
};
const integer = (params: Record<string, unknown>, more: Partial<Extract<Rule, { kind: "generate" }>> = {}): Rule => ({
  kind: "generate",
  generator: "integer",
  params,
  ...more,
});
const project: Project = {
  seedloom: 1,
  source: "",
  seed: 1,
  now: "2026-11-22",
  locales: { en: 1 },
  tables: { orders: { columns: { total: integer({ min: 1, max: 9 }) } } },
  scenarios: { smoke: { seed: 5, tables: {} } },
  exports: [],
};
const target: ExportTarget = { format: "sql", options: {}, to: "seeds" };

interface Edit {
  readonly project?: Partial<Project>;
  readonly model?: SchemaModel;
  readonly target?: ExportTarget;
  readonly referenceDate?: string;
  readonly scenario?: string;
}

/** The reasons for a table's file after an edit. */
function reasons(of: string, edit: Edit): readonly string[] {
  const [, state] = stateOf({ model, planned: project });
  const scenario = edit.scenario === undefined ? {} : { scenario: edit.scenario };
  return explainChanges(
    { state, target: { referenceDate: "2026-11-22", settings: settingsOf(target), ...scenario } },
    {
      session: { model: edit.model ?? model, planned: { ...project, ...edit.project } },
      target: edit.target ?? target,
      referenceDate: edit.referenceDate ?? "2026-11-22",
      models: [model],
      ...scenario,
    },
  )(of);
}

const total = (rule: Rule): Edit => ({ project: { tables: { orders: { columns: { total: rule } } } } });

test("an edit of a parameter is named as it was made", () => {
  expect(reasons("orders", total(integer({ min: 3, max: 9 })))).toEqual(["orders.total has minimum 3 instead of 1."]);
  expect(reasons("orders", total(integer({ min: 1, max: 9 }, { nulls: 0.25, unique: true })))).toEqual([
    "orders.total has 25% NULL instead of 0%, became unique.",
  ]);
});

test("another rule is told in the words of both", () => {
  const [said] = reasons("orders", total({ kind: "null" }));
  expect(said).toMatch(/^orders\.total is NULL, and was Integer \(/);
});

test("a table without an edit of its own has the reason of the nearest that has one", () => {
  const edit: Edit = { project: { tables: { ...project.tables, customers: { rows: 20, columns: {} } } } };
  expect(reasons("orders", edit)).toEqual(["customers has 20 rows, and had 1000."]);
  expect(reasons("customers", total(integer({ min: 2, max: 9 })))).toEqual([
    "orders.total has minimum 2 instead of 1.",
  ]);
});

test("seed, date and settings of the export count for all its files", () => {
  expect(reasons("notes", { project: { seed: 7 } })).toEqual(["The seed is 7, and was 1."]);
  // The scenario has a seed of its own.
  expect(reasons("notes", { project: { seed: 7 }, scenario: "smoke" })).toEqual([]);
  expect(reasons("notes", { referenceDate: "2026-11-23" })).toEqual([
    "The reference date is 2026-11-23, and was 2026-11-22.",
  ]);
  expect(reasons("notes", { target: { ...target, options: { statement: "upsert" } } })).toEqual([
    "The export's `statement` is upsert, and was not set.",
  ]);
});

test("a change of the schema is named by its column", () => {
  const [customers, , notes] = model.tables;
  if (customers === undefined || notes === undefined) throw new Error("no tables");
  const changed = table("orders", [column("id"), column("parent"), column("total", "BIGINT")], "customers");
  const [said] = reasons("orders", { model: { ...model, tables: [customers, changed, notes] } });
  expect(said).toContain("orders.total");
  expect(said).toContain("BIGINT");
});

test("nothing is made up where nothing was edited", () => {
  expect(reasons("orders", {})).toEqual([]);
});
