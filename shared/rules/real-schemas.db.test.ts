import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { introspect } from "../../electron/drivers/sqlite/introspect.ts";
import { generatorCatalogue } from "../generators/index.ts";
import { compilePlan } from "../plan/compile-plan.ts";
import { newProject } from "../project/new-project.ts";
import type { SchemaModel } from "../schema/schema-model.ts";
import { checkDesign } from "./check-rules.ts";
import { designOf } from "./design-of.ts";
import { estimateRows } from "./suggest-rows.ts";

const data = "../shared/data";
const present = existsSync(data);

const schemas = [
  "chinook/chinook.sqlite",
  "sakila/sakila.sqlite",
  "northwind/northwind_sqlite.sql",
  "omop-cdm/omop_cdm_5.4_sqlite_no_fk.sql",
];

function modelFrom(file: string): SchemaModel {
  const path = join(data, file);
  const script = path.endsWith(".sql");
  const database = script ? new Database(":memory:") : new Database(path, { readonly: true });
  try {
    if (script) database.exec(readFileSync(path, "utf8"));
    return introspect(database);
  } finally {
    database.close();
  }
}

describe.skipIf(!present)("a real database just opened (needs ../shared/data)", () => {
  test.each(schemas)("%s has a valid rule for every column, and no error", (file) => {
    const model = modelFrom(file);
    const project = newProject({ source: file, seed: 7, now: "2026-11-22", locales: { en: 1 } });
    const design = designOf(model, project, generatorCatalogue);
    for (const { table, columns } of design.tables.values()) {
      expect(columns.map(({ column }) => column.name)).toEqual(table.columns.map((column) => column.name));
      expect(estimateRows(table, model)).toBeLessThanOrEqual(20_000);
      for (const { column, rule, suggestion } of columns) {
        const place = `${table.id}.${column.name}`;
        expect(suggestion.reasons.length, place).toBeGreaterThan(0);
        const all = [rule, ...suggestion.alternatives.map((alternative) => alternative.rule)];
        expect(all.length, place).toBeLessThanOrEqual(4);
        for (const one of all) {
          if (one.kind !== "generate") continue;
          const generator = generatorCatalogue.get(one.generator);
          expect(generator?.accepts(column.valueType), `${place} ${one.generator}`).toBe(true);
          expect(generator?.params.safeParse(one.params).success, `${place} ${one.generator}`).toBe(true);
        }
      }
    }
    const plan = compilePlan({ design, catalogue: generatorCatalogue, referenceDate: project.now, locales: [] });
    const errors = [...checkDesign(design, generatorCatalogue), ...plan.problems].filter(
      ({ severity }) => severity === "error",
    );
    expect(errors).toEqual([]);
  });
});
