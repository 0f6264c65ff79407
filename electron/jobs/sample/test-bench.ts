import Database from "better-sqlite3";
import { join } from "node:path";
import { expect } from "vitest";
import { catalogue } from "../../../shared/catalogue/index.ts";
import { newProject } from "../../../shared/project/new-project.ts";
import type { Project, TableDesign } from "../../../shared/project/project.ts";
import { designOf } from "../../../shared/rules/design-of.ts";
import type { Sample } from "../../../shared/rules/sample-rule.ts";
import { findTable, referencedTable, type SchemaModel, type TableId } from "../../../shared/schema/schema-model.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import type { Source } from "../../drivers/driver.ts";
import { openSource } from "../../drivers/open-source.ts";
import { openSample, type DrawnSample } from "./sampled-source.ts";

const signal = new AbortController().signal;

/** A database made by a script, at a path in the folder. */
export function database(folder: string, name: string, script: string): string {
  const path = join(folder, `${name}.sqlite`);
  const made = new Database(path);
  made.pragma("foreign_keys = OFF");
  // Northwind comes in thousands of statements, each a transaction.
  made.pragma("synchronous = OFF");
  made.pragma("journal_mode = MEMORY");
  made.exec(script);
  expect(made.pragma("foreign_key_check")).toEqual([]);
  made.close();
  return path;
}

/** A source with a sample that a test sets. */
export interface Opened {
  readonly source: Source;
  readonly model: SchemaModel;
  readonly project: Project;
  draw(): Promise<DrawnSample>;
  /** The rows of a table of the sample, in the order in which they are read. */
  rows(table: TableId): Promise<readonly (readonly Cell[])[]>;
}

/** Opens a source of which every table is masked, with these samples. */
export async function opened(
  address: string,
  samples: Readonly<Record<TableId, Sample>>,
  more: Readonly<Record<TableId, Partial<TableDesign>>> = {},
  seed = 7,
): Promise<Opened> {
  const source = await openSource(address);
  const model = await source.model();
  const project: Project = {
    ...newProject({ source: address, seed, now: "2026-01-01", locales: { en: 1 } }),
    tables: Object.fromEntries(
      model.tables.map(({ id }): [string, TableDesign] => [
        id,
        {
          mode: "mask",
          columns: {},
          ...(samples[id] === undefined ? {} : { sample: samples[id] }),
          ...more[id],
        },
      ]),
    ),
  };
  const draw = async (): Promise<DrawnSample> => {
    const sample = await openSample(source, designOf(model, project, catalogue), signal);
    if (sample === undefined) throw new Error("Nothing is sampled.");
    return sample;
  };
  let drawn: Promise<DrawnSample> | undefined;
  return {
    source,
    model,
    project,
    draw,
    async rows(id) {
      drawn ??= draw();
      return await allRows((await drawn).source, model, id);
    },
  };
}

/** All rows of a table, as many as the source says there are. */
export async function allRows(source: Source, model: SchemaModel, id: TableId): Promise<readonly (readonly Cell[])[]> {
  const table = findTable(model, id);
  if (table === undefined) throw new Error(`No table ${id}.`);
  const rows: (readonly Cell[])[] = [];
  for await (const chunk of source.read({ table })) rows.push(...chunk);
  expect(await source.count?.(table)).toBe(rows.length);
  return rows;
}

/** The least set of rows by brute force: all rows in memory, and every rule until nothing changes. */
async function reference(
  { source, model, project }: Opened,
  roots: Readonly<Record<TableId, (row: Readonly<Record<string, Cell>>) => boolean>>,
): Promise<ReadonlyMap<TableId, ReadonlySet<number>>> {
  const all = new Map<TableId, Readonly<Record<string, Cell>>[]>();
  for (const table of model.tables) {
    const rows = await allRows(source, model, table.id);
    all.set(
      table.id,
      rows.map((cells) => Object.fromEntries(table.columns.map(({ name }, k) => [name, cells[k] ?? null]))),
    );
  }
  const taken = new Map<TableId, Set<number>>(model.tables.map(({ id }) => [id, new Set()]));
  const down = new Map<TableId, Set<number>>(model.tables.map(({ id }) => [id, new Set()]));
  for (const [id, isRoot] of Object.entries(roots)) {
    all.get(id)?.forEach((row, at) => {
      if (!isRoot(row)) return;
      taken.get(id)?.add(at);
      down.get(id)?.add(at);
    });
  }
  const size = () => [...taken.values(), ...down.values()].reduce((sum, { size: rows }) => sum + rows, 0);
  for (let before = -1; before !== size();) {
    before = size();
    for (const child of model.tables) {
      for (const key of child.foreignKeys) {
        const parent = referencedTable(model, key);
        if (parent === undefined) continue;
        const choice = project.tables[parent.id]?.sample?.children?.[child.id] ?? "all";
        const byKey = new Map<string, number[]>();
        all.get(parent.id)?.forEach((row, at) => {
          const text = JSON.stringify(key.referencedColumns.map((name) => row[name]));
          byKey.set(text, [...(byKey.get(text) ?? []), at]);
        });
        all.get(child.id)?.forEach((row, at) => {
          if (key.columns.some((name) => row[name] === null)) return;
          for (const owner of byKey.get(JSON.stringify(key.columns.map((name) => row[name]))) ?? []) {
            if (taken.get(child.id)?.has(at)) taken.get(parent.id)?.add(owner);
            if (choice === "all" && down.get(parent.id)?.has(owner)) {
              taken.get(child.id)?.add(at);
              down.get(child.id)?.add(at);
            }
          }
        });
      }
    }
  }
  return taken;
}

/** Holds a sample to the rows that brute force finds. */
export async function expectClosure(
  sample: Opened,
  roots: Readonly<Record<TableId, (row: Readonly<Record<string, Cell>>) => boolean>>,
): Promise<void> {
  const expected = await reference(sample, roots);
  const sampled = (await sample.draw()).rows;
  for (const { id } of sample.model.tables) {
    // What no key connects with the sample keeps all its rows.
    if (!sampled.has(id)) continue;
    const whole = await allRows(sample.source, sample.model, id);
    const text = (row: readonly Cell[] | undefined) => JSON.stringify(row);
    expect([id, (await sample.rows(id)).map(text).toSorted()]).toEqual([
      id,
      Array.from(expected.get(id) ?? [], (at) => text(whole[at])).toSorted(),
    ]);
  }
}
