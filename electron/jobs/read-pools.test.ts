import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ColumnModel, SchemaModel } from "../../shared/schema/schema-model.ts";
import type { Project } from "../../shared/project/project.ts";
import { Session } from "../backend/sessions/session.ts";
import { readPools } from "./read-pools.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "seedloom-pools-"));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

test("files of the project's folder are read, and none outside it", async () => {
  const project = join(folder, "project");
  await mkdir(join(project, "lists"), { recursive: true });
  await writeFile(join(project, "lists", "a.txt"), "one\ntwo\n");
  await writeFile(join(project, "latin.txt"), Buffer.from([0x63, 0xe9]));
  await writeFile(join(folder, "secret.txt"), "secret");
  await symlink(join(folder, "secret.txt"), join(project, "link.txt"));
  const paths = ["lists/a.txt", "../secret.txt", join(folder, "secret.txt"), "link.txt", "none.csv", "latin.txt"];
  const faults = Object.values(await readPools(project, paths)).map((pool) => ("fault" in pool ? pool.fault : "read"));
  expect(faults).toEqual([
    "read",
    "../secret.txt lies outside the project's folder",
    `${join(folder, "secret.txt")} lies outside the project's folder`,
    "link.txt lies outside the project's folder",
    "There is no file none.csv in the project's folder",
    "latin.txt is not written in UTF-8",
  ]);
  expect(Object.values(await readPools(undefined, ["a.txt"]))).toEqual([
    { fault: "The project is not saved yet, so it has no folder to hold a.txt", unsaved: true },
  ]);
});

test("a slip in the name of a file is told with the file that is there", async () => {
  await mkdir(join(folder, "lists"));
  for (const name of ["vendors.csv", "seedloom.yaml", "lists/cities.txt"]) await writeFile(join(folder, name), "one\n");
  const found = await readPools(folder, ["vndor.csv", "lists/citys.txt", "seedlom.yaml", "other.csv"]);
  const instead = Object.values(found).map((file) => ("fault" in file ? file.instead : undefined));
  // Paths in the order of their names, as an object has them.
  expect(instead).toEqual(["vendors.csv", "lists/cities.txt", undefined, undefined]);
});

test("an edit of the file is seen, and a file that goes missing is a problem at its column", async () => {
  const column: ColumnModel = { name: "word", type: "TEXT", valueType: { kind: "text" }, nullable: false };
  const model: SchemaModel = {
    engine: "sqlite",
    defaultSchema: "main",
    tables: [
      {
        id: "t",
        schema: "main",
        name: "t",
        columns: [column],
        primaryKey: [],
        uniques: [],
        foreignKeys: [],
        checks: [],
      },
    ],
    views: [],
  };
  const project: Project = {
    seedloom: 1,
    source: "x",
    seed: 1,
    now: "2026-11-22",
    locales: { en: 1 },
    tables: {
      t: { rows: 5, columns: { word: { kind: "generate", generator: "pool", params: { file: "words.txt" } } } },
    },
    scenarios: {},
    exports: [],
  };
  const source = { path: "x", label: "x", connected: true };
  const session = new Session({ id: "s", name: "s", model, source, project, folder });
  const words = async (): Promise<string[]> => {
    const compiled = await session.compiled();
    const problems = compiled.problems.map(({ message }) => message);
    if (problems.length > 0) return problems;
    const [vector] = session.reader(compiled, "t").readRange(0, 1).vectors;
    return vector?.kind === "dictionary" ? [...vector.dictionary.texts] : [];
  };
  await writeFile(join(folder, "words.txt"), "one\n");
  expect(await words()).toEqual(["one"]);
  await writeFile(join(folder, "words.txt"), "one\nthree\n");
  expect(await words()).toEqual(["one", "three"]);
  await rm(join(folder, "words.txt"));
  expect(await words()).toEqual(["t.word: There is no file words.txt in the project's folder."]);
});
