import { expect, it } from "vitest";
import { catalogue } from "../catalogue/index.ts";
import { newProject } from "../project/new-project.ts";
import type { TableDesign } from "../project/project.ts";
import { designOf } from "../rules/design-of.ts";
import { findPersonal } from "../rules/personal/find-personal.ts";
import type { ColumnModel, SchemaModel } from "../schema/schema-model.ts";
import { compilePlan } from "./compile-plan.ts";
import { undecidedNew, undecidedPersonal, undoneByDictionary } from "./undecided.ts";

const column = (name: string): ColumnModel => ({ name, type: "TEXT", valueType: { kind: "text" }, nullable: true });
const modelOf = (...names: readonly string[]): SchemaModel => ({
  engine: "sqlite",
  defaultSchema: "main",
  views: [],
  tables: [
    {
      id: "customers",
      schema: "main",
      name: "customers",
      columns: names.map(column),
      primaryKey: [],
      uniques: [],
      foreignKeys: [],
      checks: [],
    },
  ],
});
const model = modelOf("email", "phone", "colour");
const findings = findPersonal(model, { given: new Set(), family: new Set(), cities: new Set() });

function planOf(columns: TableDesign["columns"], mode: TableDesign["mode"] = "mask") {
  const project = {
    ...newProject({ source: "x", seed: 1, now: "2026-01-01", locales: { en: 1 } }),
    tables: { customers: { mode, columns } },
  };
  const design = designOf(model, project, catalogue);
  return compilePlan({ design, catalogue, referenceDate: "2026-01-01", locales: [] });
}
const places = (problems: readonly { readonly column?: string }[]) => problems.map((problem) => problem.column);

it("a personal column is undecided until it is masked, made anew, or kept with a reason", () => {
  expect(places(undecidedPersonal(planOf({}), findings))).toEqual(["email", "phone"]);
  expect(places(undecidedPersonal(planOf({ email: { kind: "keep" } }), findings))).toEqual(["email", "phone"]);
  const decided = planOf({
    email: { kind: "mask", mask: "email", params: {} },
    phone: { kind: "keep", reason: "the office's" },
  });
  expect(undecidedPersonal(decided, findings)).toEqual([]);
  expect(places(undecidedPersonal(planOf({ email: { kind: "null" } }), findings))).toEqual(["phone"]);
  expect(undecidedPersonal(planOf({}, "generate"), findings)).toEqual([]);
});

it("every proposed way out can be taken", () => {
  for (const { fixes } of undecidedPersonal(planOf({}), findings)) {
    expect(fixes.length).toBeGreaterThan(0);
    for (const { edit } of fixes) {
      if (edit.kind !== "set-rule" || edit.rule === null) throw new Error("not a rule");
      const plan = planOf({ [edit.column]: edit.rule });
      expect(plan.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    }
  }
});

it("a column that the saved schema has not is undecided, whatever its name", () => {
  expect(places(undecidedNew(planOf({}), modelOf("email", "phone")))).toEqual(["colour"]);
  expect(undecidedNew(planOf({ colour: { kind: "keep", reason: "a colour" } }), modelOf("email", "phone"))).toEqual([]);
});

it("a mask without a key that keeps equality can be undone with a dictionary, and that is told", () => {
  const partial = planOf({ phone: { kind: "mask", mask: "partial", params: {} } });
  expect(places(undoneByDictionary(partial, findings))).toEqual(["phone"]);
  const keyed = planOf({
    phone: { kind: "mask", mask: "hash", params: {} },
    email: { kind: "mask", mask: "constant", params: {} },
  });
  expect(undoneByDictionary(keyed, findings)).toEqual([]);
  const coarser = planOf({ phone: { kind: "mask", mask: "postcode", params: { keep: 2, hipaa: false } } });
  expect(undoneByDictionary(coarser, findings)).toEqual([]);
});
