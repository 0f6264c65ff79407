import type { LeaksView } from "../../../shared/api/privacy-check-views.ts";
import type { ColumnMask, TablePlan } from "../../../shared/plan/plan.ts";
import { LeakCheck } from "../../../shared/privacy/leak-check.ts";
import type { OriginalKind } from "../../../shared/privacy/traces.ts";
import type { PersonalCategoryId } from "../../../shared/rules/personal/categories.ts";
import { referencedTable, type ColumnModel, type ForeignKeyModel } from "../../../shared/schema/schema-model.ts";
import type { MaskedSource, RowPairs } from "./masked-source.ts";

const kinds: Readonly<Partial<Record<PersonalCategoryId, OriginalKind>>> = {
  "given-name": "name",
  "family-name": "name",
  "full-name": "full-name",
  "card-holder": "full-name",
  "user-name": "name",
  street: "street",
  email: "email",
  phone: "number",
  fax: "number",
  "social-security": "number",
  "medical-record": "number",
  "health-plan": "number",
  account: "number",
  iban: "number",
  licence: "number",
  vehicle: "number",
  "national-id": "number",
  "tax-id": "number",
  "other-identifier": "number",
  "card-number": "number",
  "birth-date": "date",
  "personal-date": "date",
};

interface Looked {
  readonly table: TablePlan;
  readonly originals: readonly { readonly name: string; readonly number: number }[];
  readonly outputs: readonly { readonly name: string; readonly number: number }[];
  readonly parents: readonly { readonly table: string; readonly columns: readonly string[] }[];
}

/** The leak check over a project's tables: first all their rows go through {@link collect}, then through {@link look}. */
export class TableLeaks {
  readonly #check = new LeakCheck();
  readonly #tables: ReadonlyMap<string, Looked>;
  readonly #places: { readonly table: string; readonly column: string }[] = [];

  constructor({ plan, tables, findings }: MaskedSource) {
    const masked = new Set(tables.map(({ id }) => id));
    const looked = tables.map((table): readonly [string, Looked] => {
      const categories = new Map(
        findings.filter((finding) => finding.table === table.id).map(({ column, category }) => [column, category]),
      );
      const kindOf = (column: ColumnModel): OriginalKind | undefined =>
        isReplaced(table, column, categories.has(column.name))
          ? originalKind(column, categories.get(column.name))
          : undefined;
      return [
        table.id,
        {
          table,
          originals: table.written.flatMap((column) => {
            const kind = kindOf(column);
            const number = kind && this.#check.original({ id: this.#place(table.id, column.name), kind });
            return number === undefined ? [] : [{ name: column.name, number }];
          }),
          outputs: table.written
            .filter(({ valueType }) => valueType.kind !== "bytes")
            .map(({ name }) => ({
              name,
              number: this.#check.output({ id: this.#place(table.id, name), ...howMade(table, name) }),
            })),
          parents: table.table.foreignKeys.flatMap((key) => {
            const parent = referencedTable(plan.design.model, key);
            return parent && masked.has(parent.id) && leadsToKey(key, parent.primaryKey)
              ? [{ table: parent.id, columns: parent.primaryKey.map((name) => columnOf(key, name)) }]
              : [];
          }),
        },
      ];
    });
    this.#tables = new Map(looked);
  }

  /** Takes the originals of some rows. */
  collect(table: string, pairs: RowPairs): void {
    const looked = this.#tables.get(table);
    if (looked === undefined) return;
    for (let i = 0; i < pairs.count; i++) {
      const owner = ownerOf(looked.table, pairs, i);
      for (const { name, number } of looked.originals) {
        const text = pairs.source[name]?.[i];
        if (text) this.#check.add(number, owner, text);
      }
    }
  }

  /** Looks for originals in what is written of some rows. */
  look(table: string, pairs: RowPairs): void {
    const looked = this.#tables.get(table);
    if (looked === undefined) return;
    for (let i = 0; i < pairs.count; i++) {
      const owners = [
        ownerOf(looked.table, pairs, i),
        ...looked.parents.map((parent) => ownerName(parent.table, parent.columns, pairs, i)),
      ];
      for (const { name, number } of looked.outputs) {
        const text = pairs.masked[name]?.[i];
        if (text) this.#check.look(number, pairs.start + i, text, owners);
      }
    }
  }

  view(): LeaksView {
    const { leaks, ...rest } = this.#check.findings();
    return {
      ...rest,
      leaks: leaks.flatMap(({ of, at, ...leak }) => {
        const [from, to] = [this.#places[Number(of)], this.#places[Number(at)]];
        return from && to ? [{ of: from, at: to, ...leak }] : [];
      }),
    };
  }

  /** A column's id in the check: one and the same for what was in it and what is written into it. */
  #place(table: string, column: string): string {
    const known = this.#places.findIndex((place) => place.table === table && place.column === column);
    return String(known >= 0 ? known : this.#places.push({ table, column }) - 1);
  }
}

/** Its values are to be replaced: by a mask, or, of a personal column, by whatever is not the source. */
function isReplaced({ masked, designed }: TablePlan, { name }: ColumnModel, personal: boolean): boolean {
  const mask = masked?.get(name);
  // What a document has and keeps is not told from what it has and hides.
  if (mask) return mask.mask.documents !== true;
  const rule = designed.columns.find(({ column }) => column.name === name)?.rule;
  return personal && rule !== undefined && rule.kind !== "keep";
}

function originalKind({ valueType }: ColumnModel, category: PersonalCategoryId | undefined): OriginalKind | undefined {
  if (valueType.kind === "date" || valueType.kind === "timestamp") return "date";
  const kind = category === undefined ? undefined : kinds[category];
  // Numbers that count or measure are in other columns by nature.
  if (valueType.kind === "text" || valueType.kind === "unknown" || valueType.kind === "notation") return kind ?? "text";
  return valueType.kind === "integer" && kind === "number" ? kind : undefined;
}

/** How what is written of a column comes about, as the check has to know it. */
function howMade({ masked, designed }: TablePlan, name: string): { independent: boolean; coarser: boolean } {
  const mask = masked?.get(name);
  if (mask) {
    const independent = isIndependent(mask);
    return { independent, coarser: !independent };
  }
  const rule = designed.columns.find(({ column }) => column.name === name)?.rule;
  return { independent: rule?.kind !== "keep", coarser: false };
}

function isIndependent({ mask, params, as, when }: ColumnMask): boolean {
  if (when !== undefined || mask.documents === true) return false;
  return mask.keyed(params) || mask.generates?.(params) !== undefined || mask.promises(params, as.valueType).forgets;
}

const leadsToKey = ({ referencedColumns }: ForeignKeyModel, primaryKey: readonly string[]): boolean =>
  primaryKey.length > 0 &&
  primaryKey.length === referencedColumns.length &&
  primaryKey.every((name) => referencedColumns.includes(name));

const columnOf = ({ columns, referencedColumns }: ForeignKeyModel, referenced: string): string =>
  columns[referencedColumns.indexOf(referenced)] ?? "";

/** A row by its key, or by its number where it has none. */
const ownerOf = ({ id, table }: TablePlan, pairs: RowPairs, i: number): string =>
  table.primaryKey.length === 0 ? `${id}\0#${pairs.start + i}` : ownerName(id, table.primaryKey, pairs, i);

const ownerName = (table: string, columns: readonly string[], { source }: RowPairs, i: number): string =>
  [table, ...columns.map((column) => source[column]?.[i] ?? "")].join("\0");
