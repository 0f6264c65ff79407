import type { TableModel } from "../../schema/schema-model.ts";
import { nounOf } from "../../rules/words.ts";
import { identifiers } from "../names.ts";
import { reservedWords } from "./print.ts";

/** The class of each table: Customer. Two tables of one noun are told apart by a number. */
export function classNames(tables: readonly TableModel[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  const texts = tables.map(({ id, name, schema }) => {
    const noun = id === name ? nounOf(name) : `${schema} ${nounOf(name)}`;
    const count = (counts.get(noun) ?? 0) + 1;
    counts.set(noun, count);
    return count === 1 ? noun : `${noun} ${count}`;
  });
  const names = identifiers(texts, "pascal", reservedWords, "Table");
  return new Map(tables.map(({ id }, at) => [id, names.get(texts[at] ?? "") ?? ""]));
}

/** The attribute of each column. */
export const attributeNames = ({ columns }: TableModel): ReadonlyMap<string, string> =>
  identifiers(
    columns.map(({ name }) => name),
    "snake",
    reservedWords,
    "column",
  );
