import { referencedTable, type ColumnModel, type SchemaModel, type TableModel } from "../schema/schema-model.ts";
import { compositeKeys } from "./keys/composite-keys.ts";
import { fits } from "./keys/fitting-types.ts";
import { keyName, type KeyName } from "./keys/key-name.ts";
import { keyNames, type KeyNames, type KeyParent } from "./keys/key-parents.ts";
import type { KeyConfidence, ProposedKey } from "./keys/proposed-key.ts";
import { roleParent } from "./keys/role-parent.ts";

/**
 * Foreign keys that a schema does not declare, as the names and types of its columns suggest them, in the order of its tables
 * and columns. None for a column that a declared key has, none where the types do not fit, and at most one a column.
 */
export function proposeKeys(model: SchemaModel): readonly ProposedKey[] {
  const names = keyNames(model);
  const single = model.tables.flatMap((table) => {
    const taken = new Set(
      table.foreignKeys.filter((key) => referencedTable(model, key) !== undefined).flatMap(({ columns }) => columns),
    );
    return table.columns
      .filter((column) => !taken.has(column.name) && column.generated === undefined)
      .flatMap((column) => proposeKey(names, table, column) ?? []);
  });
  return [...single, ...compositeKeys(model, single)];
}

interface Match {
  readonly parent: KeyParent;
  readonly confidence: KeyConfidence;
  readonly reason: string;
  /** Words that agree: of two tables the one with more is meant. */
  readonly weight: number;
}

function proposeKey(names: KeyNames, table: TableModel, column: ColumnModel): ProposedKey | undefined {
  const name = keyName(column.name);
  const isKey = table.primaryKey.length === 1 && table.primaryKey[0] === column.name;
  const mayBe = (parent: KeyParent): boolean => parent.key !== column && fits(column, parent.key);
  const last = name.stem.at(-1) ?? "";
  const matches = [...new Set([last, last.replace(/s$/, "")])]
    .flatMap((word) => names.byWord.get(word) ?? [])
    .filter(mayBe)
    .filter((parent) => !(parent.table === table && (isKey || !mayReferToItself(name, parent))))
    .flatMap((parent) => matchOf(names, table, name, parent) ?? []);
  const best = bestOf(matches) ?? (isKey ? undefined : roleParent(names, table, column, name, mayBe));
  if (best === undefined) return undefined;
  return {
    table: table.id,
    columns: [column.name],
    referencedTable: best.parent.table.id,
    referencedColumns: [best.parent.key.name],
    confidence: best.confidence,
    reason: best.reason,
  };
}

/** A table's own noun in a column of it is a role there, and says more than the noun: previous_order_id, but not order_code. */
const mayReferToItself = ({ stem, marked }: KeyName, { noun }: KeyParent): boolean =>
  marked !== undefined && stem.length > noun.split(" ").length;

function bestOf(matches: readonly Match[]): Match | undefined {
  const [best, ...others] = matches.toSorted((a, b) => b.weight - a.weight);
  // Two that say the same with nothing between them: whoever chose would guess.
  return best !== undefined && others[0]?.weight === best.weight && others[0].parent.table !== best.parent.table
    ? undefined
    : best;
}

function matchOf(names: KeyNames, table: TableModel, name: KeyName, parent: KeyParent): Match | undefined {
  const { key, noun, ownName } = parent;
  const target = `${parent.table.id}.${key.name}`;
  const stem = name.stem.join(" ");
  const isOwn = ownsNoun(names, table, stem);
  // Rows of an inheriting table are the parent's own.
  if (table.inherits?.some((one) => one.name === parent.table.name && one.schema === parent.table.schema) === true)
    return undefined;
  const named: KeyConfidence = name.marked === "surely" ? "high" : "medium";
  const nounWords = noun.split(" ").length;
  // A primary key that names another table is that table's row told on: customer_details.customer_id.
  if (name.words.join(" ") === parent.keyWords.join(" ") && ownName && parent.table !== table) {
    if (isOwn && stem !== noun) return undefined;
    const whole = stem === noun;
    if (!whole && !isOnlyKeyOfItsName(names, parent)) return undefined;
    return {
      parent,
      weight: 100 + (whole ? 20 : 0) + nounWords,
      confidence: "high",
      reason: `It is called like the key ${target}.`,
    };
  }
  if (stem === noun && parent.table !== table && isMainKey(parent)) {
    if (name.marked !== undefined)
      return {
        parent,
        weight: 90 + nounWords,
        confidence: named,
        reason: `Its name says the table ${parent.table.id} and that it is a key.`,
      };
    // The bare noun of a text is more often the thing's name than its key, and an order is more often a place among others.
    return stem === "order" || key.valueType.kind === "text" || key.valueType.kind === "unknown"
      ? undefined
      : {
          parent,
          weight: 60 + nounWords,
          confidence: "medium",
          reason: `Its name is that of a row of ${parent.table.id}, and its type that of ${target}.`,
        };
  }
  if (name.marked === undefined) return undefined;
  if (ownName && endsWith(name.words, parent.keyWords) && isMainKey(parent))
    return {
      parent,
      weight: 70 + parent.keyWords.length,
      confidence: named,
      reason: `Its name ends like the key ${target}.`,
    };
  if (endsWith(name.stem, noun.split(" ")) && isMainKey(parent))
    return {
      parent,
      weight: 50 + nounWords,
      confidence: named,
      reason: `Its name ends with a row of ${parent.table.id} and says that it is a key.`,
    };
  return undefined;
}

/** Whether a table is the one that a noun names. */
const ownsNoun = ({ nouns }: KeyNames, table: TableModel, stem: string): boolean => nouns.get(table.id) === stem;

const isOnlyKeyOfItsName = ({ parents }: KeyNames, parent: KeyParent): boolean =>
  parents.filter((other) => other.key.name.toLowerCase() === parent.key.name.toLowerCase()).length === 1;

/** The key that a table is known by, rather than another unique column of it. */
const isMainKey = ({ table, key, declared }: KeyParent): boolean =>
  !declared ||
  table.primaryKey.length === 0 ||
  (table.primaryKey.length === 1 && table.primaryKey[0] === key.name) ||
  key.name.toLowerCase() === "id";

function endsWith(words: readonly string[], end: readonly string[]): boolean {
  const from = words.length - end.length;
  return from > 0 && end.every((word, at) => words[from + at] === word || singularOf(words[from + at] ?? "") === word);
}

const singularOf = (word: string): string => word.replace(/s$/, "");
