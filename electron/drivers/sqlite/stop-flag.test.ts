import { expect, test } from "vitest";
import { StopFlag } from "./stop-flag.ts";

test("what is stopped is not made to stand, and what is made to stand is not stopped, on both sides", () => {
  const here = new StopFlag();
  const there = new StopFlag(here.memory);
  expect(here.stop()).toBe(true);
  expect(there.seal()).toBe(false);
  expect(here.stop()).toBe(true);

  here.reset();
  expect(there.seal()).toBe(true);
  expect(here.stop()).toBe(false);
  expect(there.seal()).toBe(true);
});
