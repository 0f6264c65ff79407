import { expect, test } from "vitest";
import { catalogue } from "../catalogue/index.ts";
import { keepingEdit } from "../project/changed-suggestions.ts";
import { newProject } from "../project/new-project.ts";
import type { Project } from "../project/project.ts";
import { readProjectFile } from "../project/read-project-file.ts";
import { fileOrder, writeProjectFile } from "../project/write-project-file.ts";
import { checkDesign } from "../rules/check-rules.ts";
import { designOf } from "../rules/design-of.ts";
import type { Design } from "../rules/design.ts";
import type { Rule } from "../rules/rule.ts";
import { columnOf, modelOf, tableOf } from "../rules/small-schema.ts";
import { compilePlan } from "./compile-plan.ts";
import { allRows } from "./small-design.ts";

const model = modelOf(tableOf("boxes", [columnOf("id"), columnOf("label", "text")], { primaryKey: ["id"] }));
const empty = newProject({ source: "x", seed: 1, now: "2026-11-22", locales: { en: 1 } });
const labels: Rule = {
  kind: "generate",
  generator: "weighted-choice",
  params: { values: ["a", "b", "c", "d"] },
  unique: true,
};

const projectOf = (label: Rule, rows: number): Project => ({
  ...empty,
  tables: { boxes: { rows, columns: { label } } },
});
const cells = (design: Design): unknown[] =>
  allRows(compilePlan({ design, catalogue, referenceDate: "2026-11-22", locales: [] }), "boxes").map(
    ({ label }) => label,
  );

/** The design in which the rule is a suggestion that nobody has touched. */
function suggested(rows: number): Design {
  const design = designOf(model, projectOf(labels, rows), catalogue);
  const boxes = design.tables.get("boxes");
  if (!boxes) throw new RangeError("boxes");
  const columns = boxes.columns.map((entry) => ({ ...entry, edited: false, unique: entry.column.name === "id" }));
  return { ...design, tables: new Map([["boxes", { ...boxes, columns }]]) };
}

test("a suggestion that is kept gives what it gave, and asks no more than it did", () => {
  const change = { table: "boxes", column: "label", was: {}, before: labels, now: labels };
  const kept = keepingEdit([change], empty)?.tables["boxes"]?.columns["label"];
  expect(kept).toEqual({ ...labels, unique: "where possible" });
  for (const rows of [4, 11]) {
    const design = designOf(model, projectOf(kept ?? labels, rows), catalogue);
    expect(checkDesign(design, catalogue)).toEqual([]);
    expect(cells(design)).toEqual(cells(suggested(rows)));
  }
  expect(new Set(cells(suggested(4))).size).toBe(4);
});

test("what is asked for by hand is held to", () => {
  const problems = checkDesign(designOf(model, projectOf(labels, 11), catalogue), catalogue);
  expect(problems.map(({ code }) => code)).toEqual(["capacity"]);
});

test("stands in the project file, and is read again", () => {
  const project = projectOf({ ...labels, unique: "where possible" }, 4);
  const text = writeProjectFile(null, project, catalogue, fileOrder(model));
  expect(text).toContain("unique: where possible");
  expect(readProjectFile(text, catalogue).project.tables["boxes"]?.columns["label"]).toMatchObject({
    unique: "where possible",
  });
});
