import { isMap, isScalar, stringify, type YAMLMap } from "yaml";
import { projectFileName } from "./read-project-file.ts";
import { keyName } from "./source-tree.ts";
import type { RenamedName } from "./taken-schema.ts";
import { readYaml } from "./yaml-source.ts";

/** A key that reads otherwise from here to there. */
interface NewKey {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/**
 * The text of seedloom.yaml with its tables and columns under their new names: what is written beside them, comments too, goes
 * along, and not a letter else changes. @throws SeedloomError where the text cannot be read.
 */
export function renameKeys(text: string, renamed: readonly RenamedName[]): string {
  if (renamed.length === 0) return text;
  const root = readYaml(text, projectFileName).document.contents;
  if (!isMap(root)) return text;
  const scenarios = mapOf(root, "scenarios")?.items ?? [];
  const tables = [root, ...scenarios.flatMap(({ value }) => (isMap(value) ? [value] : []))];
  const keys = tables.flatMap((map) => keysOfTables(mapOf(map, "tables"), renamed));
  return keys
    .toSorted((a, b) => b.from - a.from)
    .reduce((words, { from, to, name }) => words.slice(0, from) + keyText(name) + words.slice(to), text);
}

/** The same names the other way round. */
export const takenBack = (renamed: readonly RenamedName[]): readonly RenamedName[] =>
  renamed.map(({ table, column, to }) => {
    const now = renamed.find((one) => one.column === undefined && one.table === table)?.to ?? table;
    return column === undefined ? { table: to, to: table } : { table: now, column: to, to: column };
  });

function keysOfTables(tables: YAMLMap | undefined, renamed: readonly RenamedName[]): readonly NewKey[] {
  if (tables === undefined) return [];
  const columns = tables.items.flatMap(({ key, value }) => {
    const map = isMap(value) ? mapOf(value, "columns") : undefined;
    const ofTable = renamed.filter(({ table, column }) => table === keyName(key) && column !== undefined);
    return map === undefined ? [] : keysOf(map, (name) => ofTable.find(({ column }) => column === name)?.to);
  });
  const named = renamed.filter(({ column }) => column === undefined);
  return [...columns, ...keysOf(tables, (name) => named.find(({ table }) => table === name)?.to)];
}

function keysOf(map: YAMLMap, nameNow: (name: string) => string | undefined): readonly NewKey[] {
  const names = map.items.map(({ key }) => keyName(key) ?? "");
  const next = names.map((name) => nameNow(name) ?? name);
  // Two entries of one name are no map any more: the writer of the file puts them apart.
  if (new Set(next).size < next.length) return [];
  return map.items.flatMap(({ key }, k): NewKey[] => {
    const name = next[k];
    if (!isScalar(key) || name === undefined || name === names[k] || !key.range) return [];
    return [{ from: key.range[0], to: key.range[1], name }];
  });
}

const keyText = (name: string): string => stringify({ [name]: 0 }, { lineWidth: 0 }).replace(/: 0\n$/, "");

function mapOf(map: YAMLMap, name: string): YAMLMap | undefined {
  const value = map.items.find(({ key }) => keyName(key) === name)?.value;
  return isMap(value) ? value : undefined;
}
