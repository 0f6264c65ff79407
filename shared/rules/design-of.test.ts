import { describe, expect, test } from "vitest";
import { generatorCatalogue } from "../generators/index.ts";
import { applyEdit } from "../project/apply-edit.ts";
import { newProject } from "../project/new-project.ts";
import { designOf } from "./design-of.ts";
import { columnOf, modelOf, referenceOf, tableOf } from "./small-schema.ts";

const model = modelOf(
  tableOf("customers", [columnOf("id"), columnOf("email", "text")], {
    primaryKey: ["id"],
    uniques: [{ name: "u", columns: [], expressions: ["lower(email)"] }],
  }),
  tableOf("orders", [columnOf("id"), columnOf("customer_id"), columnOf("note", "text")], {
    primaryKey: ["id"],
    foreignKeys: [referenceOf("customer_id", "customers")],
    checks: [{ name: "c", expression: "length(note) <= 12" }],
  }),
  tableOf("constructor", [columnOf("toString", "text")]),
);
const project = newProject({ source: "shop.sqlite", seed: 7, now: "today", locales: { en: 1 } });
const constant = { kind: "generate" as const, generator: "constant", params: { value: "x" } };

describe("a design", () => {
  test("has a rule for every column before anybody edits it", () => {
    const design = designOf(model, project, generatorCatalogue);
    expect([...design.tables.keys()]).toEqual(["customers", "orders", "constructor"]);
    for (const table of design.tables.values()) {
      expect(table.rowsEdited).toBe(false);
      for (const column of table.columns) expect(column).toMatchObject({ edited: false, rule: column.suggestion.rule });
    }
  });

  test("makes suggestions once for a schema", () => {
    const first = designOf(model, project, generatorCatalogue);
    const second = designOf(model, { ...project, seed: 8 }, generatorCatalogue);
    expect(second.tables.get("orders")?.columns[0]?.suggestion).toBe(
      first.tables.get("orders")?.columns[0]?.suggestion,
    );
    expect(second.seed).toBe(8);
  });

  test("has the project's rules over the suggested ones, and a scenario's over those", () => {
    const edited = applyEdit(project, { kind: "set-rule", table: "orders", column: "note", rule: constant });
    const overlaid = {
      ...edited,
      scenarios: {
        smoke: { seed: 1, rows: 20, tables: { orders: { rows: 5, columns: { note: { kind: "null" as const } } } } },
      },
    };
    const plain = designOf(model, overlaid, generatorCatalogue).tables.get("orders");
    expect(plain?.columns[2]).toMatchObject({ rule: constant, edited: true });
    const smoke = designOf(model, overlaid, generatorCatalogue, "smoke");
    expect(smoke.seed).toBe(1);
    expect(smoke.tables.get("orders")?.columns[2]?.rule).toEqual({ kind: "null" });
    expect(smoke.tables.get("orders")?.rows).toBe(5);
    expect(smoke.tables.get("customers")?.rows).toBe(20);
  });

  test("keeps rows grouped by their owner when their number is fixed", () => {
    const fixed = applyEdit(project, { kind: "set-rows", table: "orders", rows: 200 });
    expect(designOf(model, fixed, generatorCatalogue).tables.get("orders")).toMatchObject({
      rows: 200,
      rowsEdited: true,
      owner: "customers",
    });
  });

  test("says which columns must be distinct, and lets generators know what checks and indexes ask", () => {
    const design = designOf(
      model,
      applyEdit(project, { kind: "set-rule", table: "orders", column: "note", rule: { ...constant, unique: true } }),
      generatorCatalogue,
    );
    const [id, email] = design.tables.get("customers")?.columns ?? [];
    const note = design.tables.get("orders")?.columns[2];
    expect([id?.unique, email?.unique, note?.unique]).toEqual([true, true, true]);
    expect(email?.column.caseInsensitive).toBe(true);
    expect(note?.column.valueType).toEqual({ kind: "text", maxLength: 12 });
    expect(note?.column.type).toBe("text");
  });

  test("of an unknown scenario names the nearest", () => {
    const known = { ...project, scenarios: { smoke: { tables: {} } } };
    expect(() => designOf(model, known, generatorCatalogue, "smok")).toThrow(
      expect.objectContaining({ code: "unknown-scenario", hint: "Nearest: smoke." }),
    );
  });
});
