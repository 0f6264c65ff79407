import type { ColumnsPlace, UsableView } from "../../../shared/api/privacy-check-views.ts";
import { findByValue } from "../../../shared/rules/personal/by-value.ts";
import type { PersonalCategoryId } from "../../../shared/rules/personal/categories.ts";
import { keyText } from "./joins.ts";
import { sampleRows, type MaskedSource, type RowPairs } from "./masked-source.ts";

/** Kinds whose values have a form that a program checks. */
const formed: ReadonlySet<PersonalCategoryId> = new Set([
  "email",
  "phone",
  "iban",
  "card-number",
  "social-security",
  "ip-address",
] as const);

interface Unique {
  readonly place: ColumnsPlace;
  readonly before: Set<string>;
  readonly after: Set<string>;
}

interface Nulls {
  readonly place: ColumnsPlace;
  before: number;
  after: number;
}

interface Form {
  readonly place: ColumnsPlace;
  readonly before: (string | null)[];
  readonly after: (string | null)[];
}

/** Whether masked rows can be used as the source's can: unique stays unique, NULL stays NULL, formats stay valid. */
export class TableUse {
  readonly #lists: MaskedSource["lists"];
  readonly #uniques: readonly Unique[];
  readonly #nulls: readonly Nulls[];
  readonly #forms: readonly Form[];

  constructor({ tables, findings, lists }: MaskedSource) {
    this.#lists = lists;
    this.#uniques = tables.flatMap(({ id, table, written }) =>
      [table.primaryKey, ...table.uniques.filter(({ where }) => where === undefined).map(({ columns }) => columns)]
        .filter((columns) => columns.length > 0 && columns.every((name) => written.some((one) => one.name === name)))
        .map((columns) => ({ place: { table: id, columns }, before: new Set<string>(), after: new Set<string>() })),
    );
    const masks = tables.flatMap(({ id, masked }) =>
      [...(masked ?? [])].flatMap(([column, mask]) =>
        mask === null
          ? []
          : [{ place: { table: id, columns: [column] }, kept: mask.mask.promises(mask.params, mask.as.valueType) }],
      ),
    );
    this.#nulls = masks.filter(({ kept }) => kept.keepsNull).map(({ place }) => ({ place, before: 0, after: 0 }));
    this.#forms = masks
      .filter(
        ({ place: { table, columns }, kept }) =>
          kept.keepsFormat &&
          findings.some((one) => one.table === table && one.column === columns[0] && formed.has(one.category)),
      )
      .map(({ place }) => ({ place, before: [], after: [] }));
  }

  look(table: string, pairs: RowPairs): void {
    for (const { place, before, after } of this.#uniques) {
      if (place.table !== table) continue;
      for (let i = 0; i < pairs.count; i++) {
        addTo(before, keyText(pairs.source, place.columns, i));
        addTo(after, keyText(pairs.masked, place.columns, i));
      }
    }
    for (const one of this.#nulls) {
      if (one.place.table !== table) continue;
      one.before += nullsIn(pairs.source, one.place);
      one.after += nullsIn(pairs.masked, one.place);
    }
    for (const { place, before, after } of this.#forms) {
      const [column = ""] = place.columns;
      if (place.table !== table || before.length >= sampleRows) continue;
      before.push(...(pairs.source[column] ?? []));
      after.push(...(pairs.masked[column] ?? []));
    }
  }

  view(): readonly UsableView[] {
    return [
      {
        kind: "unique",
        looked: this.#uniques.length,
        broken: this.#uniques.filter(({ before, after }) => after.size !== before.size).map(({ place }) => place),
      },
      {
        kind: "nulls",
        looked: this.#nulls.length,
        broken: this.#nulls.filter(({ before, after }) => before !== after).map(({ place }) => place),
      },
      {
        kind: "format",
        looked: this.#forms.length,
        broken: this.#forms.filter((form) => !this.#hasForm(form)).map(({ place }) => place),
      },
    ];
  }

  #hasForm({ before, after }: Form): boolean {
    const was = findByValue(before, this.#lists);
    if (was === undefined || !formed.has(was.category)) return true;
    const is = findByValue(after, this.#lists);
    return is?.category === was.category && is.found >= was.found * 0.98;
  }
}

function addTo(keys: Set<string>, key: string | undefined): void {
  if (key !== undefined) keys.add(key);
}

const nullsIn = (cells: RowPairs["source"], { columns: [column = ""] }: ColumnsPlace): number =>
  (cells[column] ?? []).reduce((count, cell) => count + (cell === null ? 1 : 0), 0);
