import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generatorCatalogue } from "../generators/index.ts";
import type { Rule } from "../rules/rule.ts";
import { applyEdit, describeEdit } from "./apply-edit.ts";
import { dependentsOf, usesOf } from "./custom-generators.ts";
import { withoutReferences } from "./nested-customs.ts";
import { fixtureCatalogue } from "./fixture-catalogue.ts";
import type { ProjectEdit } from "./project-edit.ts";
import type { Project } from "./project.ts";
import { readProjectFile } from "./read-project-file.ts";
import { writeProjectFile } from "./write-project-file.ts";

const order = { tableOrder: [], columnOrder: () => [] };
const read = (text: string): Project => readProjectFile(text, fixtureCatalogue).project;
const write = (previous: string | null, project: Project): string =>
  writeProjectFile(previous, project, fixtureCatalogue, order);

const file = `seedloom: 1
source: shop.sqlite
seed: 7
# What we call things.
generators:
  # As printed on boxes.
  product-code:
    label: Product code
    template: "{{seq:6}}"
  age: { integer: { minimum: 18, maximum: 99 } }
  box-code: { custom: product-code, label: Code on a box }
tables:
  products:
    columns:
      code: { custom: product-code, unique: true }
      old_code: { custom: product-code, nulls: 0.5 } # sometimes
      age: { custom: age }
  boxes:
    columns:
      code: { custom: box-code }
scenarios:
  smoke:
    tables:
      products:
        columns:
          age: { custom: age }
`;
const project = read(file);

/** The rule of a column, as short as the file would say it. */
function rule(of: Project, table: string, column: string): unknown {
  const found: Rule | undefined = of.tables[table]?.columns[column];
  return found?.kind === "generate" ? [found.custom, found.generator, found.params] : found?.kind;
}
const after = (edit: ProjectEdit, from = project): Project => applyEdit(from, edit);

describe("the section generators", () => {
  test("gives columns what it says, and keeps to itself what is the column's", () => {
    expect(rule(project, "products", "code")).toEqual(["product-code", "template", { template: "{{seq:6}}" }]);
    expect(rule(project, "boxes", "code")).toEqual(["box-code", "template", { template: "{{seq:6}}" }]);
    expect(project.tables["products"]?.columns["code"]).toMatchObject({ unique: true });
    expect(usesOf(project, "age")).toEqual([
      { table: "products", column: "age" },
      { table: "products", column: "age", scenario: "smoke" },
    ]);
    expect(dependentsOf(project, "product-code")).toEqual(["box-code"]);
  });

  test("is read back as it was written, and not touched where nothing of it changes", () => {
    expect(write(file, project)).toBe(file);
    expect(read(write(null, project))).toEqual(project);
    const other = after({ kind: "set-seed", seed: 8 });
    expect(write(file, other)).toBe(file.replace("seed: 7", "seed: 8"));
  });

  test.each([
    [
      "an unknown one",
      file.replace("{ custom: age }", "{ custom: agee }"),
      /no custom generator `agee` at line \d+, .*Nearest: age/,
    ],
    [
      "a ring",
      file.replace('template: "{{seq:6}}"', "custom: box-code"),
      /product-code → box-code → product-code are made of each other at line/,
    ],
    [
      "one of itself",
      file.replace("integer: { minimum: 18, maximum: 99 }", "custom: age"),
      /age are made of each other at line|age → age/,
    ],
    ["NULLs of its own", file.replace("maximum: 99 }", "maximum: 99 }, nulls: 0.1"), /`nulls` is the column's/],
    ["no rule", file.replace("{ integer: { minimum: 18, maximum: 99 } }", "{ label: Age }"), /names no generator/],
    ["a name in words", file.replaceAll("age:", "'old age':"), /name of a custom generator is not valid/],
    ["a locale at the column", file.replace("nulls: 0.5", "locale: sv"), /`locale` is the custom generator's/],
    ["two rules", file.replace("nulls: 0.5", "integer: {}"), /two generators/],
    ["a parameter that is not there", file.replace("minimum: 18", "minimal: 18"), /Unknown parameter `minimal`/],
  ])("%s is refused with its place", (_title, text, message) => {
    let said = "";
    try {
      read(text);
    } catch (error) {
      said = error instanceof Error ? `${error.message} ${"hint" in error ? String(error.hint) : ""}` : "";
    }
    expect(said).toMatch(message);
    expect(said).toMatch(/at line \d+, column \d+/);
  });
});

describe("edits", () => {
  test("of a custom generator reach every use of it, those made of it too", () => {
    const next = after({
      kind: "set-generator",
      name: "product-code",
      generator: { label: "Product code", generator: "template", params: { template: "P{{seq}}" } },
    });
    for (const [table, column] of [
      ["products", "code"],
      ["products", "old_code"],
      ["boxes", "code"],
    ] as const)
      expect(rule(next, table, column)).toEqual([expect.any(String), "template", { template: "P{{seq}}" }]);
    expect(next.tables["products"]?.columns["old_code"]).toMatchObject({ nulls: 0.5 });
    expect(next.tables["products"]?.columns["age"]).toBe(project.tables["products"]?.columns["age"]);
    expect(write(file, next)).toBe(file.replace('"{{seq:6}}"', '"P{{seq}}"'));
  });

  test("of a column's parameters change the custom generator, those of its NULLs do not", () => {
    const code: Rule = {
      kind: "generate",
      generator: "template",
      params: { template: "Q" },
      custom: "product-code",
      nulls: 0.1,
    };
    const next = after({ kind: "set-rule", table: "products", column: "code", rule: code });
    expect(next.generators?.["product-code"]).toEqual({
      label: "Product code",
      generator: "template",
      params: { template: "Q" },
    });
    expect(rule(next, "products", "old_code")).toEqual(["product-code", "template", { template: "Q" }]);
    const { custom: _, ...own } = code;
    const apart = after({ kind: "set-rule", table: "products", column: "code", rule: own });
    expect(apart.generators).toEqual(project.generators);
    expect(rule(apart, "products", "code")).toEqual([undefined, "template", { template: "Q" }]);
  });

  test("rename it everywhere, and leave its uses a rule of their own when it goes", () => {
    const renamed = after({ kind: "rename-generator", name: "product-code", to: "sku" });
    expect(Object.keys(renamed.generators ?? {})).toEqual(["sku", "age", "box-code"]);
    expect(rule(renamed, "products", "code")).toEqual(["sku", "template", { template: "{{seq:6}}" }]);
    expect(dependentsOf(renamed, "sku")).toEqual(["box-code"]);
    expect(read(write(file, renamed))).toEqual(renamed);
    const gone = after({ kind: "set-generator", name: "product-code", generator: null }, project);
    expect(rule(gone, "products", "code")).toEqual([undefined, "template", { template: "{{seq:6}}" }]);
    expect(gone.generators?.["box-code"]).toEqual({
      label: "Code on a box",
      generator: "template",
      params: { template: "{{seq:6}}" },
    });
    expect(read(write(file, gone))).toEqual(gone);
    expect(() => after({ kind: "rename-generator", name: "age", to: "box-code" })).toThrow("already");
  });

  test("that would make them of each other are refused", () => {
    const ring = { generator: "template", params: {}, custom: "box-code" };
    expect(() => after({ kind: "set-generator", name: "product-code", generator: ring })).toThrow("made of each other");
  });

  test("are named for undo", () => {
    expect(describeEdit({ kind: "set-generator", name: "age", generator: null })).toBe("Delete custom generator age");
    expect(describeEdit({ kind: "rename-generator", name: "age", to: "years" })).toBe(
      "Rename custom generator age to years",
    );
  });
});

describe("inside of other rules", () => {
  const nested = `seedloom: 1
source: shop.sqlite
seed: 7
generators:
  code: { template: "{{seq:6}}", locale: de }
  label-list: { list: { of: { $custom: code }, max: 2 } }
  profile: { json-document: { tree: { codes: { $custom: label-list }, own: { $maybe: { $custom: code } } } } }
tables:
  products:
    columns:
      data: { json-document: { tree: { id: { $rule: uuid }, profile: { $custom: profile } } } }
`;
  const readNested = (text: string): Project => readProjectFile(text, generatorCatalogue).project;
  const writeNested = (previous: string | null, of: Project): string =>
    writeProjectFile(previous, of, generatorCatalogue, order);
  const whole = readNested(nested);
  const code = { $rule: { template: { text: "{{seq:6}}" } }, locale: "de" };

  test("are kept as references in the file, and written out for the stages behind it", () => {
    expect(writeNested(nested, whole)).toBe(nested);
    expect(readNested(writeNested(null, whole))).toEqual(whole);
    const data = whole.tables["products"]?.columns["data"];
    const written = data?.kind === "generate" ? withoutReferences(data, whole.generators) : undefined;
    const list = { $rule: { list: { of: code, max: 2 } } };
    const profile = { $rule: { "json-document": { tree: { codes: list, own: { $maybe: code } } } } };
    expect(written?.params).toEqual({ tree: { id: { $rule: "uuid" }, profile } });
    const problems = generatorCatalogue
      .get("json-document")
      ?.problems?.({ schema: {}, ...written?.params }, { type: { kind: "json" }, columns: [] });
    expect(problems).toEqual([]);
  });

  test("are counted as uses, follow a new name, and stay as they were when it goes", () => {
    expect(usesOf(whole, "profile")).toEqual([{ table: "products", column: "data" }]);
    expect(dependentsOf(whole, "code")).toEqual(["label-list", "profile"]);
    const renamed = after({ kind: "rename-generator", name: "code", to: "sku" }, whole);
    expect(
      writeNested(nested, renamed)
        .match(/\$custom: \S+/g)
        ?.toSorted(),
    ).toEqual(["label-list", "profile", "sku", "sku"].map((name) => `$custom: ${name}`));
    expect(readNested(writeNested(nested, renamed))).toEqual(renamed);
    const gone = after({ kind: "set-generator", name: "code", generator: null }, whole);
    expect(gone.generators?.["label-list"]?.params).toEqual({ of: code, max: 2 });
  });

  test("are refused with the whole ring, in the file with its place", () => {
    const ring = { generator: "list", params: { of: { $custom: "profile" } } };
    expect(() => after({ kind: "set-generator", name: "code", generator: ring }, whole)).toThrow(
      "code → profile → label-list → code are made of each other",
    );
    expect(() => readNested(nested.replace('template: "{{seq:6}}"', "list: { of: { $custom: profile } }"))).toThrow(
      /code → profile → label-list → code are made of each other at line \d+/,
    );
    expect(() => readNested(nested.replace("$custom: label-list", "$custom: label-lst"))).toThrow(
      /no custom generator `label-lst` at line 7/,
    );
  });
});

test("no generator is called as what stands beside one", () => {
  for (const word of ["custom", "label", "nulls", "unique", "locale"])
    expect(generatorCatalogue.get(word)).toBeUndefined();
  const columns = Object.fromEntries(
    generatorCatalogue.all.map(({ id, params }): [string, Rule] => [
      id,
      { kind: "generate", generator: id, params: params.parse({}), nulls: 0.5 },
    ]),
  );
  const { generators: _, ...bare } = project;
  const every: Project = { ...bare, tables: { t: { columns } }, scenarios: {} };
  const text = writeProjectFile(null, every, generatorCatalogue, order);
  expect(readProjectFile(text, generatorCatalogue).project).toEqual(every);
});

test("whatever is edited, the file gives the project back", () => {
  const name = fc.constantFrom("product-code", "age", "box-code", "constructor", "x.1");
  const params = fc.constantFrom({}, { template: "a: b" }, { template: "{{x}}" });
  const one = fc.record(
    {
      generator: fc.constant("template"),
      params,
      label: fc.constantFrom("A label", "null"),
      locale: fc.constantFrom("sv", "de"),
    },
    { requiredKeys: ["generator", "params"] },
  );
  const edit: fc.Arbitrary<ProjectEdit> = fc.oneof(
    fc.record({ kind: fc.constant("set-generator" as const), name, generator: fc.option(one) }),
    fc.tuple(name, params, fc.boolean()).map(([custom, p, unique]): ProjectEdit => ({
      kind: "set-rule",
      table: "products",
      column: "code",
      rule: { kind: "generate", generator: "template", params: p, custom, unique },
    })),
  );
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
      const edited = edits.reduce(applyEdit, project);
      for (const previous of [file, null]) expect(read(write(previous, edited))).toEqual(edited);
      for (const [name, { generator, params: said }] of Object.entries(edited.generators ?? {}))
        for (const { table, column, scenario } of usesOf(edited, name)) {
          const tables = scenario === undefined ? edited.tables : edited.scenarios[scenario]?.tables;
          expect(tables?.[table]?.columns[column]).toMatchObject({ custom: name, generator, params: said });
        }
    }),
    { numRuns: 200 },
  );
});
