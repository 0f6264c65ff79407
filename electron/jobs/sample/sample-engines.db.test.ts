import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../../../shared/catalogue/index.ts";
import type { Project, TableDesign } from "../../../shared/project/project.ts";
import { designOf } from "../../../shared/rules/design-of.ts";
import type { Sample } from "../../../shared/rules/sample-rule.ts";
import type { SchemaModel } from "../../../shared/schema/schema-model.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import { runCli } from "../../cli/main.ts";
import { openSource } from "../../drivers/open-source.ts";
import { engines, hasRealData, type EngineDatabase } from "../load-engines.ts";
import { keptProject, projectText, rowsOf, testFolder } from "../mask-bench.ts";
import { openSample } from "./sampled-source.ts";

// One database in every engine: a sample takes the same rows of each.

const samples: Readonly<Record<string, Readonly<Record<string, Sample>>>> = {
  "a share": { customer: { share: 0.1 }, playlist: { rows: 2, children: { playlisttrack: { most: 3 } } } },
  "a condition": { invoice: { where: "billingcountry IN ('Norway', 'Chile') AND total > 1.5" } },
  "picked rows": {
    track: { keys: [[1], [77]], children: { playlisttrack: "none" } },
    playlisttrack: { keys: [[1, 3402]] },
  },
};

async function modelOf(address: string): Promise<SchemaModel> {
  const source = await openSource(address);
  try {
    return await source.model();
  } finally {
    await source.close();
  }
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A sample whose names are written as an engine has them. */
function inTermsOf(
  model: SchemaModel,
  sample: Readonly<Record<string, Sample>>,
): Readonly<Record<string, TableDesign>> {
  const idOf = (name: string): string => model.tables.find(({ id }) => sameName(id, name))?.id ?? name;
  return Object.fromEntries(
    model.tables.map(({ id }): [string, TableDesign] => {
      const own = Object.entries(sample).find(([name]) => sameName(name, id))?.[1];
      if (own === undefined) return [id, { mode: "mask", columns: {} }];
      const { children, where, ...rest } = own;
      const column = (name: string): string => {
        const columns = model.tables.flatMap((table) => table.columns);
        const found = columns.find((one) => sameName(one.name, name))?.name ?? name;
        return model.engine === "postgresql" ? `"${found}"` : found;
      };
      return [
        id,
        {
          mode: "mask",
          columns: {},
          sample: {
            ...rest,
            ...(where === undefined ? {} : { where: where.replaceAll(/billingcountry|total/g, column) }),
            ...(children === undefined
              ? {}
              : { children: Object.fromEntries(Object.entries(children).map(([name, taken]) => [idOf(name), taken])) }),
          },
        },
      ];
    }),
  );
}

/** The keys of all rows that a sample takes, by table. */
async function keysOf(
  address: string,
  sample: Readonly<Record<string, Sample>>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const source = await openSource(address);
  try {
    const model = await source.model();
    const project: Project = { ...keptProject(model, address), tables: inTermsOf(model, sample) };
    const drawn = await openSample(source, designOf(model, project, catalogue), new AbortController().signal);
    const keys: [string, readonly string[]][] = [];
    for (const table of model.tables) {
      const rows: (readonly Cell[])[] = [];
      for await (const chunk of drawn?.source.read({ table, columns: [...table.primaryKey] }) ?? [])
        rows.push(...chunk);
      keys.push([table.id.toLowerCase(), rows.map((cells) => cells.map(String).join(" ")).toSorted()]);
    }
    return Object.fromEntries(keys);
  } finally {
    await source.close();
  }
}

async function run(...words: readonly string[]): Promise<{ readonly code: number; readonly err: string }> {
  let err = "";
  const note = (line: string): void => void (err += `${line}\n`);
  const terminal = { out: async () => undefined, note, watched: false, width: undefined };
  return { code: await runCli(words, { serve: async () => 0 }, terminal), err };
}

describe.skipIf(!hasRealData)("Chinook in every engine (skipped where ../shared/data is absent)", () => {
  const folder = testFolder();
  const address = join(folder.path, "chinook.sqlite");
  const project = join(folder.path, "project");
  const others = engines.filter(({ id, available }) => available && id !== "sqlite");
  const made: EngineDatabase[] = [];
  let model: SchemaModel;

  beforeAll(async () => {
    copyFileSync("../shared/data/chinook/chinook.sqlite", address);
    model = await modelOf(address);
    mkdirSync(project);
    writeFileSync(join(project, "seedloom.yaml"), projectText(keptProject(model, address), model));
    for (const engine of others) {
      const database = await engine.make(model);
      made.push(database);
      expect(await run("mask", project, "--to", database.address, "--leak-check", "off")).toMatchObject({ code: 0 });
    }
  });
  afterAll(async () => {
    for (const database of made) await database.drop();
    folder.remove();
  });

  test.each(Object.entries(samples))("gives the same rows by %s", async (_name, sample) => {
    const expected = await keysOf(address, sample);
    expect(Object.values(expected).flat().length).toBeGreaterThan(20);
    for (const database of made) expect(await keysOf(database.address, sample)).toEqual(expected);
  });

  test("loads a sample whose keys the engine proves, and writes the same files with any number of workers", async () => {
    const target = await engines[0]?.make(model);
    if (target === undefined) throw new Error("SQLite is not there.");
    const sample = ["--sample", "Customer:10%", "--leak-check", "off"] as const;
    const outcome = await run("mask", project, "--to", target.address, "--proof", ...sample);
    expect(outcome).toMatchObject({ code: 0 });
    expect(outcome.err).toContain("0 orphans");
    const rows = await rowsOf(target.address);
    expect(rows.get("Customer")?.length).toBeGreaterThan(0);
    expect(rows.get("Customer")?.length).toBeLessThan(59);
    await target.drop();
    for (const workers of ["1", "3"]) {
      const out = join(folder.path, `out-${workers}`);
      expect(
        await run("mask", project, "--format", "csv", "--out", out, "--workers", workers, ...sample),
      ).toMatchObject({ code: 0 });
    }
    for (const { id } of model.tables) {
      expect(readFileSync(join(folder.path, "out-1", `${id}.csv`))).toEqual(
        readFileSync(join(folder.path, "out-3", `${id}.csv`)),
      );
    }
  });
});
