import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../shared/catalogue/index.ts";
import { fakerVersion } from "../../shared/generators/faker/version.ts";
import type { GeneratorCatalogue } from "../../shared/generators/generator.ts";
import { generatorCatalogue } from "../../shared/generators/index.ts";
import { applyEdit } from "../../shared/project/apply-edit.ts";
import type { DesignVersions } from "../../shared/project/design-versions.ts";
import type { Project } from "../../shared/project/project.ts";
import { designOf } from "../../shared/rules/design-of.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import type { ColumnModel, SchemaModel } from "../../shared/schema/schema-model.ts";
import { designVersions, versionProblem, versionsToKeep } from "./design-versions.ts";

const column = (name: string, kind: "text" | "json"): ColumnModel => ({
  name,
  type: "",
  valueType: { kind },
  nullable: true,
});
const model: SchemaModel = {
  engine: "sqlite",
  defaultSchema: "main",
  tables: [
    {
      id: "t",
      schema: "main",
      name: "t",
      columns: [column("code", "text"), column("note", "text"), column("data", "json")],
      primaryKey: [],
      uniques: [],
      foreignKeys: [],
      checks: [],
    },
  ],
  views: [],
};
const rule = (generator: string, params: Record<string, unknown> = {}): Rule => ({
  kind: "generate",
  generator,
  params,
});
const project: Project = {
  seedloom: 1,
  source: "x",
  seed: 1,
  now: "2026-11-22",
  locales: { en: 1 },
  tables: {
    t: {
      columns: {
        code: rule("pattern"),
        note: rule("company.catchPhrase"),
        data: rule("json-document", { tree: { sku: { $rule: "pattern" } } }),
      },
    },
  },
  scenarios: {},
  exports: [],
};
const raised: GeneratorCatalogue = {
  ...generatorCatalogue,
  get(id) {
    const found = generatorCatalogue.get(id);
    return found && id === "pattern" ? { ...found, version: found.version + 1 } : found;
  },
};
const design = designOf(model, project, generatorCatalogue);
const before = designVersions(design, generatorCatalogue);

describe("an upgrade that changes values", () => {
  test("says which columns before it does so, those of documents made of others included", () => {
    expect(versionProblem(before, design, generatorCatalogue)).toBeUndefined();
    expect(versionProblem(undefined, design, raised)).toBeUndefined();
    const problem = versionProblem(before, design, raised);
    expect(problem?.message).toBe("These columns give other values than when the project was saved: t.code, t.data.");
    expect(problem?.explanation).toMatch(/^Pattern is version \d+, and was \d+\./);
  });

  test("keeps the old versions in the lock until the new ones are accepted, and undo takes them back", () => {
    const now = designVersions(design, raised);
    expect(versionsToKeep(now, before, undefined)).toEqual(before);
    const [fix] = versionProblem(before, design, raised)?.fixes ?? [];
    const accepted = fix === undefined ? project : applyEdit(project, fix.edit);
    expect(versionsToKeep(now, before, accepted.accepted)).toEqual(now);
    expect(versionProblem(versionsToKeep(now, before, accepted.accepted), design, raised)).toBeUndefined();
  });

  test("of faker concerns the columns that draw from its lists", () => {
    const older: DesignVersions = { ...before, faker: "9.0.0" };
    const problem = versionProblem(older, design, generatorCatalogue);
    expect(problem?.message).toBe("This column gives other values than when the project was saved: t.note.");
    expect(problem?.explanation).toContain(`faker is ${fakerVersion}, and was 9.0.0`);
  });

  test("names the columns whose mask, or mask inside of a mask, masks otherwise than before", () => {
    const masked: Project = {
      ...project,
      tables: {
        t: {
          mode: "mask",
          columns: {
            code: { kind: "mask", mask: "hash", params: {} },
            note: { kind: "mask", mask: "consistent-fake", params: {} },
            data: { kind: "mask", mask: "json", params: { paths: { "$.code": "hash" } } },
          },
        },
      },
    };
    const of = designOf(model, masked, catalogue);
    const saved = designVersions(of, catalogue);
    expect(Object.keys(saved.masks ?? {}).toSorted()).toEqual(["consistent-fake", "hash", "json"]);
    expect(versionProblem(saved, of, catalogue)).toBeUndefined();
    const older = { ...saved, masks: { ...saved.masks, hash: 0 } };
    const problem = versionProblem(older, of, catalogue);
    expect(problem?.message).toBe("These columns give other values than when the project was saved: t.code, t.data.");
    expect(versionsToKeep(saved, older, undefined).masks?.["hash"]).toBe(0);
    expect(versionsToKeep(saved, older, saved)).toEqual(saved);
  });
});

test("the version of faker is the one that is installed", async () => {
  const path = new URL("../../node_modules/@faker-js/faker/package.json", import.meta.url);
  expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({ version: fakerVersion });
});
