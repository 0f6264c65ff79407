import { mkdtemp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { windowFile } from "./window-file.ts";

let top = "";
let folder = "";

beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), "seedloom-files-"));
  folder = join(top, "renderer");
  await mkdir(join(folder, "assets"), { recursive: true });
  await writeFile(join(folder, "index.html"), "<p>window");
  await writeFile(join(folder, "assets", "index-A1_b.js"), "1");
  await writeFile(join(folder, "assets", ".hidden.js"), "1");
  await writeFile(join(folder, "notes.txt"), "not a part of the window");
  await writeFile(join(top, "secret.js"), "secret");
  await symlink(join(top, "secret.js"), join(folder, "link.js"));
  await symlink(top, join(folder, "up"));
});
afterAll(async () => rm(top, { recursive: true }));

test("serves the window's files with their types", async () => {
  expect((await windowFile(folder, "/"))?.body.toString()).toBe("<p>window");
  expect((await windowFile(folder, "/index.html"))?.type).toBe("text/html; charset=utf-8");
  expect((await windowFile(folder, "/assets/index-A1_b.js"))?.type).toBe("text/javascript; charset=utf-8");
});

test.each([
  "/../secret.js",
  "/assets/../../secret.js",
  "/%2e%2e/secret.js",
  "/%2e%2e%2fsecret.js",
  "/..%5csecret.js",
  "/..\\secret.js",
  "//etc/passwd",
  "/etc/passwd",
  "file:///etc/passwd",
  "/C:/secret.js",
  "/link.js",
  "/up/secret.js",
  "/assets",
  "/assets/",
  "/assets/.hidden.js",
  "/notes.txt",
  "/index.html\0.js",
  "/absent.js",
])("does not serve %s", async (path) => {
  expect(await windowFile(folder, path)).toBeUndefined();
});
