import { describe, expect, test } from "vitest";
import { applyEdit } from "../project/apply-edit.ts";
import { fixtureCatalogue } from "../project/fixture-catalogue.ts";
import { newProject } from "../project/new-project.ts";
import type { VirtualKey } from "../project/project.ts";
import { readProjectFile } from "../project/read-project-file.ts";
import { writeProjectFile, fileOrder } from "../project/write-project-file.ts";
import { findTable, type SchemaModel, type TableModel } from "../schema/schema-model.ts";
import { designOf } from "./design-of.ts";
import { keyProblems } from "./key-problems.ts";
import { withVirtualKeys } from "./virtual-keys.ts";

const table = (name: string, columns: readonly string[], primaryKey: readonly string[] = []): TableModel => ({
  id: name,
  schema: "main",
  name,
  columns: columns.map((column) => ({
    name: column,
    type: "int",
    valueType: { kind: "integer", bits: 64 },
    nullable: !primaryKey.includes(column),
  })),
  primaryKey,
  uniques: [],
  foreignKeys: [],
  checks: [],
});
const model: SchemaModel = {
  engine: "sqlite",
  defaultSchema: "main",
  tables: [table("customers", ["id", "code"], ["id"]), table("orders", ["id", "customer_id", "customer_code"], ["id"])],
  views: [],
};
const empty = newProject({ source: "shop.sqlite", seed: 1, now: "2026-01-01", locales: { en: 1 } });
const toCustomers: VirtualKey = { columns: ["customer_id"], to: "customers", key: ["id"] };
const withKey = applyEdit(empty, { kind: "add-key", table: "orders", key: toCustomers });

describe("a key that the project adds", () => {
  test("is one to all that asks for keys, and the schema as it was read has none", () => {
    const design = designOf(model, withKey, fixtureCatalogue);
    expect(findTable(design.model, "orders")?.foreignKeys).toMatchObject([
      {
        columns: ["customer_id"],
        referencedTable: { schema: "main", name: "customers" },
        referencedColumns: ["id"],
        virtual: true,
      },
    ]);
    expect(findTable(model, "orders")?.foreignKeys).toEqual([]);
    expect(withVirtualKeys(model, withKey)).toBe(withVirtualKeys(model, { ...withKey, seed: 2 }));
    expect(withVirtualKeys(model, empty)).toBe(model);
  });

  test("makes what it refers to unique, where the database does not say so", () => {
    const toCode = applyEdit(empty, {
      kind: "add-key",
      table: "orders",
      key: { columns: ["customer_code"], to: "customers", key: ["code"] },
    });
    expect(findTable(withVirtualKeys(model, toCode), "customers")?.uniques).toMatchObject([{ columns: ["code"] }]);
    expect(findTable(withVirtualKeys(model, withKey), "customers")?.uniques).toEqual([]);
  });

  test("is taken back by one edit, and the table's entry goes with it", () => {
    expect(applyEdit(withKey, { kind: "remove-key", table: "orders", columns: ["customer_id"] })).toEqual(empty);
    expect(applyEdit(empty, { kind: "remove-key", table: "orders", columns: ["customer_id"] })).toBe(empty);
  });

  test("gives way to another over the same columns", () => {
    const other = { ...toCustomers, key: ["code"] };
    expect(applyEdit(withKey, { kind: "add-key", table: "orders", key: other }).tables["orders"]?.references).toEqual([
      other,
    ]);
  });
});

describe("in the file", () => {
  const text = (keys: readonly VirtualKey[]): string => {
    const project = keys.reduce((draft, key) => applyEdit(draft, { kind: "add-key", table: "orders", key }), empty);
    return writeProjectFile(null, project, fixtureCatalogue, fileOrder(model));
  };

  test("it reads like SQL's REFERENCES", () => {
    expect(text([toCustomers])).toContain("    references: { customer_id: customers (id) }\n");
  });

  test.each<[string, VirtualKey]>([
    ["several columns", { columns: ["a", "b"], to: "sales.lines", key: ["x", "y"] }],
    ["names that a line cannot hold", { columns: ["a, b", "c(d)"], to: "t (u)", key: [" x ", "y)"] }],
    ["__proto__", { columns: ["__proto__"], to: "t", key: ["id"] }],
  ])("it is read as it was written: %s", (_, key) => {
    expect(readProjectFile(text([key]), fixtureCatalogue).project.tables["orders"]?.references).toEqual([key]);
  });

  test.each([
    ["orders:\n    references: { customer_id: customers }", /line 7/],
    ["orders:\n    references: { customer_id: 'customers (id, code)' }", /line 7/],
    ["orders:\n    references: 5", /line 7/],
  ])("what is none names its line: %j", (tables, message) => {
    const file = `seedloom: 1\nsource: x\nseed: 1\nnow: 2026-01-01\ntables:\n  ${tables}\n`;
    expect(() => readProjectFile(file, fixtureCatalogue)).toThrow(message);
  });

  test("a scenario has none", () => {
    const file =
      "seedloom: 1\nsource: x\nseed: 1\nscenarios:\n  s:\n    tables:\n      orders:\n        references: { a: b (c) }\n";
    expect(() => readProjectFile(file, fixtureCatalogue)).toThrow(/Unknown setting `references`/);
  });
});

describe("findings", () => {
  const problemsOf = (project: typeof empty) => keyProblems(designOf(model, project, fixtureCatalogue));

  test("a likely key can be added by its fix, and is no finding then", () => {
    const [problem] = problemsOf(empty);
    expect(problem).toMatchObject({
      severity: "warning",
      code: "undeclared-key",
      table: "orders",
      column: "customer_id",
    });
    const edit = problem?.fixes[0]?.edit;
    if (edit === undefined) throw new Error("no fix");
    expect(problem?.fixes[0]?.label).toBe("Add as key");
    expect(applyEdit(empty, edit)).toEqual(withKey);
    expect(problemsOf(withKey).filter(({ column }) => column === "customer_id")).toEqual([]);
  });

  test("none where somebody has set the column's rule, or leaves the table out", () => {
    const set = applyEdit(empty, { kind: "set-rule", table: "orders", column: "customer_id", rule: { kind: "null" } });
    expect(problemsOf(set).filter(({ column }) => column === "customer_id")).toEqual([]);
    expect(problemsOf(applyEdit(empty, { kind: "set-mode", table: "orders", mode: "skip" }))).toEqual([]);
  });

  test.each<[string, string, VirtualKey]>([
    ["a table that is gone", "orders", { columns: ["customer_id"], to: "clients", key: ["id"] }],
    ["a column that is gone", "orders", { columns: ["client_id"], to: "customers", key: ["id"] }],
    ["its own table is gone", "purchases", { columns: ["customer_id"], to: "customers", key: ["id"] }],
  ])("a key that cannot be kept is told, and can be removed: %s", (_, id, key) => {
    const project = applyEdit(empty, { kind: "add-key", table: id, key });
    const problem = problemsOf(project).find(({ code }) => code === "broken-key");
    const edit = problem?.fixes[0]?.edit;
    if (edit === undefined) throw new Error("no fix");
    expect(applyEdit(project, edit)).toEqual(empty);
  });
});
