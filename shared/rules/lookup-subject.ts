import { referencedTable, type SchemaModel, type TableId, type TableModel } from "../schema/schema-model.ts";
import { isJunction } from "./table-kind.ts";
import { nounOf } from "./words.ts";

const known = new WeakMap<SchemaModel, ReadonlyMap<TableId, string>>();
const listNoun = /^(?:category|genre|tag|topic|type|kind|class|status)$/;

/**
 * The noun of a table, and for a list that only one other table points to, straight or through a junction, what it is a list of:
 * the categories of films are "film category".
 */
export function subjectNoun(table: TableModel, model: SchemaModel): string {
  let nouns = known.get(model);
  if (nouns === undefined) {
    nouns = new Map(model.tables.map((one) => [one.id, lookUp(one, model)]));
    known.set(model, nouns);
  }
  return nouns.get(table.id) ?? nounOf(table.name);
}

function lookUp(table: TableModel, model: SchemaModel): string {
  const noun = nounOf(table.name);
  if (!listNoun.test(noun)) return noun;
  const users = model.tables
    .filter((one) => one !== table && one.foreignKeys.some((key) => referencedTable(model, key) === table))
    .flatMap((one) =>
      isJunction(one)
        ? one.foreignKeys.flatMap((key) => referencedTable(model, key) ?? []).filter((end) => end !== table)
        : [one],
    )
    .map((one) => nounOf(one.name));
  const [only, ...more] = new Set(users);
  return only === undefined || more.length > 0 || only.endsWith(noun) ? noun : `${only} ${noun}`;
}
