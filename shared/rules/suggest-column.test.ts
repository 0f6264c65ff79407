import { describe, expect, test } from "vitest";
import { generatorCatalogue } from "../generators/index.ts";
import type { ColumnModel, SchemaModel, TableModel } from "../schema/schema-model.ts";
import { suggestTable } from "./suggest-table.ts";
import { columnOf, modelOf, tableOf } from "./small-schema.ts";

/** What a person would choose for a column of this name and type in this table. */
const expectations: readonly (readonly [column: string, type: string, generator: string, table?: string])[] = [
  ["first_name", "varchar(40)", "person.firstName"],
  ["FirstName", "text", "person.firstName"],
  ["givenName", "text", "person.firstName"],
  ["fname", "text", "person.firstName"],
  ["vorname", "text", "person.firstName"],
  ["prénom", "text", "person.firstName"],
  ["last_name", "varchar(40)", "person.lastName"],
  ["Surname", "text", "person.lastName"],
  ["customer_last_name", "text", "person.lastName", "orders"],
  ["nachname", "text", "person.lastName"],
  ["apellidos", "text", "person.lastName"],
  ["middle_name", "text", "person.middleName"],
  ["full_name", "text", "person.fullName"],
  ["Contact Name", "text", "person.fullName"],
  ["cardholder_name", "text", "person.fullName", "payments"],
  ["name", "text", "person.fullName", "customers"],
  ["name", "text", "person.fullName", "employees"],
  ["salutation", "varchar(10)", "person.prefix"],
  ["title", "varchar(30)", "person.jobTitle", "employees"],
  ["job_title", "text", "person.jobTitle"],
  ["gender", "text", "person.sex", "patients"],
  ["sex", "char(1)", "person.sex", "patients"],
  ["birth_date", "date", "birth-date"],
  ["DateOfBirth", "datetime", "birth-date"],
  ["dob", "text", "birth-date"],
  ["geburtsdatum", "date", "birth-date"],
  ["age", "integer", "age"],
  ["year_of_birth", "integer", "integer"],
  ["marital_status", "text", "weighted-choice"],
  ["ssn", "char(11)", "pattern"],
  ["nationalidnumber", "varchar(15)", "pattern"],
  ["title", "varchar(255)", "person.prefix", "patient_data"],
  ["mothersname", "text", "person.fullName"],
  ["race", "text", "weighted-choice", "patients"],
  ["phone_home", "varchar(40)", "phone.number"],
  ["county", "varchar(40)", "location.county"],
  ["gender_source_value", "text", "person.sex"],
  ["dose_unit", "text", "weighted-choice"],
  ["monthly_income", "text", "log-normal"],
  ["title", "text", "book.title", "film"],
  ["host_name", "text", "internet.domainName"],
  ["department", "text", "commerce.department"],
  // contact and places
  ["email", "varchar(60)", "internet.email"],
  ["EmailAddress", "text", "internet.email"],
  ["e_mail", "text", "internet.email"],
  ["contact_email", "text", "internet.email"],
  ["phone", "varchar(24)", "phone.number"],
  ["HomePhone", "text", "phone.number"],
  ["mobile_number", "text", "phone.number"],
  ["telefon", "text", "phone.number"],
  ["fax", "varchar(24)", "phone.number"],
  ["address", "varchar(70)", "location.streetAddress"],
  ["street", "text", "location.streetAddress"],
  ["BillingAddress", "text", "location.streetAddress"],
  ["address_line_1", "text", "location.streetAddress"],
  ["strasse", "text", "location.streetAddress"],
  ["address2", "varchar(50)", "location.secondaryAddress"],
  ["address_line2", "text", "location.secondaryAddress"],
  ["city", "text", "location.city"],
  ["ShipCity", "text", "location.city"],
  ["ort", "text", "location.city"],
  ["state", "varchar(40)", "location.state", "customers"],
  ["region", "text", "location.state", "suppliers"],
  ["state", "char(2)", "location.state", "addresses"],
  ["postal_code", "varchar(10)", "location.zipCode"],
  ["zip", "text", "location.zipCode"],
  ["PLZ", "char(5)", "pattern"],
  ["country", "varchar(50)", "location.country"],
  ["country_code", "char(2)", "location.countryCode"],
  ["country", "char(2)", "location.countryCode"],
  ["latitude", "real", "location.latitude"],
  ["lng", "real", "location.longitude"],
  ["time_zone", "text", "location.timeZone"],
  ["approval_state", "varchar(20)", "weighted-choice"],
  ["diagnosis", "mediumtext", "prose"],
  ["raw_data", "longtext", "json"],
  ["heart_rate", "integer", "normal"],
  ["name", "text", "location.city", "cities"],
  ["name", "text", "reference", "countries"],
  ["username", "varchar(30)", "internet.username"],
  ["login", "text", "internet.username"],
  ["password_hash", "char(60)", "token"],
  ["password", "varchar(40)", "token"],
  ["api_key", "text", "token"],
  ["url", "text", "internet.url"],
  ["website", "text", "internet.url"],
  ["avatar_url", "text", "image.url"],
  ["domain", "text", "internet.domainName"],
  ["ip_address", "varchar(45)", "ip-address"],
  ["mac_address", "char(17)", "mac-address"],
  ["user_agent", "text", "internet.userAgent"],
  ["slug", "text", "slug"],
  ["file_name", "text", "system.fileName"],
  ["mime_type", "text", "system.mimeType"],
  ["color", "text", "color.human"],
  ["port", "integer", "integer"],
  ["company", "varchar(80)", "company.name"],
  ["CompanyName", "text", "company.name"],
  ["name", "text", "company.name", "suppliers"],
  ["name", "varchar(100)", "commerce.productName", "products"],
  ["product_name", "text", "commerce.productName", "order_items"],
  ["description", "text", "commerce.productDescription", "products"],
  ["name", "text", "commerce.department", "categories"],
  ["category", "text", "commerce.department", "products"],
  ["Name", "text", "music.genre", "Genre"],
  ["Title", "text", "music.album", "Album"],
  ["name", "text", "music.artist", "artists"],
  ["title", "text", "book.title", "books"],
  ["isbn", "varchar(17)", "commerce.isbn"],
  ["ean", "char(13)", "commerce.upc"],
  ["sku", "varchar(20)", "pattern"],
  ["order_number", "varchar(20)", "template"],
  ["invoice_no", "varchar(20)", "template"],
  ["tracking_number", "text", "pattern"],
  ["coupon_code", "varchar(12)", "pattern"],
  ["currency", "char(3)", "weighted-choice"],
  ["currency_code", "char(3)", "weighted-choice"],
  ["iban", "varchar(34)", "finance.iban"],
  ["card_number", "varchar(30)", "finance.creditCardNumber"],
  ["payment_method", "text", "weighted-choice"],
  ["vin", "char(17)", "vehicle.vin"],
  // numbers
  ["price", "decimal(10,2)", "log-normal"],
  ["UnitPrice", "numeric(10,2)", "log-normal"],
  ["total_amount", "decimal(10,2)", "log-normal"],
  ["amount", "decimal(5,2)", "log-normal"],
  ["preis", "real", "log-normal"],
  ["salary", "integer", "log-normal"],
  ["freight", "real", "log-normal"],
  ["quantity", "integer", "zipf"],
  ["qty", "smallint", "zipf"],
  ["UnitsInStock", "integer", "integer"],
  ["discount", "real", "decimal"],
  ["rating", "integer", "weighted-choice"],
  ["rating", "decimal(2,1)", "decimal"],
  ["Milliseconds", "integer", "log-normal"],
  ["file_size", "integer", "log-normal"],
  ["weight_kg", "real", "log-normal"],
  ["temperature", "real", "normal"],
  ["release_year", "integer", "integer"],
  ["sort_order", "integer", "ordinal"],
  ["priority", "integer", "integer"],
  ["version", "integer", "zipf"],
  ["views", "integer", "log-normal"],
  ["tax_rate", "decimal(4,2)", "weighted-choice"],
  ["percentage", "real", "decimal"],
  // times
  ["created_at", "timestamp", "timestamp"],
  ["created_at", "text", "timestamp"],
  ["created", "integer", "timestamp"],
  ["CreatedOn", "datetime", "timestamp"],
  ["updated_at", "timestamp", "timestamp"],
  ["last_login", "timestamp", "timestamp"],
  ["deleted_at", "timestamp", "timestamp"],
  ["OrderDate", "datetime", "timestamp"],
  ["hire_date", "date", "date"],
  ["expires_at", "timestamp", "timestamp"],
  ["due_date", "date", "date"],
  ["opening_time", "time", "time"],
  // flags, states, texts
  ["is_active", "boolean", "boolean"],
  ["active", "smallint", "boolean"],
  ["enabled", "integer", "boolean"],
  ["has_children", "boolean", "boolean"],
  ["active", "char(1)", "weighted-choice"],
  ["status", "varchar(20)", "weighted-choice", "orders"],
  ["status", "text", "weighted-choice", "tickets"],
  ["role", "text", "weighted-choice", "users"],
  ["priority", "varchar(10)", "weighted-choice", "tickets"],
  ["loyalty_tier", "text", "weighted-choice", "customers"],
  ["title", "text", "company.catchPhrase", "posts"],
  ["description", "text", "prose", "tasks"],
  ["body", "text", "prose", "posts"],
  ["comment", "text", "prose", "reviews"],
  ["notes", "text", "prose"],
  ["metadata", "json", "json"],
  ["uuid", "char(36)", "uuid"],
  ["external_guid", "text", "uuid"],
  ["picture", "blob", "bytes"],
  ["code", "varchar(10)", "pattern", "warehouses"],
  // nothing but a type
  ["foo", "integer", "integer"],
  ["foo", "decimal(8,2)", "decimal"],
  ["foo", "real", "decimal"],
  ["foo", "boolean", "boolean"],
  ["foo", "date", "date"],
  ["foo", "timestamp", "timestamp"],
  ["foo", "time", "time"],
  ["foo", "text", "prose"],
  ["foo", "char(2)", "pattern"],
  ["foo", "blob", "bytes"],
  ["foo", "json", "json"],
  ["foo", "uuid", "uuid"],
  ["foo", "", "prose"],
];

const suggest = (table: TableModel, model: SchemaModel = modelOf(table), column = "") =>
  suggestTable(table, model, generatorCatalogue).get(column);
const ruleFor = (columns: readonly ColumnModel[], name: string, more: Partial<TableModel> = {}) => {
  const table = tableOf("things", columns, more);
  const rule = suggest(table, modelOf(table), name)?.rule;
  return rule?.kind === "generate" ? rule : undefined;
};

describe("a column is filled as a person would", () => {
  const cases = expectations.map(([name, type, generator, table = "things"]) => ({ name, type, generator, table }));
  test.each(cases)("$table.$name $type: $generator", ({ name, type, generator, table }) => {
    const suggestion = suggest(tableOf(table, [columnOf(name, type)]), undefined, name);
    expect(suggestion?.rule).toMatchObject({ kind: "generate", generator });
    expect(suggestion?.reasons.length).toBeGreaterThan(0);
  });
});

describe("a column is filled as its schema asks", () => {
  test("a list of values by CHECK is the list of values", () => {
    const checks = [{ name: "c", expression: "loyalty_tier IN ('bronze', 'silver', 'gold')" }];
    const table = tableOf("customers", [columnOf("loyalty_tier", "text")], { checks });
    expect(suggest(table, undefined, "loyalty_tier")).toMatchObject({
      rule: { generator: "weighted-choice", params: { values: { bronze: 6, silver: 3, gold: 1 } } },
      reasons: ["CHECK loyalty_tier IN ('bronze', 'silver', 'gold')"],
      confidence: "high",
    });
  });

  test.each([
    ["price", "decimal(10,2)", "price >= 10", { min: 10 }],
    ["price", "decimal(10,2)", "price > 0 AND price < 5", { min: 0.99, max: 4.99 }],
    ["foo", "integer", "foo BETWEEN 7 AND 9", { min: 7, max: 9 }],
    ["foo", "integer", "foo > 0", { min: 1, max: 1001 }],
    ["foo", "integer", "foo < 0", { min: -1001, max: -1 }],
    ["foo", "decimal(6,2)", "foo > -1 AND foo < 1", { min: -0.99, max: 0.99 }],
    ["discount", "real", "discount BETWEEN 0 AND 0.1", { min: 0, max: 0.1 }],
    ["foo", "integer", "foo % 5 = 0", { step: 5 }],
    ["foo", "date", "foo >= '2020-01-01'", { from: "2020-01-02", to: "today" }],
    ["foo", "text", "length(foo) = 5", { pattern: "[A-Z]{5}" }],
    ["foo", "text", "foo NOT GLOB '*[^0-9]*' AND length(foo) = 4", { pattern: "[0-9]{4}" }],
    ["foo", "text", "foo LIKE 'ORD-%'", { pattern: "ORD-[A-Z]{1,6}" }],
    ["foo", "text", "foo GLOB '[A-Z][A-Z]-[0-9][0-9]'", { pattern: "[A-Z][A-Z]-[0-9][0-9]" }],
  ])("%s %s CHECK %s", (name, type, expression, params) => {
    expect(ruleFor([columnOf(name, type)], name, { checks: [{ name: "c", expression }] })?.params).toMatchObject(
      params,
    );
  });

  test("an e-mail that must contain an @ is still an e-mail", () => {
    const rule = ruleFor([columnOf("email", "text")], "email", {
      checks: [{ name: "c", expression: "email LIKE '%_@_%'" }],
    });
    expect(rule?.generator).toBe("internet.email");
  });

  test("a date that a CHECK puts after another follows it", () => {
    const columns = [columnOf("placed_at", "timestamp"), columnOf("shipped_at", "timestamp", { nullable: true })];
    const rule = ruleFor(columns, "shipped_at", { checks: [{ name: "c", expression: "shipped_at >= placed_at" }] });
    expect(rule).toMatchObject({
      generator: "after-column",
      params: { column: "placed_at", min: 1, max: 6 },
      nulls: 0.2,
    });
  });

  test("of two numbers in order and bounded, both keep the bound", () => {
    const columns = [columnOf("low", "integer"), columnOf("high", "integer")];
    const more = { checks: [{ name: "c", expression: "low >= 0 AND high <= 100 AND high > low" }] };
    const low = ruleFor(columns, "low", more)?.params;
    const high = ruleFor(columns, "high", more)?.params;
    expect(high).toMatchObject({ column: "low", min: 1 });
    expect(Number(low?.["max"]) + Number(high?.["max"])).toBeLessThanOrEqual(100);
  });

  test("NULL is where it may be, and never in a key or where a check forbids it", () => {
    const columns = [
      columnOf("a", "text", { nullable: true }),
      columnOf("b", "text", { nullable: true }),
      columnOf("c", "text", { nullable: true }),
      columnOf("d", "text"),
    ];
    const more = { checks: [{ name: "c", expression: "b IS NOT NULL" }], uniques: [{ name: "u", columns: ["c"] }] };
    expect(columns.map(({ name }) => ruleFor(columns, name, more)?.nulls)).toEqual([
      0.1,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("a column that the database computes is left to it", () => {
    const table = tableOf("things", [columnOf("total", "real", { generated: "stored" })]);
    expect(suggest(table, undefined, "total")?.rule).toEqual({ kind: "default" });
  });

  test("a default is offered beside the generator", () => {
    const table = tableOf("things", [columnOf("created_at", "timestamp", { default: "CURRENT_TIMESTAMP" })]);
    const suggestion = suggest(table, undefined, "created_at");
    expect(suggestion?.rule).toMatchObject({ generator: "timestamp" });
    expect(suggestion?.alternatives).toContainEqual({ rule: { kind: "default" }, reason: "default CURRENT_TIMESTAMP" });
  });

  test("flags speak the language of their default", () => {
    expect(ruleFor([columnOf("discontinued", "text", { default: "'0'" })], "discontinued")?.params).toEqual({
      values: { "0": 9, "1": 1 },
    });
    expect(ruleFor([columnOf("active", "char(1)", { default: "'Y'" })], "active")?.params).toEqual({
      values: { Y: 9, N: 1 },
    });
  });

  test("an e-mail shows the person of its row", () => {
    const columns = [
      columnOf("first_name", "text", { nullable: true }),
      columnOf("last_name", "text"),
      columnOf("email", "text"),
    ];
    expect(ruleFor(columns, "email", { uniques: [{ name: "u", columns: ["email"] }] })).toEqual({
      kind: "generate",
      generator: "template",
      params: { text: "{{first_name|slug}}.{{last_name|slug}}@example.com" },
    });
    expect(ruleFor(columns, "first_name")?.nulls).toBeUndefined();
  });

  test("a comment speaks where the name is silent", () => {
    const suggestion = suggest(
      tableOf("things", [columnOf("x17", "text", { comment: "E-mail address" })]),
      undefined,
      "x17",
    );
    expect(suggestion).toMatchObject({
      rule: { generator: "internet.email" },
      reasons: ["comment says “e mail address”", "type text"],
    });
  });
});

test("every idea is of a generator that is there", async () => {
  const { allPatterns } = await import("./ideas-by-name.ts");
  const missing = allPatterns
    .flatMap(({ ideas }) => ideas.map(({ generator }) => generator))
    .filter((id) => generatorCatalogue.get(id) === undefined);
  expect(missing).toEqual([]);
});
