import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellText } from "./cells.ts";
import {
  newBigintVector,
  newBytesVector,
  newDecimalVector,
  newIntegerVector,
  newRealVector,
  newTextVector,
  newTimestampVector,
} from "./new-vector.ts";
import { textDictionary } from "./text-dictionary.ts";
import { newDictionaryVector } from "./new-vector.ts";
import { gatherCells, putCell, vectorForAll } from "./put-cell.ts";
import { vectorLike } from "./copy-vector.ts";
import type { Vector } from "./vector.ts";

const rows = 4;
const words = ["", "a", "née, “Ø”", "\u0000\n\"'"];

/** Vectors of every kind that a column may mix, their cells as they are, and the last one NULL. */
const samples: Readonly<Record<string, () => Vector>> = {
  integer: () => numbered(newIntegerVector(rows), [0, -5, 2 ** 53 - 1, 7]),
  decimal: () => numbered(newDecimalVector(rows, 2), [0, -150, 999, 1]),
  fine: () => numbered(newDecimalVector(rows, 4), [1, -15_000, 99_999, 1]),
  real: () => numbered(newRealVector(rows), [0.1, -2.5, 1e300, 1]),
  seconds: () => numbered(newTimestampVector(rows, 0, false), [0, 86_400_000, -1000, 5000]),
  millis: () => numbered(newTimestampVector(rows, 3, false), [1, 86_400_001, -1, 5]),
  bigint() {
    const vector = newBigintVector(rows);
    vector.values.set([0n, -(2n ** 63n), 2n ** 63n - 1n, 1n]);
    return vector;
  },
  text() {
    const vector = newTextVector(rows);
    const source = newDictionaryVector(rows, textDictionary(words));
    source.codes.set([0, 1, 2, 3]);
    for (let i = 0; i < rows; i++) putCell(source, i, vector, i);
    return vector;
  },
  dictionary() {
    const vector = newDictionaryVector(rows, textDictionary(words));
    vector.codes.set([3, 2, 1, 0]);
    return vector;
  },
  bytes() {
    const vector = newBytesVector(rows);
    vector.bytes.set([1, 2, 255]);
    vector.offsets.set([0, 1, 1, 3, 3]);
    return vector;
  },
};

function numbered<V extends Vector & { readonly values: Float64Array }>(vector: V, values: readonly number[]): V {
  vector.values.set(values);
  return vector;
}

const sample = (name: string): Vector => {
  const vector = samples[name]?.() ?? newTextVector(rows);
  vector.nulls[rows - 1] = 1;
  vector.hasNulls = true;
  return vector;
};

describe("cells of several vectors in one", () => {
  const alike = [
    ["text", "dictionary"],
    ["integer", "bigint"],
    ["integer", "real"],
    ["bytes"],
    ["seconds"],
    ["decimal"],
    ["real"],
    ["integer", "text", "seconds"],
  ];

  it("are what they were", () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...alike)
          .chain((names) =>
            fc.tuple(
              fc.constant(names),
              fc.array(fc.tuple(fc.nat(names.length - 1), fc.nat(rows - 1)), { minLength: 1, maxLength: 20 }),
            ),
          ),
        ([names, picks]) => {
          const vectors = names.map(sample);
          const out = vectorForAll(vectors, picks.length);
          picks.forEach(([which, at], i) => putCell(vectors[which] ?? out, at, out, i));
          out.hasNulls = true;
          expect(picks.map((_, i) => cellText(out, i))).toEqual(
            picks.map(([which, at]) => cellText(vectors[which] ?? out, at)),
          );
        },
      ),
    );
  });

  it("take the finer of two scales or precisions", () => {
    const finer = (names: readonly string[]): readonly (string | null)[] => {
      const vectors = names.map(sample);
      const out = vectorForAll(vectors, vectors.length);
      vectors.forEach((vector, k) => putCell(vector, 1, out, k));
      return vectors.map((_, k) => cellText(out, k));
    };
    expect(finer(["decimal", "fine", "integer"])).toEqual(["-1.5000", "-1.5000", "-5.0000"]);
    expect(finer(["seconds", "millis"])).toEqual(["1970-01-02 00:00:00.000", "1970-01-02 00:00:00.001"]);
    expect(finer(["decimal", "real"])).toEqual(["-1.5", "-2.5"]);
  });

  it("are gathered by their places", () => {
    for (const name of Object.keys(samples)) {
      const from = sample(name);
      const to = vectorLike(from, rows);
      gatherCells(from, Int32Array.of(2, 0, 3), 3, to);
      expect([0, 1, 2].map((i) => cellText(to, i))).toEqual([2, 0, 3].map((i) => cellText(from, i)));
    }
  });
});
