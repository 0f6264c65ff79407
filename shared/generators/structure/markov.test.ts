import { expect, test } from "vitest";
import { bind, cellsOf, range, type Bench } from "../test-bench.ts";
import { markov } from "./markov.ts";

const bench: Bench = { type: { kind: "text" }, locales: [], rowCount: 200, ordinal: (row) => row % 10 };
const history = (params: Record<string, unknown>): ReadonlySet<string | null> =>
  new Set(cellsOf(bind(markov, params, bench), range(200)));

test("a first status of the usual steps is followed by them, and one that they do not know stays", () => {
  expect(history({ start: { working: 1 } })).toEqual(new Set(["working", "waiting", "done", "closed"]));
  expect(history({ start: { new: 1 } })).toEqual(new Set(["new"]));
});
