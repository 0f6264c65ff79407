import { expect, test } from "vitest";
import { fixtureCatalogue } from "./fixture-catalogue.ts";
import { readProjectFile } from "./read-project-file.ts";
import { writeProjectFile } from "./write-project-file.ts";

const head = "seedloom: 1\nsource: x\nseed: 7\nexports:\n";
const read = (items: string) => readProjectFile(head + items, fixtureCatalogue).project.exports;

test("options stand flat beside an export's other settings", () => {
  expect(read("  - { format: csv, delimiter: ;, to: seeds, compress: gzip }\n")).toEqual([
    { format: "csv", options: { delimiter: ";" }, to: "seeds", compress: "gzip" },
  ]);
  expect(read("  - { code: fishery, style: ornate, to: test }\n  - { kit: docker, to: . }\n")).toEqual([
    { code: "fishery", options: { style: "ornate" }, to: "test" },
    { kit: "docker", options: {}, to: "." },
  ]);
});

test.each([
  [
    "{ format: csv, delimeter: ;, to: a }",
    /Unknown setting `delimeter` of the csv export at line 5, column 20/,
    /delimiter/,
  ],
  ["{ format: csv, scenaro: a, to: a }", /Unknown setting `scenaro`/, /scenario/],
  [
    "{ format: csv, header: maybe, to: a }",
    /`header` of the csv export is not valid .* at line 5, column 28/,
    undefined,
  ],
  ["{ format: cvs, to: a }", /There is no format `cvs` at line 5, column 15/, /csv/],
  ["{ kit: dokcer, to: a }", /There is no kit `dokcer`/, /docker/],
  ["{ format: csv, kit: docker, to: a }", /either `format` or `kit`/, /two exports/],
  ["{ to: a }", /no `format`, `code` or `kit`/, /format: sql/],
  ["{ format: csv }", /`to` is missing/, /folder/],
  ["{ format: csv, scenario: a, scenarios: [b], to: a }", /either `scenario` or `scenarios`/, /List/],
  ["{ format: csv, scenarios: [], to: a }", /`scenarios`/, undefined],
  ["{ format: csv, split: { rows: 0 }, to: a }", /`rows` of `split`|`split`/, undefined],
  ["csv", /an export is a list of `name: value` lines/i, undefined],
])("%s is refused at its place", (item, message, hint) => {
  expect(() => read(`  - ${item}\n`)).toThrow(
    expect.objectContaining({
      code: "project-invalid",
      message: expect.stringMatching(message) as string,
      ...(hint === undefined ? {} : { hint: expect.stringMatching(hint) as string }),
    }),
  );
});

test("an edited option changes its own word, and the others keep their order and comments", () => {
  const text = `${head}  # for the analysts\n  - to: seeds # here\n    delimiter: ;\n    format: csv\n`;
  const { project } = readProjectFile(text, fixtureCatalogue);
  const [target] = project.exports;
  if (target === undefined) throw new Error("The sample has an export.");
  const order = { tableOrder: [], columnOrder: () => [] };
  const edited = { ...project, exports: [{ ...target, options: { ...target.options, header: false } }] };
  expect(writeProjectFile(text, edited, fixtureCatalogue, order)).toBe(`${text}    header: false\n`);
});
