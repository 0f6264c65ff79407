import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openSource } from "../electron/drivers/open-source.ts";
import type { SchemaModel } from "../shared/schema/schema-model.ts";

/** What one column means, as a person wrote it down before looking at any result (keys/columns.txt). */
export interface ColumnLabel {
  readonly meaning: string;
  /** The category of personal data, where the column is personal. */
  readonly personal?: string;
  /** Either answer will do. */
  readonly open?: boolean;
}

/** Table → column → label. */
export type DatabaseKey = ReadonlyMap<string, ReadonlyMap<string, ColumnLabel>>;

export interface LabelledDatabase {
  readonly name: string;
  readonly model: SchemaModel;
  readonly key: DatabaseKey;
  /** Tables without labels are only pointed to. */
  readonly partial?: boolean;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const data = here("../../shared/data/");

/** The databases of the key, and the file whose schema is looked at. */
const files: Readonly<Record<string, string>> = {
  chinook: "chinook/chinook.sqlite",
  sakila: "sakila/sakila.sqlite",
  northwind: "northwind/northwind_sqlite.sql",
  guacamole: "guacamole/guacamole_postgresql.sql",
  omop: "omop-cdm/omop_cdm_5.4_postgres.sql",
};

export const haveData = existsSync(data);

/** The labelled databases with their schemas. */
export async function labelledDatabases(): Promise<readonly LabelledDatabase[]> {
  const keys = readKeys();
  return Promise.all(
    [...keys].map(async ([name, key]) => {
      const source = await openSource(`${data}${files[name] ?? name}`);
      try {
        return { name, key, model: await source.model() };
      } finally {
        await source.close();
      }
    }),
  );
}

function readKeys(): ReadonlyMap<string, DatabaseKey> {
  const keys = new Map<string, Map<string, ReadonlyMap<string, ColumnLabel>>>();
  let tables = new Map<string, ReadonlyMap<string, ColumnLabel>>();
  for (const line of readFileSync(here("./keys/columns.txt"), "utf8").split("\n")) {
    if (line.startsWith("## ")) keys.set(line.slice(3).trim(), (tables = new Map()));
    const [table, columns] = line.startsWith("#") ? [] : line.split(": ");
    if (table === undefined || columns === undefined) continue;
    tables.set(table, new Map(columns.trim().split(/\s+/u).map(readLabel)));
  }
  return keys;
}

function readLabel(text: string): readonly [string, ColumnLabel] {
  const [, name = "", meaning = "", mark, personal] = /^([^=]+)=([^!?]+)(?:([!?])(.+))?$/u.exec(text) ?? [];
  return [name, { meaning, ...(personal === undefined ? {} : { personal, open: mark === "?" }) }];
}

/** Which generators a person would keep for a meaning: ids, `*` at the end for a family. */
export function readMeanings(): ReadonlyMap<string, (generator: string) => boolean> {
  const meanings: Readonly<Record<string, readonly string[]>> = JSON.parse(
    readFileSync(here("./keys/meanings.json"), "utf8"),
  );
  return new Map(
    Object.entries(meanings).map(([meaning, ids]) => [
      meaning,
      (generator: string) =>
        ids.some((id) => (id.endsWith("*") ? generator.startsWith(id.slice(0, -1)) : generator === id)),
    ]),
  );
}
