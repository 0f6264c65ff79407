import type { CodeTable } from "../describe.ts";
import { identifiers } from "../names.ts";
import { reservedWords } from "./print.ts";

/** What a table is called in TypeScript. */
export interface TableNames {
  /** The rows: customers. */
  readonly rows: string;
  /** One of them, as the beginning of a name: customer. */
  readonly row: string;
  /** Their type: Customer. */
  readonly type: string;
}

/** The names of all tables, none twice. */
export function tableNames(tables: readonly CodeTable[]): ReadonlyMap<string, TableNames> {
  const ids = tables.map(({ id }) => id);
  const nouns = new Map(
    tables.map(({ id, noun, table }) => [id, table.id === table.name ? noun : `${table.schema} ${noun}`]),
  );
  const rows = identifiers(ids, "camel", reservedWords, "table");
  const row = byNoun(ids, nouns, "camel");
  const type = byNoun(ids, nouns, "pascal");
  return new Map(ids.map((id) => [id, { rows: rows.get(id) ?? "", row: row.get(id) ?? "", type: type.get(id) ?? "" }]));
}

/** Two tables may have one noun: the texts that names are made from must differ, so their place stands with them. */
function byNoun(
  ids: readonly string[],
  nouns: ReadonlyMap<string, string>,
  style: "camel" | "pascal",
): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  const texts = ids.map((id) => {
    const noun = nouns.get(id) ?? id;
    const count = (counts.get(noun) ?? 0) + 1;
    counts.set(noun, count);
    return count === 1 ? noun : `${noun} ${count}`;
  });
  // The name of a row never stands alone: customerFactory, customerSamples.
  const taken = style === "camel" ? new Set<string>() : reservedWords;
  const names = identifiers(texts, style, taken, style === "camel" ? "table" : "Table");
  return new Map(ids.map((id, at) => [id, names.get(texts[at] ?? "") ?? ""]));
}
