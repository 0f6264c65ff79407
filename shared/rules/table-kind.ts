import type { ForeignKeyModel, TableModel } from "../schema/schema-model.ts";
import { nounOf, wordsOf } from "./words.ts";

const lookupNoun =
  /\b(?:status|state|province|county|canton|prefecture|type|kind|category|genre|country|language|currency|role|region|continent|department|priority|level|tier|unit|gender|media type|color|colour|size|tax rate|plan|permission|group|section|store|branch|warehouse|office|shipper|carrier|demographic|term|reason|channel|season|division|concept class|domain|vocabulary|relationship)$/;
const staffNoun =
  /\b(?:employee|staff|supplier|vendor|manager|teacher|doctor|provider|agent|brand|manufacturer|care site|location|territory|venue|course|room|vehicle)$/;
const auditName = /\b(?:last update|(?:created|updated|modified|deleted) ?(?:at|on|by|date)?)$/;

/** A column that tells when or by whom a row was changed. */
export const isAudit = (column: string): boolean => auditName.test(wordsOf(column));

/** A table of few rows that others refer to: states, types, countries. */
export function isLookup(table: TableModel): boolean {
  return (
    lookupNoun.test(nounOf(table.name)) &&
    plainColumns(table) <= 6 &&
    outgoing(table).length <= 2 &&
    table.primaryKey.length <= 1
  );
}

/** A table that plays a supporting part: staff, suppliers. */
export const isSupporting = (table: TableModel): boolean => staffNoun.test(nounOf(table.name));

/** A table that joins others: its primary key is made of foreign keys alone. */
export function isJunction(table: TableModel): boolean {
  const inKey = table.foreignKeys.filter((key) => key.columns.every((name) => table.primaryKey.includes(name)));
  return inKey.length >= 2 && table.primaryKey.every((name) => inKey.some((key) => key.columns.includes(name)));
}

/** What tables of countries are called, in the languages that schemas are written in. */
export const countryNoun = /\b(?:country|nation|land|lander|laender|pais|paise|pay|paese|paesi|kraj|kraje|maa|maat)$/;
const cityNoun = /\b(?:city|town|municipality|village|ciudad|ville|stadt|stad|miasto|cidade|citta|kommun|gemeinde)$/;
const regionNoun = /\b(?:state|province|region|county|canton|prefecture|provincia|bundesland|departamento|oblast)$/;

/** A table of countries. */
export const isCountry = (table: TableModel): boolean => countryNoun.test(nounOf(table.name));

/** What part of a country the rows of a table are: cities, its regions, or places in them. */
export function placeNoun(table: TableModel): "city" | "region" | "place" | undefined {
  const noun = nounOf(table.name);
  if (cityNoun.test(noun)) return "city";
  if (regionNoun.test(noun)) return "region";
  return /\b(?:district|territory|location|address|place|site|venue)$/.test(noun) ? "place" : undefined;
}

/** Which of a country's parts `table` lists, where `parent` is a table of countries. */
export function belongsToCountry(table: TableModel, parent: TableModel): "city" | "region" | undefined {
  const part = isCountry(parent) ? placeNoun(table) : undefined;
  return part === "place" ? undefined : part;
}

const outgoing = (table: TableModel): readonly ForeignKeyModel[] =>
  table.foreignKeys.filter((key) => key.referencedTable.name !== table.name);

const plainColumns = (table: TableModel): number => table.columns.filter((column) => !isAudit(column.name)).length;
