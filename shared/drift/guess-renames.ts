import { editDistance } from "../base/nearest.ts";
import { referencedTable, type ColumnModel, type SchemaModel, type TableModel } from "../schema/schema-model.ts";
import type { ValueKind } from "../schema/value-type.ts";
import type { Rename, SaidRename } from "./schema-change.ts";

/** Below this likeness, 0 to 1, two things are not taken for one. */
const least = { table: 0.5, column: 0.62 };
const most = { medium: 0.72, high: 0.85 };

interface Guess<T> {
  readonly from: T;
  readonly to: T;
  readonly score: number;
}

/**
 * Which of the names that are gone are among those that came: by type, name, place and constraints. What is said by a person
 * comes before any guess. Each name is taken once, the likest pair first.
 */
export function guessRenames(before: SchemaModel, after: SchemaModel, said: readonly SaidRename[]): readonly Rename[] {
  const tables = tableRenames(before, after, said);
  const to = new Map(tables.map((rename) => [rename.table, rename.to]));
  const now = new Map(after.tables.map((table) => [table.id, table]));
  const columns = before.tables.flatMap((table): readonly Rename[] => {
    const found = now.get(to.get(table.id) ?? table.id);
    return found === undefined ? [] : columnRenames(before, table, after, found, said);
  });
  return [...tables, ...columns];
}

function tableRenames(before: SchemaModel, after: SchemaModel, said: readonly SaidRename[]): readonly Rename[] {
  const spoken = said.filter(({ column }) => column === undefined);
  const [old, now] = [new Set(before.tables.map(({ id }) => id)), new Set(after.tables.map(({ id }) => id))];
  const gone = before.tables.filter(({ id }) => !now.has(id));
  const came = after.tables.filter(({ id }) => !old.has(id));
  const chosen = takeSaid(
    spoken,
    gone,
    came,
    ({ id }) => id,
    ({ table }) => table,
  );
  const guesses = pairs(chosen.gone, chosen.came, tableLikeness).filter(({ score }) => score >= least.table);
  return [
    ...chosen.pairs.map(({ from, to }): Rename => ({ table: from.id, to: to.id, confidence: "said" })),
    ...best(guesses).map(({ from, to, score }): Rename => ({ table: from.id, to: to.id, confidence: surety(score) })),
  ];
}

function columnRenames(
  before: SchemaModel,
  table: TableModel,
  after: SchemaModel,
  found: TableModel,
  said: readonly SaidRename[],
): readonly Rename[] {
  const spoken = said.filter((one) => one.table === table.id && one.column !== undefined);
  const [old, now] = [namesOf(table), namesOf(found)];
  const gone = table.columns.filter(({ name }) => !now.has(name));
  const came = found.columns.filter(({ name }) => !old.has(name));
  const chosen = takeSaid(
    spoken,
    gone,
    came,
    ({ name }) => name,
    ({ column }) => column ?? "",
  );
  const likeness = (a: ColumnModel, b: ColumnModel): number => columnLikeness(before, table, a, after, found, b);
  const guesses = pairs(chosen.gone, chosen.came, likeness).filter(({ score }) => score >= least.column);
  const rename = (from: ColumnModel, to: ColumnModel, confidence: Rename["confidence"]): Rename => ({
    table: table.id,
    column: from.name,
    to: to.name,
    confidence,
  });
  return [
    ...chosen.pairs.map(({ from, to }) => rename(from, to, "said")),
    ...best(guesses).map(({ from, to, score }) => rename(from, to, surety(score))),
  ];
}

/** Takes what is said out of what is to be guessed. */
function takeSaid<T, S extends SaidRename>(
  said: readonly S[],
  gone: readonly T[],
  came: readonly T[],
  nameOf: (one: T) => string,
  placeOf: (one: S) => string,
): { readonly pairs: readonly { from: T; to: T }[]; readonly gone: readonly T[]; readonly came: readonly T[] } {
  const spokenOf = (one: T): S | undefined => said.find((word) => placeOf(word) === nameOf(one));
  const found = gone.flatMap((from) => {
    const to = came.find((one) => nameOf(one) === spokenOf(from)?.to);
    return to === undefined ? [] : [{ from, to }];
  });
  return {
    pairs: found,
    gone: gone.filter((one) => spokenOf(one) === undefined),
    came: came.filter((one) => !found.some(({ to }) => to === one)),
  };
}

const namesOf = (table: TableModel): ReadonlySet<string> => new Set(table.columns.map(({ name }) => name));

const surety = (score: number): Rename["confidence"] =>
  score >= most.high ? "high" : score >= most.medium ? "medium" : "low";

function pairs<T>(gone: readonly T[], came: readonly T[], likeness: (a: T, b: T) => number): readonly Guess<T>[] {
  return gone.flatMap((from) => came.map((to) => ({ from, to, score: likeness(from, to) })));
}

/** The likest pairs in which nothing occurs twice; equal ones in the order in which they came. */
function best<T>(guesses: readonly Guess<T>[]): readonly Guess<T>[] {
  const taken = new Set<T>();
  return guesses
    .toSorted((a, b) => b.score - a.score)
    .filter(({ from, to }) => {
      if (taken.has(from) || taken.has(to)) return false;
      taken.add(from);
      taken.add(to);
      return true;
    });
}

/** 0 to 1: how much of two names is the same, without regard to case and what stands between words. */
function nameLikeness(a: string, b: string): number {
  const [x, y] = [plain(a), plain(b)];
  const longest = Math.max(x.length, y.length);
  if (longest === 0) return 0;
  // One name within the other: amount and total_amount.
  const within = Math.min(x.length, y.length) >= 3 && (x.includes(y) || y.includes(x)) ? 0.7 : 0;
  return Math.max(within, 1 - editDistance(x, y) / longest);
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

/** The columns that two tables have in common, by name or place and kind, and a little of their names. */
function tableLikeness(a: TableModel, b: TableModel): number {
  const columns = new Map(b.columns.map((column) => [column.name, column]));
  const known = new Set(a.columns.map(({ name }) => name));
  const common = a.columns.reduce((sum, column, k) => {
    const same = columns.get(column.name);
    if (same !== undefined) return sum + (same.valueType.kind === column.valueType.kind ? 1 : 0.5);
    const there = b.columns[k];
    const alike = there !== undefined && !known.has(there.name) && there.valueType.kind === column.valueType.kind;
    return sum + (alike ? nameLikeness(column.name, there.name) : 0);
  }, 0);
  const width = Math.max(a.columns.length, b.columns.length);
  const shared = width === 0 ? 0 : common / width;
  const name = nameLikeness(a.name, b.name);
  // Many small tables have an id and a name: there the table's own name must say it.
  if (shared < 0.4 || (width <= 3 && name < 0.3)) return 0;
  return shared * 0.65 + name * 0.35;
}

function columnLikeness(
  before: SchemaModel,
  table: TableModel,
  a: ColumnModel,
  after: SchemaModel,
  found: TableModel,
  b: ColumnModel,
): number {
  const name = nameLikeness(a.name, b.name);
  const [role, roleNow] = [roleOf(before, table, a.name), roleOf(after, found, b.name)];
  // A column at the same place, of the same type, may well be another: its name or its keys must say so, too.
  if (name < 0.3 && (role === "" || role !== roleNow)) return 0;
  const type = a.type === b.type ? 0.3 : typeLikeness(a.valueType.kind, b.valueType.kind);
  const place = Math.abs(table.columns.indexOf(a) - found.columns.indexOf(b));
  const near = place === 0 ? 0.15 : place === 1 ? 0.1 : 0;
  const nullable = a.nullable === b.nullable ? 0.05 : 0;
  return type + name * 0.35 + near + nullable + (role === roleNow ? 0.15 : 0);
}

function typeLikeness(a: ValueKind, b: ValueKind): number {
  if (a === b) return 0.22;
  return families.some((kinds) => kinds.has(a) && kinds.has(b)) ? 0.15 : 0;
}

/** Kinds that a column is changed to when it turns out too narrow. */
const families: readonly ReadonlySet<ValueKind>[] = [
  new Set(["integer", "decimal", "real"]),
  new Set(["date", "timestamp"]),
  new Set(["text", "enum", "uuid", "json"]),
];

/** The keys that a column is part of, as a text; "" where it is in none. */
function roleOf(model: SchemaModel, table: TableModel, column: string): string {
  const keys = table.foreignKeys
    .filter(({ columns }) => columns.includes(column))
    .map((key) => referencedTable(model, key)?.id ?? key.referencedTable.name);
  const primary = table.primaryKey.includes(column) ? [`primary ${table.primaryKey.length}`] : [];
  const unique = table.uniques.some(({ columns }) => columns.includes(column)) ? ["unique"] : [];
  return [...primary, ...unique, ...keys.toSorted()].join(" ");
}
