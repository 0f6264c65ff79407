import { expect, test } from "vitest";
import type { TablePlan } from "../../shared/plan/plan.ts";
import type { PlannedFile } from "./file-plan.ts";
import { fileRows, rowRanges, type RowRange } from "./ranges.ts";

/** Only the counts matter here. */
const file = (...counts: readonly number[]): PlannedFile => {
  const holds = counts.map((rowCount) => ({ rowCount }) as TablePlan);
  const [table = { rowCount: 0 } as TablePlan] = holds;
  return { path: "x", table, holds };
};

const written = (planned: PlannedFile, count: number, bytesPerRow?: number): string[] => {
  const words: string[] = [];
  for (let index = 1; index <= count; index++) {
    const ranges: Iterable<RowRange> = rowRanges([planned], { index, count }, () => bytesPerRow);
    for (const { part, start, count: rows, first, last } of ranges) {
      if (first) words.push(`begin ${part}`);
      for (let row = start; row < start + rows; row++) words.push(`${part}:${row}`);
      if (last) words.push(`end ${part}`);
    }
  }
  return words;
};

test.each([[[10]], [[0]], [[1]], [[3, 5, 2]], [[1, 1]], [[200, 3]]])(
  "the shards of tables with %j rows, one after another, are the whole file",
  (counts) => {
    const whole = written(file(...counts), 1);
    expect(whole).toEqual(
      counts.flatMap((rows, part) => [
        `begin ${part}`,
        ...Array.from({ length: rows }, (_, row) => `${part}:${row}`),
        `end ${part}`,
      ]),
    );
    for (const shards of [2, 3, 7, 50]) expect(written(file(...counts), shards)).toEqual(whole);
  },
);

test("how many rows a piece has changes nothing in the file", () => {
  expect(written(file(500), 3, 100_000)).toEqual(written(file(500), 3));
});

test("shards share the rows of the largest table evenly", () => {
  const rows = [1, 2, 3].map((index) => fileRows(file(1_000_000_000_000), { index, count: 3 }));
  expect(rows).toEqual([333_333_333_333, 333_333_333_333, 333_333_333_334]);
});
