import { referencedTable, type SchemaModel, type TableModel } from "../../schema/schema-model.ts";
import { nounOf, wordsOf } from "../words.ts";
import { inEnglish } from "./in-english.ts";

/** What a table's rows are about, as far as its name and columns tell. */
export type Subject = "person" | "place-or-thing" | "unclear";

const personNoun =
  /\b(?:customer|client|user|person|employee|staff|member|contact|patient|student|teacher|author|actor|driver|guest|player|candidate|applicant|recipient|sender|doctor|physician|nurse|provider|speaker|participant|subscriber|passenger|buyer|reviewer|attendee|donor|citizen|resident|tenant|beneficiary|insured|policyholder|policy holder|account|profile|lead|prospect|visitor|worker|volunteer|party|individual|people|kunde|mitarbeiter|benutzer|patienten?|personne|persona|cliente|empleado|usuario|kund|anvandare|klient|pracownik)$/;

const thingNoun =
  /\b(?:product|item|category|categorie|country|city|state|region|territory|territorie|store|warehouse|shop|branch|company|supplier|vendor|brand|department|course|film|movie|track|album|artist|genre|playlist|media type|language|currency|role|status|type|shipper|carrier|location|care site|concept|vocabulary|domain|relationship|file|document|tag|setting|permission|group|connection|room|vehicle|project|task)$/;

const namedPerson =
  /^(?:first ?name|last ?name|given ?name|family ?name|sur ?name|birth ?date|date of birth|dob|gender(?: \w+)?|vorname|nachname|prenom|apellido)/;

/** Whose data a table holds: by its noun, else by columns that only people have. */
export const subjectOf = (table: TableModel): Subject =>
  subjectOfNames(
    table.name,
    table.columns.map(({ name }) => name),
  );

/** The same of a table, or of an object in a document, by its name and those of its fields. */
export function subjectOfNames(name: string, fields: readonly string[]): Subject {
  const noun = inEnglish(nounOf(name));
  if (fields.some((field) => namedPerson.test(inEnglish(wordsOf(field))))) return "person";
  if (personNoun.test(noun)) return "person";
  if (!placeOfLiving.test(noun) && thingNoun.test(noun)) return "place-or-thing";
  return "unclear";
}

const placeOfLiving = /\b(?:address|location|residence|contact detail)$/;

/**
 * Whether the rows are about people without being people: a payment of a user, which a foreign key leads from, or the
 * address that a customer's foreign key leads to.
 */
export function belongsToPerson(table: TableModel, model: SchemaModel): boolean {
  const people = model.tables.filter((other) => other !== table && subjectOf(other) === "person");
  const leads = (from: TableModel, to: TableModel): boolean =>
    from.foreignKeys.some((key) => referencedTable(model, key) === to);
  return people.some(
    (person) => leads(table, person) || (placeOfLiving.test(nounOf(table.name)) && leads(person, table)),
  );
}
