import { describe, expect, test } from "vitest";
import { generatorCatalogue } from "../generators/index.ts";
import { columnOf, modelOf, tableOf } from "./small-schema.ts";
import { suggestTable } from "./suggest-table.ts";
import type { ColumnModel } from "../schema/schema-model.ts";

/** The suggested rules of a table of text columns, as "generator {params}". */
function rules(name: string, columns: readonly (string | ColumnModel)[]): Readonly<Record<string, string>> {
  const table = tableOf(
    name,
    columns.map((column) => (typeof column === "string" ? columnOf(column, "varchar(80)") : column)),
  );
  const found = suggestTable(table, modelOf(table), generatorCatalogue);
  return Object.fromEntries(
    [...found].map(([column, { rule }]) => [
      column,
      rule.kind === "generate" ? `${rule.generator} ${JSON.stringify(rule.params)}` : rule.kind,
    ]),
  );
}

describe("what a table's columns are suggested together", () => {
  test("a country with a list of its own decides where the address is", () => {
    const found = rules("addresses", [
      "street",
      "city",
      "postal_code",
      columnOf("country", "char(2)", { valueType: { kind: "enum", values: ["DE", "FR"] } }),
    ]);
    for (const column of ["street", "city", "postal_code"]) expect(found[column]).toContain('{"country":"country"}');
  });

  test("each of two addresses has the country column of its own name", () => {
    const listed = { valueType: { kind: "enum", values: ["DE", "FR"] } } as const;
    const found = rules("orders", [
      "billing_city",
      "shipping_city",
      columnOf("billing_country", "char(2)", listed),
      columnOf("shipping_country", "char(2)", listed),
    ]);
    expect(found["billing_city"]).toBe('location.city {"country":"billing_country"}');
    expect(found["shipping_city"]).toBe('location.city {"country":"shipping_country"}');
  });

  test("a country without a city is any country; with one it is the city's", () => {
    expect(rules("manufacturers", ["country"])["country"]).toBe('location.country {"among":"world"}');
    expect(rules("customers", ["city", "country"])["country"]).toBe("location.country {}");
    expect(rules("orders", ["ship_city", "country"])["country"]).toBe('location.country {"address":"ship"}');
  });

  test("e-mail and title are those of the only person with a name", () => {
    const found = rules("suppliers_contacts", ["contact_name", "email", "salutation"]);
    expect(found["contact_name"]).toBe("person.fullName {}");
    expect(found["email"]).toBe('internet.email {"person":"contact"}');
    expect(found["salutation"]).toBe('person.prefix {"person":"contact"}');
  });

  test("a customer's customer_email is that of the row's own name", () => {
    const found = rules("customers", ["name", "customer_email", "title_of_courtesy"]);
    expect(found["name"]).toBe('person.fullName {"person":"customer"}');
    expect(found["title_of_courtesy"]).toBe('person.prefix {"person":"customer"}');
    expect(found["customer_email"]).toBe("internet.email {}");
  });

  test("with two persons, what has no name of its own stays the row's", () => {
    const found = rules("messages", ["sender_name", "recipient_name", "email"]);
    expect(found["email"]).toBe("internet.email {}");
  });

  test("a company's website and e-mail are made of its name", () => {
    const found = rules("suppliers", ["name", "home_page", "email", "vat_number", "legal_form"]);
    expect(found["home_page"]).toBe('company.website {"name":"name"}');
    expect(found["email"]).toBe('company.email {"name":"name"}');
    expect(found["legal_form"]).toBe('company.legalForm {"name":"name"}');
    expect(found["vat_number"]).toBe("company.taxNumber {}");
  });

  test("card, device and visit columns are told apart by their names", () => {
    expect(rules("payments", ["card_number", "card_brand", "card_last4", "card_expiry", "cvc"])).toMatchObject({
      card_number: "finance.creditCardNumber {}",
      card_brand: "finance.creditCardIssuer {}",
      card_last4: 'card.masked {"style":"last four"}',
      card_expiry: "card.expiry {}",
      cvc: "finance.creditCardCVV {}",
    });
    expect(rules("sessions", ["device_model", "os", "os_version", columnOf("user_agent", "text")])).toMatchObject({
      device_model: "device.model {}",
      os: "device.os {}",
      os_version: "device.osVersion {}",
      user_agent: "internet.userAgent {}",
    });
    expect(rules("page_views", ["url", "path", "referrer", columnOf("status_code")])).toMatchObject({
      url: "visit.url {}",
      path: "visit.path {}",
      referrer: "visit.referrer {}",
      status_code: "visit.status {}",
    });
  });
});
