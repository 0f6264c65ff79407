import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeFolders } from "./make-folders.ts";

const scratch = mkdtempSync(join(tmpdir(), "seedloom-folders-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test("all missing folders are made, and the first of them is told", async () => {
  const first = join(scratch, "a");
  expect(await makeFolders(join(first, "b", "c"))).toBe(first);
  expect(statSync(join(first, "b", "c")).isDirectory()).toBe(true);
  expect(await makeFolders(join(first, "b"))).toBeUndefined();
});

test("a file in the way is an error", async () => {
  writeFileSync(join(scratch, "file"), "");
  await expect(makeFolders(join(scratch, "file", "below"))).rejects.toMatchObject({ code: "ENOTDIR" });
});

test.runIf(process.platform === "linux")("a file system that takes no folders ends it, too", async () => {
  await expect(makeFolders("/proc/nope/below")).rejects.toMatchObject({ code: "ENOENT" });
});
