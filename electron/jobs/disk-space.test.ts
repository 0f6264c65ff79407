import { expect, test } from "vitest";
import type { TablePlan } from "../../shared/plan/plan.ts";
import type { OutputSet } from "../sinks/output-set.ts";
import { comparison } from "../sinks/comparison.ts";
import { SpaceWatch } from "./disk-space.ts";
import { RunCounter } from "./run-progress.ts";

const table = (id: string, rowCount: number): TablePlan => ({ id, rowCount }) as TablePlan;
const file = (one: TablePlan) => ({ path: one.id, table: one, holds: [one] });
const disk = (free: number): OutputSet => ({ ...comparison("/seeds"), freeBytes: async () => free });

/** Writes rows of `a`, 100 bytes each, in ten pieces. */
async function write(free: number, stored: number): Promise<void> {
  const counter = new RunCounter([file(table("a", 1_000_000)), file(table("b", 1_000_000_000))], undefined);
  const watch = new SpaceWatch(disk(free), counter);
  for (let piece = 0; piece < 10; piece++) {
    counter.written("a", 1000, 100_000);
    counter.stored(stored);
    await watch.look();
  }
}

test("a run that will not fit is told soon, with figures", async () => {
  await expect(write(50_000_000, 100_000)).rejects.toThrow(
    "The export needs about 100 MB more, and 50 MB are free on the disk of /seeds.",
  );
});

test("a table that has not begun is not guessed at", async () => {
  await expect(write(100_000_000, 100_000)).resolves.toBeUndefined();
});

test("what is compressed counts as what it takes", async () => {
  await expect(write(50_000_000, 20_000)).resolves.toBeUndefined();
});

test("where nothing is written there is nothing to look at", async () => {
  const counter = new RunCounter([file(table("a", 1000))], undefined);
  const watch = new SpaceWatch(comparison("/seeds"), counter);
  counter.written("a", 1, 1_000_000_000);
  for (let piece = 0; piece < 8; piece++) await expect(watch.look()).resolves.toBeUndefined();
});
