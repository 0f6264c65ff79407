import fc from "fast-check";
import { expect, test } from "vitest";
import { aliasTable, fillAlias, pickAlias } from "./alias-table.ts";
import { fillBelow, fillWords, newRun, setRun } from "./batch-words.ts";
import { drawQuantile, fillQuantiles, quantileTable } from "./quantile-table.ts";
import { belowAt, streamOf, wordAt } from "./stream.ts";

// A batch is drawn by other loops than a single row, for speed; the rows must not tell.

const rows = Float64Array.from({ length: 4096 }, (_, i) => i * 977 + (i % 3) * 2 ** 40);

test("a batch of weighted draws is what each row draws alone", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 }),
      fc.nat(),
      (weights, seed) => {
        fc.pre(weights.some((weight) => weight > 0));
        const table = aliasTable(weights);
        const stream = streamOf(seed, "t", "c");
        const picks = new Int32Array(rows.length);
        fillAlias(table, stream, rows, rows.length, picks);
        expect([...picks]).toEqual([...rows].map((row) => pickAlias(table, wordAt(stream.k0, stream.k1, row, 0))));
      },
    ),
    { numRuns: 50 },
  );
});

test("a batch of a distribution's draws is what each row draws alone, at the ends too", () => {
  const table = quantileTable((share) => Math.log(share / (1 - share)));
  const stream = streamOf(7, "t", "c");
  const values = new Float64Array(rows.length);
  fillQuantiles(table, stream, rows, rows.length, new Int32Array(rows.length), values);
  expect([...values]).toEqual([...rows].map((row) => drawQuantile(table, stream.k0, stream.k1, row, 0)));
});

test("rows that follow each other have the words of single rows, beyond 32 bits too", () => {
  const stream = streamOf(7, "t", "c");
  const run = newRun(600);
  const words = new Int32Array(600);
  const values = new Float64Array(600);
  for (const start of [0, 5_000_000, 2 ** 31 - 300, 2 ** 32 - 600, 2 ** 32 - 300, 3 * 2 ** 33 + 5, 2 ** 52]) {
    setRun(run, start, 600);
    for (const lane of [0, 1, 3]) {
      fillWords(stream, lane, run, 600, words);
      expect([...words]).toEqual([...run].map((row) => wordAt(stream.k0, stream.k1, row, lane)));
    }
    for (const size of [1, 1000, 2 ** 20, 2 ** 20 + 1, 2 ** 50]) {
      fillBelow(stream, run, 600, size, values);
      expect([...values]).toEqual([...run].map((row) => belowAt(stream, row, size)));
      fillBelow(stream, rows, 600, size, values);
      expect([...values]).toEqual([...rows.subarray(0, 600)].map((row) => belowAt(stream, row, size)));
    }
  }
});
