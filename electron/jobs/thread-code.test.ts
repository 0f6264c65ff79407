import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";

/** What a thread that runs `entry` has loaded of Node itself, once it is ready to answer. */
async function loadedBy(entry: string): Promise<string[]> {
  const url = new URL(entry, import.meta.url).href;
  const code = `
    import { parentPort } from "node:worker_threads";
    await import(${JSON.stringify(url)});
    parentPort.postMessage(process.moduleLoadList);
    parentPort.close();
  `;
  const thread = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
    workerData: { opening: {}, flag: new SharedArrayBuffer(4) },
  });
  const exit = once(thread, "exit");
  const [loaded] = (await once(thread, "message")) as [string[]];
  await exit;
  return loaded;
}

it.each(["./job-worker.js", "../drivers/sqlite/target-worker.js"])(
  "no thread reads TypeScript by itself: %s",
  async (entry) => {
    const loaded = await loadedBy(entry);
    expect(loaded.length).toBeGreaterThan(50);
    expect(loaded.filter((name) => name.includes("amaro"))).toEqual([]);
  },
);
