import { defaultRows } from "../project/project.ts";
import {
  findColumn,
  findTable,
  referencedTable,
  type SchemaModel,
  type TableId,
  type TableModel,
} from "../schema/schema-model.ts";
import type { Rows } from "./rule.ts";
import { childrenShape, suggestOwners, type OwnerSuggestion } from "./suggest-owner.ts";
import { tableFacts, type TableFacts } from "./column-facts.ts";
import { referenceRows } from "./patterns/references.ts";
import { isCountry, isLookup, isSupporting } from "./table-kind.ts";

const lookupRows = 20;
const supportingRows = 100;
/** No table is suggested more rows than this, so that a first preview and export are quick. */
const mostRows = 20_000;

interface SuggestedRows {
  readonly rows: Rows;
  /** About how many rows that makes. */
  readonly estimate: number;
}

const cache = new WeakMap<SchemaModel, ReadonlyMap<TableId, SuggestedRows>>();

/** The row count suggested for a table: a number, or so many rows for each row of its owner. */
export function suggestRows(table: TableModel, model: SchemaModel): Rows {
  return rowsOf(model).get(table.id)?.rows ?? defaultRows;
}

/** About how many rows the suggestion makes of a table. */
export function estimateRows(table: TableModel, model: SchemaModel): number {
  return rowsOf(model).get(table.id)?.estimate ?? defaultRows;
}

function rowsOf(model: SchemaModel): ReadonlyMap<TableId, SuggestedRows> {
  const known = cache.get(model);
  if (known !== undefined) return known;
  const owners = suggestOwners(model);
  const rows = new Map<TableId, SuggestedRows>();
  const visiting = new Set<TableId>();
  const tables = new Map(model.tables.map((table) => [table.id, table]));
  const estimate = (id: TableId): number => {
    const table = tables.get(id);
    if (table === undefined) return defaultRows;
    // In a ring of keys the plain number has to do.
    if (visiting.has(id)) return plainRows(table, model);
    const done = rows.get(id);
    if (done !== undefined) return done.estimate;
    visiting.add(id);
    const suggested = suggest(table, model, owners.get(id), estimate);
    visiting.delete(id);
    rows.set(id, suggested);
    return suggested.estimate;
  };
  for (const table of model.tables) estimate(table.id);
  cache.set(model, rows);
  return rows;
}

function suggest(
  table: TableModel,
  model: SchemaModel,
  owner: OwnerSuggestion | undefined,
  estimate: (id: TableId) => number,
): SuggestedRows {
  if (owner === undefined) {
    const count = Math.max(1, Math.min(plainRows(table, model), roomInKeys(table, model, undefined, estimate)));
    return { rows: count, estimate: count };
  }
  const parents = estimate(owner.owner);
  const asked = childrenShape(table, findTable(model, owner.owner));
  const room = Math.max(1, roomInKeys(table, model, owner, estimate));
  const affordable = mostRows / Math.max(1, parents);
  const to = Math.max(1, Math.min(asked.to, room, Math.floor(2 * affordable)));
  const from = Math.min(asked.from, to, affordable < 1 ? 0 : asked.from);
  const average = Math.round(Math.max(from, Math.min(asked.average, to, affordable)) * 100) / 100;
  const { without } = asked;
  const count = Math.max(1, Math.round(parents * (from === to ? to : average) * (1 - without)));
  // A key beside the owner's may hold fewer: then the number is fixed, and the rows spread over the owners.
  const most = Math.floor(roomBesideOwner(table, model, owner));
  if (most < count) return { rows: Math.max(1, most), estimate: Math.max(1, most) };
  const shape = { per: owner.owner, from, to, ...(from === to ? {} : { average }), without };
  return { rows: shape, estimate: count };
}

/** How many rows the keys allow that the owner is no part of, by their columns that are no foreign keys. */
function roomBesideOwner(table: TableModel, model: SchemaModel, owner: OwnerSuggestion): number {
  const foreign = new Set(table.foreignKeys.flatMap((key) => key.columns));
  const rooms = keysOf(table)
    .filter((key) => !owner.key.columns.every((name) => key.includes(name)) && key.every((name) => !foreign.has(name)))
    .map((key) => key.reduce((room, name) => room * roomInColumn(table, model, name), 1));
  return Math.min(Infinity, ...rooms);
}

function plainRows(table: TableModel, model: SchemaModel): number {
  const count =
    referenceRows(table, isOfCountries(table, model)) ??
    (isLookup(table) ? lookupRows : isSupporting(table) ? supportingRows : defaultRows);
  return Math.max(
    1,
    Math.min(
      count,
      ...keysOf(table).map((key) => (key.length === 1 ? roomInColumn(table, model, key[0] ?? "") : Infinity)),
    ),
  );
}

/** Whether countries point to its rows: to currencies, say. */
const isOfCountries = (table: TableModel, model: SchemaModel): boolean =>
  model.tables.some(
    (one) => one !== table && isCountry(one) && one.foreignKeys.some((key) => referencedTable(model, key) === table),
  );

const keysOf = (table: TableModel): readonly (readonly string[])[] =>
  [
    table.primaryKey,
    ...table.uniques.filter((unique) => unique.expressions === undefined).map((unique) => unique.columns),
  ].filter((key) => key.length > 0);

/** How many rows the tightest key allows: in all, or for one row of the owner where the owner is part of the key. */
function roomInKeys(
  table: TableModel,
  model: SchemaModel,
  owner: OwnerSuggestion | undefined,
  estimate: (id: TableId) => number,
): number {
  const rooms = keysOf(table).map((key) => {
    const ofOwner = owner !== undefined && owner.key.columns.every((name) => key.includes(name));
    if (owner !== undefined && !ofOwner) return Infinity;
    const rest = ofOwner ? key.filter((name) => !owner.key.columns.includes(name)) : key;
    let room = 1;
    const counted = new Set<string>();
    for (const name of rest) {
      if (counted.has(name)) continue;
      const foreign = table.foreignKeys.find(
        (other) => other.columns.includes(name) && other.columns.every((part) => rest.includes(part)),
      );
      // A key that shares a column with the owner's has the owner's rows to choose from: one at the least.
      if (foreign === undefined && table.foreignKeys.some((other) => other.columns.includes(name))) {
        counted.add(name);
        continue;
      }
      const parent = foreign === undefined ? undefined : referencedTable(model, foreign);
      for (const part of foreign?.columns ?? [name]) counted.add(part);
      room *= parent === undefined || parent === table ? roomInColumn(table, model, name) : estimate(parent.id);
    }
    // A table should not fill its key to the last combination.
    return key.length > 1 && !ofOwner ? Math.max(1, Math.floor(room / 2)) : room;
  });
  return Math.min(Infinity, ...rooms);
}

const factCache = new WeakMap<TableModel, TableFacts>();

function factsOf(table: TableModel, model: SchemaModel): TableFacts {
  const facts = factCache.get(table) ?? tableFacts(table, model.engine);
  factCache.set(table, facts);
  return facts;
}

/** About how many distinct values a column holds. */
function roomInColumn(table: TableModel, model: SchemaModel, name: string): number {
  const column = findColumn(table, name);
  if (column === undefined) return Infinity;
  const facts = factsOf(table, model).of(name);
  if (facts.choices !== undefined) return facts.choices.length;
  const { minimum, maximum } = facts;
  if (typeof minimum?.value === "number" && typeof maximum?.value === "number" && column.valueType.kind === "integer") {
    return Math.max(1, Math.floor(maximum.value) - Math.ceil(minimum.value) + 1);
  }
  const type = column.valueType;
  if (type.kind === "boolean") return 2;
  if (type.kind === "enum") return type.values.length;
  if (type.kind === "integer") return type.bits === 8 ? 100 : Infinity;
  return type.kind === "text" ? 20 ** Math.min(6, type.maxLength ?? 6, facts.maxLength ?? 6) : Infinity;
}
