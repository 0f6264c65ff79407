import { describe, expect, it } from "vitest";
import type { ColumnModel, SchemaModel, TableModel } from "../../schema/schema-model.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { findByValue, isCardNumber, type NameLists } from "./by-value.ts";
import { maskCatalogue } from "../../masks/index.ts";
import { findPersonal } from "./find-personal.ts";
import { suggestedMasks } from "./suggest-mask.ts";

const lists: NameLists = {
  given: new Set(["ada", "grace", "alan", "edsger", "barbara"]),
  family: new Set(["lovelace", "hopper", "turing", "dijkstra", "liskov"]),
  cities: new Set(["london", "berlin"]),
};
const text: ValueType = { kind: "text" };
const column = (name: string, valueType: ValueType = text, more: Partial<ColumnModel> = {}): ColumnModel => ({
  name,
  type: "",
  valueType,
  nullable: true,
  ...more,
});
const table = (name: string, columns: readonly ColumnModel[]): TableModel => ({
  id: name,
  schema: "main",
  name,
  columns,
  primaryKey: [],
  uniques: [],
  foreignKeys: [],
  checks: [],
});
const model = (...tables: readonly TableModel[]): SchemaModel => ({
  engine: "sqlite",
  defaultSchema: "main",
  tables,
  views: [],
});
const found = (schema: SchemaModel): readonly string[] =>
  findPersonal(schema, lists).map(({ table: of, column: name, category }) => `${of}.${name} ${category}`);

describe("by name", () => {
  it("tells what a name means by what the table is about", () => {
    const schema = model(
      table("customers", [column("Name"), column("EMail"), column("dob", { kind: "date" }), column("city")]),
      table("categories", [column("name"), column("description")]),
      table("stores", [column("city"), column("phone")]),
    );
    expect(found(schema)).toEqual([
      "customers.Name full-name",
      "customers.EMail email",
      "customers.dob birth-date",
      "customers.city city",
      "stores.phone phone",
    ]);
  });

  it("reads other languages, and a comment", () => {
    const schema = model(
      table("kunden", [
        column("Vorname"),
        column("nachname"),
        column("geburtsdatum", { kind: "date" }),
        column("x1", text, { comment: "Passport number" }),
      ]),
    );
    expect(found(schema)).toEqual([
      "kunden.Vorname given-name",
      "kunden.nachname family-name",
      "kunden.geburtsdatum birth-date",
      "kunden.x1 licence",
    ]);
  });

  it.each([
    ["kunden", "handynr phone, hausnr street, geb_datum birth-date, steuernr tax-id, karteninhaber card-holder"],
    ["kunden", "staatsangehoerigkeit nationality, krankenversicherungsnummer health-plan, fuehrerschein_nr licence"],
    ["clients", "adresse_mail email, tel_portable phone, cp postcode, num_secu social-security, syndicat politics"],
    ["clientes", "movil phone, fecha_nac birth-date, seguro_social social-security, titular card-holder"],
    ["kunder", "persnr national-id, postnr postcode, kontonr account, korkortsnummer licence, gata street"],
    ["customers", "BirthDt birth-date, AddrLine2 street, cust_nm full-name, ph_num phone, zip_cd postcode, eml email"],
  ])("reads how people abbreviate, in %s: %s", (name, list) => {
    const pairs = list.split(", ");
    const columns = pairs.map((pair) => column(pair.split(" ")[0] ?? ""));
    expect(found(model(table(name, columns)))).toEqual(pairs.map((pair) => `${name}.${pair}`));
  });

  it.each([
    [
      "клиенты",
      "имя given-name, Фамилия family-name, телефон phone, телефон_клиента phone, адрес street, ИНН tax-id, дата_рождения birth-date",
    ],
    ["πελάτες", "Όνομα given-name, επώνυμο family-name, τηλέφωνο phone, διεύθυνση street, ΑΦΜ tax-id"],
    ["고객", "이름 given-name, 전화번호 phone, 주소 street, 이메일 email"],
    ["顧客", "氏名 full-name, 電話番号 phone, 住所 street, 生年月日 birth-date"],
  ])("reads other scripts, in %s: %s", (name, list) => {
    const pairs = list.split(", ");
    const columns = [...pairs, "имя_файла", "количество", "数量"].map((pair) => column(pair.split(" ")[0] ?? ""));
    expect(found(model(table(name, columns)))).toEqual(pairs.map((pair) => `${name}.${pair}`));
  });

  it("finds nobody in names that only look like it", () => {
    const columns = ["is_portable", "permissions", "diagnostics_on", "titular_city_gate", "cpu"].map((one) =>
      column(one),
    );
    expect(found(model(table("products", columns)))).toEqual([]);
  });

  it("leaves keys that number rows", () => {
    const key = column("patient_id", { kind: "integer", bits: 32 }, { identity: "auto" });
    expect(found(model({ ...table("patients", [key]), primaryKey: ["patient_id"] }))).toEqual([]);
  });
});

describe("by value", () => {
  const kind = (...values: readonly (string | null)[]) => findByValue([...values, null, ""], lists)?.category;

  it.each([
    ["email", ["ada@x.test", "b@y.example", "c@z.org", "d.e+f@g.co.uk", "grace@navy.mil"]],
    [
      "card-number",
      ["4111111111111111", "4242 4242 4242 4242", "5555555555554444", "378282246310005", "6011111111111117"],
    ],
    [
      "iban",
      [
        "DE89370400440532013000",
        "GB29 NWBK 6016 1331 9268 19",
        "SE4550000000058398257466",
        "NL91ABNA0417164300",
        "FR1420041010050500013M02606",
      ],
    ],
    ["phone", ["+44 20 7946 0018", "+1 202-555-0143", "(030) 123 456 78", "020-7946 0018", "+46 70 174 06 58"]],
    ["ip-address", ["192.0.2.1", "198.51.100.7", "2001:db8::1", "203.0.113.9", "10.0.0.1"]],
    ["full-name", ["Ada Lovelace", "Grace Hopper", "Alan M. Turing", "Edsger Dijkstra", "Barbara Liskov"]],
    ["given-name", ["Ada", "Grace", "Alan", "Edsger", "Zoltan"]],
    ["street", ["12 Main Street", "Hauptstraße 5", "221B Baker St", "5 Rue de Rivoli", "9 Elm Road"]],
    ["secret", Array.from({ length: 5 }, (_, i) => `$2b$10$abcdefghijklmnopqrstu${i}`)],
    ["social-security", ["219-09-9999", "078-05-1120", "123-45-6789", "457-55-5462", "001-01-0001"]],
  ] as const)("knows %s", (category, values) => {
    expect(kind(...values)).toBe(category);
  });

  it("finds people inside longer texts", () => {
    const notes = [
      "Please call Ada Lovelace about the late delivery",
      "Nothing to say about this one at all",
      "See ticket",
    ];
    expect(kind(...notes, ...notes, ...notes)).toBe("free-text");
  });

  it("is not taken in by what only looks like it", () => {
    expect(kind("2024-01-05", "2024-02-06", "2024-03-07", "2023-01-05", "2022-01-05")).toBeUndefined();
    expect(kind("12:30:00", "09:15:10", "23:59:59", "00:00:00", "01:02:03")).toBeUndefined();
    expect(kind("1.5", "20.25", "300.125", "4.0", "5.5")).toBeUndefined();
    expect(kind("Red", "Green", "Blue", "Black", "White")).toBeUndefined();
    expect(isCardNumber("1234567890123456")).toBe(false);
  });

  it("never repeats a value in its evidence", () => {
    const schema = model(table("t", [column("x")]));
    const findings = findPersonal(schema, lists, () => Array.from({ length: 9 }, (_, i) => `secret${i}@mail.test`));
    expect(findings).toHaveLength(1);
    expect(JSON.stringify(findings)).not.toContain("secret");
    expect(findings[0]?.evidence).toEqual(["9 of 9 values have the form of an e-mail address"]);
  });
});

describe("in documents", () => {
  const json: ValueType = { kind: "json" };
  const findIn = (name: string, documents: readonly unknown[], type: ValueType = json) =>
    findPersonal(model(table(name, [column("profile", type)])), lists, () =>
      documents.map((document) => JSON.stringify(document)),
    );

  it.each([json, text])("names the fields that are personal, by key and by value: %o", (type) => {
    const documents = Array.from({ length: 6 }, (_, i) => ({
      contacts: [{ name: "Ada Lovelace", phone: `+44 20 7946 001${i}`, kind: "home" }],
      items: [{ name: "Chair", sku: `C-${i}` }],
      reach: `ada${i}@mail.test`,
      emails: [`b${i}@mail.test`],
      score: i,
    }));
    const [finding] = findIn("orders", documents, type);
    expect(finding?.fields).toEqual({
      "$.contacts[*].name": "full-name",
      "$.contacts[*].phone": "phone",
      "$.reach": "email",
      "$.emails[*]": "email",
    });
    expect(finding?.evidence).toEqual([
      "its documents hold $.contacts[*].name (person's name), $.contacts[*].phone (phone number), $.reach (e-mail address), $.emails[*] (e-mail address)",
    ]);
  });

  it("takes names that are values for values, and never repeats them", () => {
    const byMail = { "ada@mail.test": { phone: "1" }, "alan@mail.test": { phone: "2" } };
    const byPerson = { Grace: { phone: "3" }, Alan: { phone: "4" } };
    for (const document of [byMail, byPerson]) {
      const findings = findIn("customers", [{ friends: document }]);
      expect(findings[0]?.fields).toEqual({ "$.friends[*].phone": "phone" });
    }
  });

  it("finds nobody in documents about things, and takes what is no document as text", () => {
    expect(findIn("products", [{ size: "XL", tags: ["red"], name: "Chair", __proto__: null }])).toEqual([]);
    expect(findPersonal(model(table("t", [column("x", json)])), lists, () => ["{broken", "[", "{}"])).toEqual([]);
  });

  it("suggests the mask of fields, which the mask takes", () => {
    const [finding] = findIn("customers", [
      { email: "a", birth_date: "1990-12-24", note: { phone: "c", fax: 44207946001, born: "2" } },
    ]);
    const entry = { column: column("profile", json), unique: false };
    const rules = suggestedMasks(maskCatalogue, entry, finding).map(({ rule }) => rule);
    expect(rules[0]).toMatchObject({
      kind: "mask",
      mask: "json",
      params: {
        paths: {
          "$.email": { email: { domain: "example" } },
          "$.birth_date": "date-shift",
          "$.note.phone": { "format-preserving": {} },
          "$.note.fax": "number",
        },
      },
    });
  });
});

it("a text is redacted by the names beside it, since it may speak of whom its row names", () => {
  const people = table(
    "customers",
    ["first_name", "last_name", "email", "notes"].map((name) => column(name)),
  );
  const notes = [
    "Please call Ada Lovelace about it",
    "Nothing to say about this one at all",
    "See ticket",
    "Grace Hopper asked for it again",
  ];
  const findings = findPersonal(model(people), lists, (_table, { name }) =>
    name === "notes" ? [...notes, ...notes, ...notes] : undefined,
  );
  const finding = findings.find(({ column: name }) => name === "notes");
  expect(finding).toMatchObject({ category: "free-text", names: ["first_name", "last_name"] });
  const [first] = suggestedMasks(maskCatalogue, { column: column("notes"), unique: false }, finding);
  expect(first?.rule).toEqual({ kind: "mask", mask: "free-text", params: { names: "first_name, last_name" } });
  expect(findings.find(({ column: name }) => name === "email")).not.toHaveProperty("names");
});
