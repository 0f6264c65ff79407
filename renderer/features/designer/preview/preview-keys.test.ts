import { describe, expect, it } from "vitest";
import { move } from "./use-preview-keys.ts";

const extent = { rows: 50_000_000, columns: 12, page: 20 };
const from = { row: 100, column: 3 };

describe("keys of the preview", () => {
  it.each([
    ["ArrowDown", false, { row: 101, column: 3 }],
    ["ArrowRight", false, { row: 100, column: 4 }],
    ["PageDown", false, { row: 120, column: 3 }],
    ["PageUp", false, { row: 80, column: 3 }],
    ["Home", false, { row: 100, column: 0 }],
    ["End", false, { row: 100, column: 11 }],
    ["Home", true, { row: 0, column: 0 }],
    ["End", true, { row: 49_999_999, column: 11 }],
    ["ArrowDown", true, { row: 49_999_999, column: 3 }],
  ])("%s (with Ctrl: %s)", (key, control, to) => expect(move(key, control, from, extent)).toEqual(to));

  it("stop at the edges, and leave other keys alone", () => {
    expect(move("ArrowUp", false, { row: 0, column: 0 }, extent)).toEqual({ row: 0, column: 0 });
    expect(move("PageDown", false, { row: 49_999_990, column: 0 }, extent)).toEqual({ row: 49_999_999, column: 0 });
    expect(move("x", false, from, extent)).toBeUndefined();
  });
});
