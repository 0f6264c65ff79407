import { beforeAll, describe, expect, test } from "vitest";
import { bundleOfColumn } from "../bundle.ts";
import type { WeightedLocale } from "../generator.ts";
import { generatorCatalogue } from "../index.ts";
import { bind, cellsOf, range, type Bench } from "../test-bench.ts";
import { toSlug } from "../../base/transliterate.ts";
import { loadLocales } from "./locales.ts";

let locales: readonly WeightedLocale[] = [];
beforeAll(async () => {
  locales = await loadLocales({ sv_SE: 3, de: 1 });
});

function cells(id: string, column: string, more: Partial<Bench> = {}, params: Record<string, unknown> = {}) {
  const generator = generatorCatalogue.get(id);
  if (!generator) throw new Error(`No generator ${id}.`);
  return cellsOf(bind(generator, params, { type: { kind: "text" }, locales, column, ...more }), range(200));
}

describe("the columns of one row show one person", () => {
  test("first, last and full name agree", () => {
    const first = cells("person.firstName", "first_name");
    const last = cells("person.lastName", "last_name");
    expect(cells("person.fullName", "name")).toEqual(first.map((name, k) => `${name} ${last[k]}`));
  });

  test("the e-mail address is made of the same name, on a domain that belongs to nobody", () => {
    const last = cells("person.lastName", "lastName");
    cells("internet.email", "email").forEach((address, k) => {
      expect(address).toMatch(/^[a-z0-9._-]+@example\.(com|org|net)$/);
      expect(address?.split("@")[0]).toContain(toSlug(last[k] ?? ""));
    });
  });

  test("the sex is that of the first name", () => {
    const sexes = cells("person.sex", "gender");
    const first = cells("person.firstName", "first_name");
    const women = cells("person.firstName", "first_name", {}, { sex: "female" });
    sexes.forEach((sex, k) => expect(first[k] === women[k] || sex === "male").toBe(true));
    expect(new Set(sexes)).toEqual(new Set(["female", "male"]));
  });

  test("another person of the row has another name, and an address to go with it", () => {
    const own = cells("person.lastName", "last_name");
    const recipient = cells("person.lastName", "recipient_last_name");
    expect(own.filter((name, k) => name === recipient[k]).length).toBeLessThan(30);
    cells("internet.email", "recipient_email").forEach((address, k) =>
      expect(address).toContain(toSlug(recipient[k] ?? "")),
    );
    expect(cells("person.lastName", "anything", {}, { person: "recipient" })).toEqual(recipient);
  });

  test.each([
    ["email", ""],
    ["FirstName", ""],
    ["work_email", ""],
    ["sender_email", "sender"],
    ["senderName", "sender"],
    ["emergency_contact_name", "emergency contact"],
  ])("%s shows “%s”", (column, person) => expect(bundleOfColumn("person", column)).toBe(person));
});

describe("unique addresses", () => {
  test("keep their domain in a short column", () => {
    const short = cells("internet.email", "email", { unique: true, type: { kind: "text", maxLength: 20 } });
    expect(new Set(short).size).toBe(200);
    for (const address of short) expect(address).toMatch(/^[a-z0-9._-]{1,8}@example\.(com|org|net)$/);
  });

  test("stay as they are while the table grows to 10,000 rows", () => {
    const [small, large] = [200, 10_000].map((rowCount) =>
      cells("internet.email", "email", { unique: true, rowCount }),
    );
    expect(small).toEqual(large);
  });
});

test("a company's name is plain in a unique column of some thousand rows, and differs still in a larger one", () => {
  const plain = cells("company.name", "name", { unique: true, rowCount: 2000 });
  expect(new Set(plain).size).toBe(200);
  const [, suffixed] = [0, cells("company.name", "name", { unique: true, rowCount: 1_000_000 })];
  for (const name of suffixed) expect(name).toMatch(/ [a-z0-9]{4}$/);
});

test("all columns of a row are of the row's locale", () => {
  const postcodes = cells("location.zipCode", "zip");
  const phones = cells("phone.number", "phone", {}, { style: "international" });
  const swedish = phones.filter((phone) => phone?.startsWith("+46")).length;
  expect(swedish).toBeGreaterThan(120);
  expect(swedish).toBeLessThan(180);
  postcodes.forEach((code, k) => expect(code).toMatch(phones[k]?.startsWith("+46") ? /^\d{3} \d{2}$/ : /^\d{5}$/));
});
