import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { codeColumn, type CodedColumn } from "./coded-column.ts";
import { equivalenceClasses } from "./equivalence-classes.ts";
import { hierarchyOf, tableHierarchy } from "./hierarchy.ts";
import { leastGeneralisation } from "./least-generalisation.ts";
import { disclosureOf, riskOf, rowsBelow } from "./risk.ts";

// The census sample that ARX tests itself with, and ARX's own optima (adult/EXPECTED.md).
const folder = new URL("../../../shared/data/anchors/adult/", import.meta.url);
const lines = (file: string): string[][] =>
  readFileSync(new URL(file, folder), "utf8")
    .trim()
    .split(/\r?\n/u)
    .map((line) => line.split(";"));

function readAdult(): { readonly rows: number; readonly columns: readonly CodedColumn[] } {
  const [names = [], ...rows] = lines("adult.csv");
  return {
    rows: rows.length,
    columns: names.map((name, c) =>
      codeColumn(
        name,
        rows.map((row) => row[c] ?? null),
      ),
    ),
  };
}

describe.skipIf(!existsSync(folder))("the census sample (needs ../shared)", () => {
  const { rows, columns } = existsSync(folder) ? readAdult() : { rows: 0, columns: [] };
  const named = (...names: readonly string[]): CodedColumn[] => columns.filter(({ name }) => names.includes(name));
  const hierarchies = columns.map((column) =>
    hierarchyOf(column, tableHierarchy(lines(`adult_hierarchy_${column.name}.csv`))),
  );
  const generalised = (levels: Readonly<Record<string, number>>): CodedColumn[] =>
    Object.entries(levels).flatMap(([name, level]) => {
      const c = columns.findIndex((column) => column.name === name);
      const column = columns[c];
      const classes = hierarchies[c]?.levels[level];
      return column && classes ? [{ ...column, codes: column.codes.map((code) => classes[code] ?? 0) }] : [];
    });

  it("has the classes, the k and the unique rows that are stated", () => {
    const risk = riskOf(rows, named("sex", "age", "race"));
    expect(risk).toMatchObject({ rows: 30_162, classes: 528, k: 1, uniqueRows: 62 });
    expect(rowsBelow(risk, 5)).toBe(425);
    const raw = riskOf(rows, columns);
    expect([raw.classes, rowsBelow(raw, 2)]).toEqual([19_502, 15_512]);
    const eight = riskOf(
      rows,
      columns.filter(({ name }) => name !== "occupation"),
    );
    expect(eight).toMatchObject({ classes: 12_458, uniqueRows: 8841 });
  });

  it.each([
    [{ sex: 0, race: 0 }, "occupation", { k: 87, classes: 10, distinct: 10, entropy: 7.555588, closeness: 0.324962 }],
    [{ sex: 0, race: 0 }, "salary-class", { k: 87, classes: 10, distinct: 2, entropy: 1.205019, closeness: 0.202945 }],
    [
      { sex: 0, age: 3, race: 1 },
      "occupation",
      { k: 24, classes: 10, distinct: 6, entropy: 5.102582, closeness: 0.486743 },
    ],
  ] as const)("discloses of %o and %s what is stated", (levels, sensitive, expected) => {
    const known = generalised(levels);
    const [column] = named(sensitive);
    if (!column) throw new Error("no such column");
    const { distinct, entropy, closeness } = disclosureOf(
      equivalenceClasses(
        rows,
        known.map(({ codes }) => codes),
      ),
      column,
    );
    const { k, classes } = riskOf(rows, known);
    expect({ k, classes, distinct }).toEqual({ k: expected.k, classes: expected.classes, distinct: expected.distinct });
    expect(entropy).toBeCloseTo(expected.entropy, 6);
    expect(closeness).toBeCloseTo(expected.closeness, 6);
  });

  it.each([
    [5, 0.04, [1, 0, 1, 1, 3, 2, 2, 0, 1], 255559.85455731067, 906],
    [100, 0.04, [1, 1, 1, 1, 3, 2, 2, 1, 1], 379417.3460570988, 866],
    [5, 0, [1, 2, 1, 1, 3, 2, 2, 1, 1], 407289.5388925293, 0],
    [100, 0, [0, 4, 1, 1, 3, 2, 2, 1, 1], 453196.8932458743, 0],
  ] as const)(
    "reaches k = %i with at most %f left out at ARX's optimum",
    (k, suppression, levels, loss, suppressed) => {
      const found = leastGeneralisation(columns, hierarchies, { k, suppression });
      expect(found?.levels).toEqual(levels);
      expect(found?.loss).toBeCloseTo(loss, 4);
      expect(found?.suppressed).toBe(suppressed);
    },
  );

  it("says so where no generalisation will do", () => {
    expect(leastGeneralisation(columns, hierarchies, { k: 30_163, suppression: 0 })).toBeUndefined();
  });
});
