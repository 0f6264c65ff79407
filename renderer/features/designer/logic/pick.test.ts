import { describe, expect, it } from "vitest";
import { cellsAsText, inRange, rangeOf } from "./cell-range.ts";
import { columnOffsets, columnWindow, revealColumn } from "./column-window.ts";
import { clickSelection, neighbour } from "./selection-range.ts";

const names = ["a", "b", "c", "d"];
const plain = { shift: false, toggle: false };

describe("picking columns", () => {
  it("works as in a list of files", () => {
    expect(clickSelection(names, ["a"], "a", "c", plain)).toEqual(["c"]);
    expect(clickSelection(names, ["a"], "a", "c", { shift: true, toggle: false })).toEqual(["a", "b", "c"]);
    expect(clickSelection(names, ["c"], "c", "a", { shift: true, toggle: false })).toEqual(["a", "b", "c"]);
    expect(clickSelection(names, ["d"], "d", "b", { shift: false, toggle: true })).toEqual(["b", "d"]);
    expect(clickSelection(names, ["b", "d"], "d", "b", { shift: false, toggle: true })).toEqual(["d"]);
    expect(clickSelection(names, ["b"], "b", "b", { shift: false, toggle: true })).toEqual(["b"]);
  });

  it("stops at the ends", () => {
    expect(neighbour(names, "d", 1)).toBe("d");
    expect(neighbour(names, "a", -5)).toBe("a");
    expect(neighbour(names, undefined, 1)).toBe("a");
    expect(neighbour([], "a", 1)).toBeUndefined();
  });
});

describe("picking cells", () => {
  it("takes the rectangle between two corners", () => {
    const range = rangeOf({ row: 5, column: 3 }, { row: 2, column: 1 });
    expect([
      inRange(range, 2, 1),
      inRange(range, 5, 3),
      inRange(range, 6, 3),
      inRange(range, 5, 4),
      inRange(null, 5, 3),
    ]).toEqual([true, true, false, false, false]);
  });

  it("copies what a spreadsheet can take", () => {
    expect(cellsAsText([["a\tb"]])).toBe("a\tb");
    expect(cellsAsText([[null]])).toBe("");
    expect(
      cellsAsText([
        ["1", null, 'say "hi"'],
        ["2", "a\nb", "c"],
      ]),
    ).toBe('1\t\t"say ""hi"""\n2\t"a\nb"\tc');
  });
});

describe("a table of a thousand columns", () => {
  const offsets = columnOffsets(Array.from({ length: 1000 }, () => 100));

  it("draws the columns in view, and one more on each side", () => {
    expect(columnWindow(offsets, 0, 800)).toEqual({ from: 0, to: 10 });
    expect(columnWindow(offsets, 50_050, 800)).toEqual({ from: 499, to: 510 });
    expect(columnWindow(offsets, 99_200, 800).to).toBe(1000);
    expect(columnWindow([0], 0, 800)).toEqual({ from: 0, to: 0 });
  });

  it("moves no further than it must to show a column", () => {
    expect(revealColumn(offsets, 3, 0, 800)).toBe(0);
    expect(revealColumn(offsets, 8, 0, 800)).toBe(100);
    expect(revealColumn(offsets, 2, 500, 800)).toBe(200);
  });
});
