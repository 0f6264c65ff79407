import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, open, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { encodeUtf8 } from "../../shared/base/utf8.ts";
import { FileWriter } from "./file-writer.ts";
import { FileSet } from "./files.ts";
import { temporaryBeside } from "./temporary-names.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "seedloom-files-"));
});
afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true });
});

async function written(texts: Readonly<Record<string, string>>, where = folder): Promise<FileSet> {
  const files = new FileSet(where);
  await files.prepare();
  for (const [path, text] of Object.entries(texts)) {
    const file = await files.open(path);
    await file.write(encodeUtf8(text));
    await file.finish();
  }
  return files;
}

test("files take their places together at the end, and nothing else is left", async () => {
  await writeFile(join(folder, "a.csv"), "old");
  const files = await written({ "a.csv": "new", "b.csv": "new too" });
  expect(await readFile(join(folder, "a.csv"), "utf8")).toBe("old");
  await files.commit();
  expect(await readFile(join(folder, "a.csv"), "utf8")).toBe("new");
  expect(await readdir(folder)).toEqual(["a.csv", "b.csv"]);
});

test("a run that is given up leaves the old files, and the folder that it made is gone", async () => {
  const made = join(folder, "x", "y");
  const files = await written({ "a.csv": "new" }, made);
  await files.discard();
  expect(await readdir(folder)).toEqual([]);
});

test("each file says its size, its hash and whether it changed", async () => {
  await writeFile(join(folder, "same.csv"), "1\n2\n");
  await writeFile(join(folder, "other.csv"), "1\n3\n");
  const before = (await stat(join(folder, "same.csv"))).mtimeMs;
  const files = new FileSet(folder);
  await files.prepare();
  const finished = [];
  for (const path of ["same.csv", "other.csv", "more.csv"]) {
    const file = await files.open(path);
    await file.write(encodeUtf8("1\n"));
    await file.write(encodeUtf8("2\n"));
    finished.push(await file.finish());
  }
  await files.commit();
  const sha256 = createHash("sha256").update("1\n2\n").digest("hex");
  expect(finished).toEqual([
    { path: "same.csv", bytes: 4, sha256, change: "unchanged" },
    { path: "other.csv", bytes: 4, sha256, change: "changed" },
    { path: "more.csv", bytes: 4, sha256, change: "added" },
  ]);
  expect((await stat(join(folder, "same.csv"))).mtimeMs).toBe(before);
});

/** Writes ten pieces of 4 MiB: the disk is asked to take them before the last is written. */
async function writeMany(file: Awaited<ReturnType<FileSet["open"]>>): Promise<string> {
  const piece = new Uint8Array(4 * 1024 * 1024);
  const hash = createHash("sha256");
  for (let k = 0; k < 10; k++) {
    await file.write(piece.fill(k));
    hash.update(piece);
  }
  return hash.digest("hex");
}

test("a large file is whole, and leaves nothing when it is given up half-way", async () => {
  const kept = new FileSet(folder);
  const file = await kept.open("kept.bin");
  const sha256 = await writeMany(file);
  expect(await file.finish()).toMatchObject({ bytes: 40 * 1024 * 1024, sha256 });
  await kept.commit();
  const givenUp = new FileSet(folder);
  await writeMany(await givenUp.open("given-up.bin"));
  await givenUp.discard();
  expect(await readdir(folder)).toEqual(["kept.bin"]);
});

test("memory that is given along comes back once it is written, and only then is written anew", async () => {
  const files = new FileSet(folder);
  const file = await files.open("behind.bin");
  const hash = createHash("sha256");
  const free: Uint8Array[] = [];
  let back = 0;
  for (let k = 0; k < 40; k++) {
    const piece = free.pop() ?? new Uint8Array(512 * 1024);
    hash.update(piece.fill(k));
    await file.write(piece, () => {
      back++;
      free.push(piece);
    });
  }
  const sha256 = hash.digest("hex");
  expect(await file.finish()).toMatchObject({ bytes: 20 * 1024 * 1024, sha256 });
  await files.commit();
  expect(back).toBe(40);
  expect(free.length).toBeLessThan(20);
  expect(
    createHash("sha256")
      .update(await readFile(join(folder, "behind.bin")))
      .digest("hex"),
  ).toBe(sha256);
});

test("what cannot be written behind its caller is told before the file counts as finished", async () => {
  await writeFile(join(folder, "read-only"), "");
  const handle = await open(join(folder, "read-only"), "r");
  const writer = new FileWriter(handle);
  writer.begin(new Uint8Array(1024), () => expect.unreachable());
  await expect(writer.sync()).rejects.toMatchObject({ code: "EBADF" });
  await handle.close();
});

test("what a killed run left is removed; the work of a running one is not", async () => {
  const dead = execFileSync(process.execPath, ["-p", "process.pid"], { encoding: "utf8" }).trim();
  const mine = temporaryBeside(join(folder, "a.csv"));
  const leftover = mine.replace(`-${process.pid}-`, `-${dead}-`);
  const running = mine.replace(`-${process.pid}-`, `-${process.ppid}-`);
  for (const path of [mine, leftover, running]) await writeFile(path, "part");
  await writeFile(join(folder, ".other.tmp"), "not ours");
  await new FileSet(folder).prepare();
  const left = await readdir(folder);
  expect(left).toContain(".other.tmp");
  expect(left.map((name) => join(folder, name))).toEqual(expect.arrayContaining([mine, running]));
  expect(left).toHaveLength(3);
});

test("when one file cannot take its place, those before it go back to what they were", async () => {
  await writeFile(join(folder, "a.csv"), "old");
  const files = await written({ "a.csv": "new", "b.csv": "new", "c.csv": "new" });
  // Somebody makes a folder of that name while the run goes on.
  await mkdir(join(folder, "c.csv"));
  await expect(files.commit()).rejects.toMatchObject({
    code: "folder-unwritable",
    message: expect.stringContaining("c.csv"),
  });
  expect(await readdir(folder)).toEqual(["a.csv", "c.csv"]);
  expect(await readFile(join(folder, "a.csv"), "utf8")).toBe("old");
});

test("a target under a file says where", async () => {
  await writeFile(join(folder, "file"), "");
  await expect(written({}, join(folder, "file", "out"))).rejects.toMatchObject({
    code: "folder-unwritable",
    message: expect.stringContaining(join(folder, "file", "out")),
  });
});

test("a target that is a folder is refused before anything is written", async () => {
  await mkdir(join(folder, "a.csv"));
  await expect(written({ "a.csv": "x" })).rejects.toMatchObject({ code: "folder-unwritable" });
});

test("files in folders of their own, and files that are to be gone, change together", async () => {
  await writeFile(join(folder, "old.csv"), "old");
  const files = new FileSet(folder);
  await files.prepare();
  const file = await files.open("smoke/deep/a.csv");
  await file.write(encodeUtf8("new"));
  await file.finish();
  files.remove("old.csv");
  expect(await readdir(folder)).toEqual(["old.csv", "smoke"]);
  await files.commit();
  expect(await readdir(folder)).toEqual(["smoke"]);
  expect(await readdir(join(folder, "smoke/deep"))).toEqual(["a.csv"]);
});

test("where a file cannot be removed, all others are as they were", async () => {
  await writeFile(join(folder, "a.csv"), "old");
  await writeFile(join(folder, "gone.csv"), "old");
  const files = await written({ "a.csv": "new", "new/b.csv": "new" });
  files.remove("gone.csv");
  files.remove("never/was.csv");
  await expect(files.commit()).rejects.toMatchObject({ code: "folder-unwritable" });
  await files.discard();
  expect((await readdir(folder)).toSorted()).toEqual(["a.csv", "gone.csv"]);
  expect(await readFile(join(folder, "a.csv"), "utf8")).toBe("old");
});
