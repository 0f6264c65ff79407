import type { LeaksView, LeakView } from "../../../shared/api/privacy-check-views.ts";
import type { ColumnMask, TablePlan } from "../../../shared/plan/plan.ts";
import { LeakCheck, type Leak } from "../../../shared/privacy/leak-check.ts";
import { kindOfValue, type OriginalKind } from "../../../shared/privacy/traces.ts";
import type { PersonalCategoryId } from "../../../shared/rules/personal/categories.ts";
import {
  referencedTable,
  type ColumnModel,
  type ForeignKeyModel,
  type TableId,
} from "../../../shared/schema/schema-model.ts";
import type { MaskedSource, RowPairs } from "./masked-source.ts";

const kinds: Readonly<Partial<Record<PersonalCategoryId, OriginalKind>>> = {
  "given-name": "name",
  "family-name": "name",
  "full-name": "full-name",
  "card-holder": "full-name",
  "user-name": "name",
  street: "street",
  city: "city",
  district: "city",
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

/** A column with originals: each whole, or those that a mask replaces in a document. */
interface Originals {
  readonly name: string;
  readonly kind?: OriginalKind | undefined;
  readonly within?: (text: string) => readonly string[];
}

interface Looked {
  readonly table: TablePlan;
  readonly originals: readonly Originals[];
  readonly outputs: readonly { readonly name: string; readonly number: number }[];
  readonly parents: readonly { readonly table: TableId; readonly columns: readonly string[] }[];
}

/** A row by its key. */
interface Owner {
  readonly table: TableId;
  readonly name: string;
}

/** How far foreign keys are followed for whom a row speaks of, and of how many rows it is held where they lead. */
const mostSteps = 4;
const mostLinks = 1_000_000;

/** The leak check over a project's tables: first all their rows go through {@link collect}, then through {@link look}. */
export class TableLeaks {
  readonly #check = new LeakCheck();
  readonly #tables: ReadonlyMap<string, Looked>;
  /** The tables that others refer to: where their rows lead is held. */
  readonly #referenced: ReadonlySet<TableId>;
  readonly #links = new Map<string, readonly Owner[]>();
  readonly #numbers = new Map<string, number>();
  readonly #places: { readonly table: string; readonly column: string }[] = [];

  constructor({ plan, tables, findings }: MaskedSource) {
    const masked = new Set(tables.map(({ id }) => id));
    const looked = tables.map((table): readonly [string, Looked] => {
      const categories = new Map(
        findings.filter((finding) => finding.table === table.id).map(({ column, category }) => [column, category]),
      );
      return [
        table.id,
        {
          table,
          originals: table.written.flatMap((column) => originalsOf(table, column, categories.get(column.name))),
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
    this.#referenced = new Set(looked.flatMap(([, { parents }]) => parents.map(({ table }) => table)));
  }

  /** Takes the originals of some rows. */
  collect(table: string, pairs: RowPairs): void {
    const looked = this.#tables.get(table);
    if (looked === undefined) return;
    for (let i = 0; i < pairs.count; i++) {
      const owner = ownerOf(looked.table, pairs, i);
      if (this.#referenced.has(table) && looked.parents.length > 0 && this.#links.size < mostLinks)
        this.#links.set(owner, parentsOf(looked, pairs, i));
      for (const { name, kind, within } of looked.originals) {
        const text = pairs.source[name]?.[i];
        if (!text) continue;
        for (const part of within?.(text) ?? [text])
          this.#check.add(this.#number(table, name, kind ?? kindOfValue(part)), owner, part);
      }
    }
  }

  /** Looks for originals in what is written of some rows. */
  look(table: string, pairs: RowPairs): void {
    const looked = this.#tables.get(table);
    if (looked === undefined) return;
    for (let i = 0; i < pairs.count; i++) {
      const owners = [ownerOf(looked.table, pairs, i), ...this.#ancestors(looked, pairs, i)];
      for (const { name, number } of looked.outputs) {
        const text = pairs.masked[name]?.[i];
        if (text) this.#check.look(number, pairs.start + i, text, owners);
      }
    }
  }

  view(): LeaksView {
    const { leaks, coincidences, ...rest } = this.#check.findings();
    const placed = (found: readonly Leak[]): readonly LeakView[] =>
      found.flatMap(({ of, at, ...leak }) => {
        const [from, to] = [this.#places[Number(of)], this.#places[Number(at)]];
        if (from === undefined || to === undefined) return [];
        const masked = this.#tables.get(to.table)?.table.masked?.has(to.column) === true;
        return [{ of: from, at: to, ...leak, ...(masked ? { masked: true } : {}) }];
      });
    return { ...rest, leaks: placed(leaks), coincidences: placed(coincidences) };
  }

  /** The rows that a row's keys lead to, step by step: of a table that is farther away, one. */
  #ancestors(looked: Looked, pairs: RowPairs, i: number): readonly string[] {
    let last = parentsOf(looked, pairs, i);
    const names = last.map(({ name }) => name);
    const seen = new Set([looked.table.id, ...last.map(({ table }) => table)]);
    for (let step = 2; step <= mostSteps && last.length > 0; step++) {
      const next: Owner[] = [];
      for (const owner of last.flatMap(({ name }) => this.#links.get(name) ?? [])) {
        if (seen.has(owner.table)) continue;
        seen.add(owner.table);
        next.push(owner);
        names.push(owner.name);
      }
      last = next;
    }
    return names;
  }

  #number(table: TableId, column: string, kind: OriginalKind): number {
    const id = this.#place(table, column);
    const name = `${kind} ${id}`;
    const number = this.#numbers.get(name) ?? this.#check.original({ id, kind });
    this.#numbers.set(name, number);
    return number;
  }

  /** A column's id in the check: one and the same for what was in it and what is written into it. */
  #place(table: string, column: string): string {
    const known = this.#places.findIndex((place) => place.table === table && place.column === column);
    return String(known >= 0 ? known : this.#places.push({ table, column }) - 1);
  }
}

function originalsOf(
  table: TablePlan,
  column: ColumnModel,
  category: PersonalCategoryId | undefined,
): readonly Originals[] {
  const { name } = column;
  const mask = table.masked?.get(name);
  // What a document has and keeps is no original.
  const within = mask?.mask.documents?.(mask.params);
  if (within !== undefined) return [{ name, within }];
  const kind = isReplaced(table, column, category !== undefined) ? originalKind(column, category) : undefined;
  return kind === undefined ? [] : [{ name, kind }];
}

/** Its values are to be replaced: by a mask, or, of a personal column, by whatever is not the source. */
function isReplaced({ masked, designed }: TablePlan, { name }: ColumnModel, personal: boolean): boolean {
  if (masked?.get(name)) return true;
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
    // A document may have in one field what it hides in another.
    return { independent, coarser: !independent && mask.mask.documents === undefined };
  }
  const rule = designed.columns.find(({ column }) => column.name === name)?.rule;
  return { independent: rule?.kind !== "keep", coarser: false };
}

function isIndependent({ mask, params, as, when }: ColumnMask): boolean {
  if (when !== undefined || mask.documents !== undefined) return false;
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

const parentsOf = ({ parents }: Looked, pairs: RowPairs, i: number): readonly Owner[] =>
  parents.map(({ table, columns }) => ({ table, name: ownerName(table, columns, pairs, i) }));

const ownerName = (table: string, columns: readonly string[], { source }: RowPairs, i: number): string =>
  [table, ...columns.map((column) => source[column]?.[i] ?? "")].join("\0");
