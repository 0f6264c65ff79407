import { describe, expect, it } from "vitest";
import type { DictionaryVector, TextVector } from "../vectors/vector.ts";
import { cellText } from "../vectors/cells.ts";
import { newDictionaryVector, newTextVector } from "../vectors/new-vector.ts";
import { textDictionary } from "../vectors/text-dictionary.ts";
import { consistentFakeMask } from "./consistent-fake.ts";
import { inCaseOf } from "./letter-case.ts";
import { masked } from "./test-bench.ts";
import { writeNull, writeText } from "./text-mask.ts";

function texts(values: readonly (string | null)[]): TextVector {
  const out = newTextVector(values.length);
  values.forEach((value, i) => (value === null ? writeNull(out, i) : writeText(out, i, value)));
  return out;
}

function codes(values: readonly (string | null)[]): DictionaryVector {
  const out = newDictionaryVector(values.length, textDictionary(values.map((value) => value ?? "")));
  values.forEach((value, i) => {
    out.codes[i] = i;
    out.nulls[i] = value === null ? 1 : 0;
    out.hasNulls ||= value === null;
  });
  return out;
}

describe.each([
  ["texts", texts],
  ["a list of texts", codes],
])("%s in the case of the source's", (_kind, made) => {
  const cased = (pairs: readonly (readonly [source: string | null, made: string | null])[]) => {
    const one = inCaseOf(texts(pairs.map(([source]) => source)), made(pairs.map(([, text]) => text)), pairs.length);
    one?.fill(pairs.length);
    return pairs.map((_, i) => one && cellText(one.out, i));
  };

  it("are all capitals or all small where the source's are, and as they are made elsewhere", () => {
    expect(
      cased([
        ["SMITH", "Jones"],
        ["o'neill", "McCoy"],
        ["McCoy", "van Dyke"],
        ["ÅSA ÖBERG", "Jürgen Weiß"],
        ["иванов", "Петров"],
        ["A", "Eve"],
        ["12-34", "Lot B"],
        ["山田", "Sato"],
      ]),
    ).toEqual(["JONES", "mccoy", "van Dyke", "JÜRGEN WEIß", "петров", "Eve", "Lot B", "Sato"]);
  });

  it("keep NULL", () => {
    expect(
      cased([
        [null, null],
        ["SMITH", "Jones"],
      ]),
    ).toEqual([null, "JONES"]);
  });
});

describe("a consistent fake", () => {
  it("has the capitals of the value, and is the same name for any of its spellings", () => {
    const [capitals, small, mixed] = masked(consistentFakeMask, {}, ["SMITH", "smith", "Smith"]);
    expect(mixed).toMatch(/^Name \d$/);
    expect(capitals).toBe(mixed?.toUpperCase());
    expect(small).toBe(mixed?.toLowerCase());
  });

  it("is as it is made where that is asked", () => {
    const cells = masked(consistentFakeMask, { keepCase: false }, ["SMITH", "smith", "Smith", null]);
    expect(new Set(cells.slice(0, 3)).size).toBe(1);
    expect(cells[3]).toBeNull();
  });
});
