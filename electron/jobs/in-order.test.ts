import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { inOrder } from "./in-order.ts";

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const never = new AbortController().signal;

test("outcomes come in the order of the tasks, whichever is ready first", async () => {
  const outcomes = await all(inOrder([30, 1, 10, 0], 3, async (ms) => (await wait(ms), ms), never));
  expect(outcomes).toEqual([30, 1, 10, 0]);
});

test("no more tasks are under way than allowed, however slow the taker", async () => {
  let under = 0;
  let most = 0;
  const tasks = Array.from({ length: 20 }, (_, k) => k);
  for await (const _ of inOrder(
    tasks,
    3,
    async () => {
      most = Math.max(most, ++under);
      await wait(1);
    },
    never,
  )) {
    await wait(2);
    under--;
  }
  expect(most).toBeLessThanOrEqual(4);
});

test("a stop does not wait for a task that hangs", async () => {
  const controller = new AbortController();
  const outcomes = all(inOrder([1], 1, () => new Promise<number>(() => undefined), controller.signal));
  controller.abort();
  await expect(outcomes).rejects.toThrow();
});

test("a failed task ends the run, and those under way fail unheard", async () => {
  const run = async (task: number): Promise<number> => {
    await wait(task);
    throw new Error(`task ${task}`);
  };
  await expect(all(inOrder([5, 1, 2], 3, run, never))).rejects.toThrow("task 5");
  await wait(5);
});
