import { describe, expect, test } from "vitest";
import { catalogue } from "../catalogue/index.ts";
import type { Sample } from "../rules/sample-rule.ts";
import { applyEdit } from "./apply-edit.ts";
import { readProjectFile } from "./read-project-file.ts";
import { fileOrder, writeProjectFile } from "./write-project-file.ts";

const fileOf = (sample: string): string =>
  `seedloom: 1\nsource: shop.sqlite\nseed: 7\nnow: 2026-11-22\nlocales:\n  en: 1\ntables:\n  t:\n    mode: mask\n    sample: ${sample}\n`;
const projectOf = (sample: string) => readProjectFile(fileOf(sample), catalogue).project;
const order = fileOrder({ engine: "sqlite", defaultSchema: "main", tables: [], views: [] });
const refusalOf = (sample: string): string => {
  try {
    projectOf(sample);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
};

const forms: readonly (readonly [text: string, sample: Sample])[] = [
  ["5%", { share: 0.05 }],
  ["0.25%", { share: 0.0025 }],
  ["all", { share: 1 }],
  ["100", { rows: 100 }],
  ["{ where: \"country = 'SE'\" }", { where: "country = 'SE'" }],
  ["{ share: 10%, rows: 50 }", { share: 0.1, rows: 50 }],
  ["{ keys: [1, A-7, [3, x]] }", { keys: [[1], ["A-7"], [3, "x"]] }],
  [
    "{ rows: 10, children: { orders: all, visits: none, notes: at most 10 } }",
    { rows: 10, children: { orders: "all", visits: "none", notes: { most: 10 } } },
  ],
  [
    '{ children: { "orders (buyer_id)": "at most 2, 90 in all", items: 400 in all } }',
    { children: { "orders (buyer_id)": { most: 2, total: 90 }, items: { total: 400 } } },
  ],
  [
    "{ polymorphic: { subject_id: { by: subject_type, of: { post: posts.id } } } }",
    { polymorphic: { subject_id: { by: "subject_type", of: { post: "posts.id" } } } },
  ],
];

describe("which rows of a table are taken", () => {
  test.each(forms)("%s is read, and written as it is read", (text, sample) => {
    const project = projectOf(text);
    expect(project.tables["t"]?.sample).toEqual(sample);
    expect(writeProjectFile(fileOf(text), project, catalogue, order)).toBe(fileOf(text));
    const fresh = writeProjectFile(null, project, catalogue, order);
    expect(readProjectFile(fresh, catalogue).project).toEqual(project);
  });

  test("is set and taken back by an edit, which the file shows in one line", () => {
    const text = fileOf("5%");
    const project = applyEdit(projectOf("5%"), { kind: "set-sample", table: "t", sample: { rows: 20 } });
    expect(writeProjectFile(text, project, catalogue, order)).toBe(fileOf("20"));
    const all = applyEdit(project, { kind: "set-sample", table: "t", sample: null });
    expect(all.tables["t"]).toEqual({ mode: "mask", columns: {} });
    expect(writeProjectFile(text, all, catalogue, order)).not.toContain("sample");
  });

  test("is refused where it is none, with its place", () => {
    expect(refusalOf("some")).toContain("it reads 5%, a number of rows, all");
    expect(refusalOf("-3")).toContain("at line 10");
    expect(refusalOf("140%")).toContain("`sample`");
    expect(refusalOf("{ share: 0% }")).toContain("a share reads 5%");
    expect(refusalOf("{ wher: x = 1 }")).toContain("Unknown setting `wher`");
    expect(refusalOf("{ children: { orders: some } }")).toContain("it reads all, none, at most 10");
    expect(refusalOf("{ keys: 5 }")).toContain("`keys`");
    expect(refusalOf("{ keys: [[]] }")).toContain("`keys.0`");
  });
});
