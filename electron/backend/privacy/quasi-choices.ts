import type { QuasiChoice } from "../../../shared/api/privacy-check-views.ts";
import type { TablePlan } from "../../../shared/plan/plan.ts";
import { personalCategories, type PersonalCategoryId } from "../../../shared/rules/personal/categories.ts";
import { inEnglish } from "../../../shared/rules/personal/in-english.ts";
import { subjectOf } from "../../../shared/rules/personal/subject.ts";
import { nounOf } from "../../../shared/rules/words.ts";
import {
  findColumn,
  referencedTable,
  type ForeignKeyModel,
  type TableModel,
} from "../../../shared/schema/schema-model.ts";
import type { MaskedSource } from "./masked-source.ts";

/** Kinds of data that tell nobody alone and many people together. */
const quasi: ReadonlySet<PersonalCategoryId> = new Set([
  "birth-date",
  "age",
  "postcode",
  "city",
  "district",
  "gender",
  "nationality",
  "ethnicity",
  "education",
  "family",
] as const);

/** More keys one after the other than this lead to what nobody thinks of as this row's. */
export const mostKeys = 3;

/** More columns of parents than this are no list that anybody reads. */
const mostOfParents = 40;

/** Tables with more rows than this are no look-up tables. */
const mostLookedUp = 1000;

/** The columns of a table and of the tables that its keys lead to, nearest first, with what the findings make of them. */
export function quasiChoices(source: MaskedSource, table: TablePlan): readonly QuasiChoice[] {
  const own = table.written.flatMap(({ name }) => choiceOf(source, table, name, "") ?? []);
  const parents: QuasiChoice[] = [];
  // By the shortest way to a table; another one, as to the address of the shop, tells less of who somebody is.
  const reached = new Set([table]);
  let ways: readonly Way[] = [{ at: table, before: "", own: true, passed: [table] }];
  for (let keys = 0; keys < mostKeys; keys++) {
    ways = ways.flatMap((way) => waysOn(source, way));
    for (const { at, before, own: mine } of ways) {
      const suggests = mine && !reached.has(at);
      for (const { name } of at.written) {
        const choice = choiceOf(source, at, name, before);
        if (choice?.looksLike === undefined) continue;
        parents.push({ ...choice, suggested: choice.suggested && suggests });
      }
    }
    for (const { at } of ways) reached.add(at);
  }
  return mostSuggested([...own, ...parents.slice(0, mostOfParents)], 6);
}

/** Where keys have led to. */
interface Way {
  readonly at: TablePlan;
  /** `address_id.city_id.` */
  readonly before: string;
  /** False behind another person, as the one who serves a customer: nothing there tells who this one is. */
  readonly own: boolean;
  readonly passed: readonly TablePlan[];
}

const waysOn = (source: MaskedSource, { at, before, own, passed }: Way): readonly Way[] =>
  at.table.foreignKeys.flatMap((key) => {
    const parent = parentOf(source, key);
    const [step, ...more] = key.columns;
    if (parent === undefined || passed.includes(parent) || step === undefined || more.length > 0) return [];
    const mine = own && subjectOf(parent.table) !== "person";
    return [{ at: parent, before: `${before}${step}.`, own: mine, passed: [...passed, parent] }];
  });

/** The table that a key leads to, where its rows come from the source. */
export const parentOf = ({ plan, tables }: MaskedSource, key: ForeignKeyModel): TablePlan | undefined => {
  const parent = referencedTable(plan.design.model, key);
  return tables.find(({ id }) => id === parent?.id);
};

/** A column as a choice; undefined of keys, but for those that stand for a city or a shop as well as its name would. */
function choiceOf(source: MaskedSource, of: TablePlan, name: string, before: string): QuasiChoice | undefined {
  const path = `${before}${name}`;
  const { table, rowCount } = of;
  const column = findColumn(table, name);
  if (column === undefined || column.valueType.kind === "bytes") return undefined;
  if (isKey(of, name)) {
    const parent = lookedUp(source, of, name);
    const small = parent !== undefined && parent.rowCount < rowCount && parent.rowCount <= mostLookedUp;
    return small ? { path, looksLike: `Key of ${parent.id}`, suggested: false } : undefined;
  }
  const category = source.findings.find((one) => one.table === of.id && one.column === name)?.category;
  if (category !== undefined)
    return { path, looksLike: personalCategories[category].label, suggested: quasi.has(category) };
  // The city of a city is nobody's, until a key of somebody leads to it.
  const place = before === "" || column.valueType.kind !== "text" ? undefined : placeOf(table, name);
  return place === undefined ? { path, suggested: false } : { path, looksLike: place, suggested: true };
}

/** The table that a column is the key of, where its rows are shared by several others and are of no person. */
function lookedUp(source: MaskedSource, of: TablePlan, name: string): TablePlan | undefined {
  if (of.table.primaryKey.length === 1 && of.table.primaryKey[0] === name) return undefined;
  const key = of.table.foreignKeys.find(({ columns }) => columns.length === 1 && columns[0] === name);
  const parent = key && parentOf(source, key);
  return parent === undefined || parent === of || subjectOf(parent.table) === "person" ? undefined : parent;
}

const places = {
  city: "City",
  town: "City",
  municipality: "City",
  district: "District",
  county: "District",
  province: "State or province",
  state: "State or province",
  region: "Region",
  country: "Country",
  "postal code": "Post code",
  postcode: "Post code",
  "zip code": "Post code",
  zip: "Post code",
} as const;

/** What place a column names: city.city, countries.name, address.province. */
function placeOf({ name: table }: TableModel, column: string): string | undefined {
  const words = inEnglish(nounOf(column));
  const noun = words === "name" ? inEnglish(nounOf(table)) : words.replace(/ name$/, "");
  return Object.entries(places).find(([place]) => noun === place || noun.endsWith(` ${place}`))?.[1];
}

/** Too many columns make everybody unique, whatever is done. */
function mostSuggested(choices: readonly QuasiChoice[], most: number): readonly QuasiChoice[] {
  let left = most;
  return choices.map((choice) => ({ ...choice, suggested: choice.suggested && left-- > 0 }));
}

export const isKey = ({ table }: TablePlan, name: string): boolean =>
  table.primaryKey.includes(name) || table.foreignKeys.some(({ columns }) => columns.includes(name));
