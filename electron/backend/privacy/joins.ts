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

/** A value before: how often it stands in a table, and what it became; null where that differs from row to row. */
interface Became {
  count: number;
  masked: string | null | undefined;
}

/** The values of some columns of a table. */
interface Values {
  readonly place: ColumnsPlace;
  readonly before: Map<string, Became>;
  /** How often each value stands in the table after. */
  readonly after: Map<string, number>;
}

/** Counts, for all keys and columns of one kind, what joins by them. */
export class TableJoins {
  readonly #joins: readonly Join[];
  readonly #values = new Map<string, Values>();

  constructor(source: MaskedSource) {
    this.#joins = [...keyJoins(source), ...valueJoins(source)].slice(0, mostPairs);
    for (const place of this.#joins.flatMap(({ from, to }) => [from, to])) {
      const name = nameOf(place);
      if (!this.#values.has(name)) this.#values.set(name, { place, before: new Map(), after: new Map() });
    }
  }

  look(table: string, pairs: RowPairs): void {
    for (const { place, before, after } of this.#values.values()) {
      if (place.table !== table) continue;
      for (let i = 0; i < pairs.count; i++) {
        const source = keyText(pairs.source, place.columns, i);
        const masked = keyText(pairs.masked, place.columns, i);
        if (masked !== undefined) after.set(masked, (after.get(masked) ?? 0) + 1);
        if (source === undefined) continue;
        const known = before.get(source);
        if (known === undefined) before.set(source, { count: 1, masked });
        else {
          known.count++;
          if (known.masked !== masked) known.masked = null;
        }
      }
    }
  }

  /** What joins nothing in the source is no join, unless a key says that it is one. */
  view(): readonly JoinView[] {
    return this.#joins.flatMap((join) => {
      const [from, to] = [this.#values.get(nameOf(join.from)), this.#values.get(nameOf(join.to))];
      if (from === undefined || to === undefined) return [];
      let before = 0;
      let after = 0;
      for (const [value, left] of from.before) {
        const right = to.before.get(value);
        if (right === undefined) continue;
        before += left.count * right.count;
        if (left.masked && left.masked === right.masked) after += left.count * right.count;
      }
      let now = 0;
      for (const [value, count] of from.after) now += count * (to.after.get(value) ?? 0);
      return join.kind === "same-values" && before === 0 ? [] : [{ ...join, before, after, gained: now - after }];
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
