import { findColumn, type ColumnModel, type SchemaModel, type TableModel } from "../../schema/schema-model.ts";
import { nounOf, wordsOf } from "../words.ts";
import { keyName } from "./key-name.ts";

/** A table that others may refer to, and by which column. */
export interface KeyParent {
  readonly table: TableModel;
  readonly key: ColumnModel;
  /** What a row is called, in words: "order item" of tbl_order_items. */
  readonly noun: string;
  /** The words of the key's name. */
  readonly keyWords: readonly string[];
  /** The key's name says whose it is: customer_id, not id. */
  readonly ownName: boolean;
  /** The database says that it is a key; else it only looks like one. */
  readonly declared: boolean;
}

/** What a schema's names say, made once for all columns. */
export interface KeyNames {
  readonly model: SchemaModel;
  readonly parents: readonly KeyParent[];
  /** By the last word of what a row is called, and of the key's name: hardly any of many tables can be meant by a name. */
  readonly byWord: ReadonlyMap<string, readonly KeyParent[]>;
  /** By table id. */
  readonly nouns: ReadonlyMap<string, string>;
}

/** What the names of a schema say of its tables. */
export function keyNames(model: SchemaModel): KeyNames {
  const parents = keyParents(model);
  const byWord = new Map<string, KeyParent[]>();
  for (const parent of parents) {
    const last = new Set([parent.noun.split(" ").at(-1) ?? "", keyName(parent.key.name).stem.at(-1) ?? ""]);
    for (const word of last) byWord.set(word, [...(byWord.get(word) ?? []), parent]);
  }
  return { model, parents, byWord, nouns: tableNouns(model) };
}

/** The tables of a schema that others may refer to, with each column that could be meant. */
function keyParents(model: SchemaModel): readonly KeyParent[] {
  const nouns = tableNouns(model);
  return model.tables.flatMap((table) => {
    const noun = nouns.get(table.id) ?? "";
    return keysOf(table, noun).map(({ key, declared }): KeyParent => {
      const { words } = keyName(key.name);
      return { table, key, noun, keyWords: words, ownName: words.length > 1, declared };
    });
  });
}

/** Words before the names of tables that say nothing of what is in them. */
const markers = new Set(["tbl", "table", "t", "tb", "dim", "fact", "stg", "ref", "lkp", "lookup", "app"]);

/** What a row of each table is called: its name in the singular, without what many tables have before theirs. */
function tableNouns(model: SchemaModel): ReadonlyMap<string, string> {
  const shared = sharedPrefix(model);
  return new Map(
    model.tables.map((table) => {
      const words = nounOf(table.name).split(" ");
      const from = words.length > 1 && (words[0] === shared || markers.has(words[0] ?? "")) ? 1 : 0;
      return [table.id, words.slice(from).join(" ")];
    }),
  );
}

/** A first word that most tables have: guacamole_user, guacamole_connection. */
function sharedPrefix(model: SchemaModel): string | undefined {
  const counts = new Map<string, number>();
  for (const table of model.tables) {
    const [first = "", ...more] = wordsOf(table.name).split(" ");
    if (more.length > 0) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const [word, count] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ["", 0] as const);
  return count >= 3 && count >= model.tables.length * 0.6 ? word : undefined;
}

interface Candidate {
  readonly key: ColumnModel;
  readonly declared: boolean;
}

/** The one column by which rows are known: the primary key, or what is unique; where nothing is declared, what is named so. */
function keysOf(table: TableModel, noun: string): readonly Candidate[] {
  const declared = [
    table.primaryKey,
    ...table.uniques
      .filter((unique) => unique.where === undefined && !unique.expressions)
      .map(({ columns }) => columns),
  ]
    .filter((columns) => columns.length === 1)
    .flatMap(([name = ""]) => findColumn(table, name) ?? [])
    .filter((column, at, all) => all.indexOf(column) === at);
  if (declared.length > 0 || table.primaryKey.length > 0) return declared.map((key) => ({ key, declared: true }));
  const named = table.columns.find((column) => {
    const { words, stem, marked } = keyName(column.name);
    return !column.nullable && (words.join(" ") === "id" || (marked !== undefined && stem.join(" ") === noun));
  });
  return named === undefined ? [] : [{ key: named, declared: false }];
}
