import type { ColumnsPlace, JoinView } from "../../../shared/api/privacy-check-views.ts";
import type { PersonalCategoryId } from "../../../shared/rules/personal/categories.ts";
import { referencedTable } from "../../../shared/schema/schema-model.ts";
import type { MaskedSource, RowPairs } from "./masked-source.ts";

/** Kinds of data by which tables are joined though no key says so. */
const joined: ReadonlySet<PersonalCategoryId> = new Set([
  "given-name",
  "family-name",
  "full-name",
  "user-name",
  "email",
  "phone",
  "iban",
  "card-number",
  "social-security",
  "national-id",
  "tax-id",
  "account",
] as const);

/** More pairs of columns than this are no list that anybody reads. */
const mostPairs = 60;

interface Join extends Pick<JoinView, "from" | "to" | "kind"> {}

/** How often each value of some columns stands in a table, before and after. */
interface Counts {
  readonly place: ColumnsPlace;
  readonly before: Map<string, number>;
  readonly after: Map<string, number>;
}

/** Counts, for all keys and columns of one kind, what joins by them. */
export class TableJoins {
  readonly #joins: readonly Join[];
  readonly #counts = new Map<string, Counts>();

  constructor(source: MaskedSource) {
    this.#joins = [...keyJoins(source), ...valueJoins(source)].slice(0, mostPairs);
    for (const place of this.#joins.flatMap(({ from, to }) => [from, to])) {
      const name = nameOf(place);
      if (!this.#counts.has(name)) this.#counts.set(name, { place, before: new Map(), after: new Map() });
    }
  }

  look(table: string, pairs: RowPairs): void {
    for (const { place, before, after } of this.#counts.values()) {
      if (place.table !== table) continue;
      for (let i = 0; i < pairs.count; i++) {
        countIn(before, keyText(pairs.source, place.columns, i));
        countIn(after, keyText(pairs.masked, place.columns, i));
      }
    }
  }

  /** What joins nothing in the source is no join, unless a key says that it is one. */
  view(): readonly JoinView[] {
    return this.#joins.flatMap((join) => {
      const [from, to] = [this.#counts.get(nameOf(join.from)), this.#counts.get(nameOf(join.to))];
      if (from === undefined || to === undefined) return [];
      const before = pairsOf(from.before, to.before);
      const after = pairsOf(from.after, to.after);
      return join.kind === "same-values" && before === 0 && after === 0 ? [] : [{ ...join, before, after }];
    });
  }
}

function keyJoins({ plan, tables }: MaskedSource): readonly Join[] {
  const masked = new Set(tables.map(({ id }) => id));
  return tables.flatMap(({ id, table, written }) =>
    table.foreignKeys.flatMap((key): readonly Join[] => {
      const parent = referencedTable(plan.design.model, key);
      const isWritten = key.columns.every((name) => written.some((column) => column.name === name));
      if (parent === undefined || !masked.has(parent.id) || !isWritten) return [];
      return [
        {
          from: { table: id, columns: key.columns },
          to: { table: parent.id, columns: key.referencedColumns },
          kind: key.virtual === true ? "virtual-key" : "foreign-key",
        },
      ];
    }),
  );
}

/** Columns of one kind in two tables: an e-mail in both. */
function valueJoins({ tables, findings }: MaskedSource): readonly Join[] {
  const found = findings.filter(
    ({ table, column, category }) =>
      joined.has(category) &&
      tables.some(({ id, written }) => id === table && written.some(({ name }) => name === column)),
  );
  return found.flatMap((from, at) =>
    found
      .slice(at + 1)
      .filter((to) => to.category === from.category && to.table !== from.table)
      .map((to): Join => ({
        from: { table: from.table, columns: [from.column] },
        to: { table: to.table, columns: [to.column] },
        kind: "same-values",
      })),
  );
}

const nameOf = ({ table, columns }: ColumnsPlace): string => JSON.stringify([table, columns]);

/** The values of a row as one text; undefined where one of them is NULL, which joins nothing. */
export function keyText(cells: RowPairs["source"], columns: readonly string[], i: number): string | undefined {
  const [first] = columns;
  if (columns.length === 1 && first !== undefined) return cells[first]?.[i] ?? undefined;
  const texts = columns.map((column) => cells[column]?.[i] ?? null);
  return texts.includes(null) ? undefined : texts.join("\0");
}

function countIn(counts: Map<string, number>, key: string | undefined): void {
  if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
}

function pairsOf(from: ReadonlyMap<string, number>, to: ReadonlyMap<string, number>): number {
  let pairs = 0;
  for (const [key, count] of from) pairs += count * (to.get(key) ?? 0);
  return pairs;
}
