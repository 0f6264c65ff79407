import { expect, test } from "vitest";
import { generatorCatalogue } from "../../generators/index.ts";
import { columnOf, modelOf, tableOf } from "../small-schema.ts";
import { suggestTable } from "../suggest-table.ts";

// In the order of words of their language, written without marks, in short, and with the type of a program before them.
test.each([
  ["fechaalta", "date", "date"],
  ["fec_nacimiento", "date", "birth-date"],
  ["codpostal", "varchar(10)", "location.zipCode"],
  ["razonsocial", "varchar(100)", "company.name"],
  ["cifnif", "varchar(30)", "pattern"],
  ["dt_nascimento", "date", "birth-date"],
  ["telefone_celular", "varchar(20)", "phone.number"],
  ["Rechnungsdatum", "date", "date"],
  ["societe", "varchar(128)", "company.name"],
  ["cust_nm", "varchar(60)", "person.fullName"],
  ["strLastName", "varchar(60)", "person.lastName"],
  ["bActive", "tinyint", "boolean"],
  ["pass_crypted", "varchar(128)", "token"],
  ["note_private", "text", "prose"],
  ["is_penalty", "tinyint(4)", "boolean"],
  ["CHFID", "varchar(12)", "pattern"],
  // what a text measures, and what it names
  ["altitude", "varchar(255)", "integer"],
  ["campaign", "varchar(60)", "weighted-choice"],
  ["diagnosis", "mediumtext", "prose"],
  // what has been done
  ["connected", "integer", "boolean"],
] as const)("%s %s is suggested %s", (name, type, generator) => {
  const table = tableOf("things", [columnOf(name, type)]);
  const { rule } = suggestTable(table, modelOf(table), generatorCatalogue).get(name) ?? {};
  expect(rule).toMatchObject({ kind: "generate", generator });
});

test("a name beside a last name alone is the first one", () => {
  const contacts = tableOf("contactos", [columnOf("nombre", "varchar(60)"), columnOf("apellidos", "varchar(60)")]);
  const suggested = suggestTable(contacts, modelOf(contacts), generatorCatalogue);
  expect(suggested.get("nombre")?.rule).toMatchObject({ generator: "person.firstName" });
  const customers = tableOf("clientes", [columnOf("nombre", "varchar(60)")]);
  expect(suggestTable(customers, modelOf(customers), generatorCatalogue).get("nombre")?.rule).toMatchObject({
    generator: "person.fullName",
  });
});

test("a French name is that of a thing, of a person, or the last one beside a first", () => {
  const named = (table: string, ...columns: readonly string[]): unknown => {
    const one = tableOf(
      table,
      ["nom", ...columns].map((name) => columnOf(name, "varchar(80)")),
    );
    return suggestTable(one, modelOf(one), generatorCatalogue).get("nom")?.rule;
  };
  expect(named("abonnements")).not.toMatchObject({ generator: "person.lastName" });
  expect(named("clients")).toMatchObject({ generator: "person.fullName" });
  expect(named("adherents", "prenom")).toMatchObject({ generator: "person.lastName" });
});

test("a table's noun is not the short word that its columns begin with", () => {
  const names = ["per_id", "per_title", "per_city", "per_email", "per_zip"];
  const people = tableOf(
    "person_per",
    names.map((name) => columnOf(name, "varchar(50)")),
  );
  expect(suggestTable(people, modelOf(people), generatorCatalogue).get("per_title")?.rule).toMatchObject({
    generator: "person.prefix",
  });
});

test("the number of a contact is no phone number beside a phone", () => {
  const alone = tableOf("contacts", [columnOf("contact_no", "varchar(40)")]);
  const beside = tableOf("contacts", [columnOf("contact_no", "varchar(40)"), columnOf("phone", "varchar(40)")]);
  const numberOf = (table: typeof alone): unknown =>
    suggestTable(table, modelOf(table), generatorCatalogue).get("contact_no")?.rule;
  expect(numberOf(alone)).toMatchObject({ generator: "phone.number" });
  expect(numberOf(beside)).toMatchObject({ generator: "pattern" });
});
