import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { toSlug } from "../base/transliterate.ts";
import type { ValueType } from "../schema/value-type.ts";
import { loadLocales } from "./faker/locales.ts";
import type { WeightedLocale } from "./generator.ts";
import { generatorCatalogue, generators } from "./index.ts";
import { checkDigit, testCards } from "./payment/test-cards.ts";
import { bind, cellsOf, range, type Bench } from "./test-bench.ts";
import { devices } from "./device/devices.ts";
import { pages } from "./device/visits.ts";

// Columns of one row that share a bundle fit each other: for any rows, under any seed, in whatever order they are read.

let locales: readonly WeightedLocale[] = [];
beforeAll(async () => {
  locales = await loadLocales({ en: 3, de: 2, fr: 1, ja: 1, pl: 1 });
});

const text: ValueType = { kind: "text" };

interface Read {
  readonly rows: readonly number[];
  readonly seed: number;
}

function column(
  { rows, seed }: Read,
  id: string,
  name: string,
  more: Partial<Bench> = {},
  params: Record<string, unknown> = {},
) {
  const generator = generatorCatalogue.get(id);
  if (!generator) throw new Error(`No generator ${id}.`);
  return cellsOf(bind(generator, params, { type: text, locales, seed, column: name, ...more }), rows).map(String);
}

/** The columns of some rows, row by row. */
function table<K extends string>(
  read: Read,
  columns: Readonly<Record<K, readonly [id: string, more?: Partial<Bench>]>>,
) {
  const cells = Object.entries<readonly [string, Partial<Bench>?]>(columns).map(
    ([name, [id, more]]) => [name, column(read, id, name, more)] as const,
  );
  return read.rows.map(
    (_, k) => Object.fromEntries(cells.map(([name, of]) => [name, of[k] ?? ""])) as Record<K, string>,
  );
}

const anyRead = fc.record({
  rows: fc.array(fc.maxSafeNat(), { minLength: 1, maxLength: 60 }),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
});
const whole: Partial<Bench> = { type: { kind: "integer", bits: 32 } };

/** The law for random rows and seeds. */
const always = (law: (read: Read) => void): void => fc.assert(fc.property(anyRead, law), { numRuns: 15 });

test("every generator of a bundle has the parameter that it names, with nothing in it", () => {
  const bundled = generators.filter(({ bundle }) => bundle !== undefined);
  expect(new Set(bundled.map(({ bundle }) => bundle?.kind)).size).toBe(6);
  for (const { bundle, params } of bundled) {
    expect(params.parse({})).toMatchObject({ [bundle?.parameter ?? ""]: "" });
    expect(bundle?.of("Former")).toBe("former");
  }
});

describe("person", () => {
  test("age is that of the birth date on the reference date, and plausible", () => {
    always((read) => {
      for (const row of table(read, { birth_date: ["birth-date", { type: { kind: "date" } }], age: ["age", whole] })) {
        const [year = 0, month = 0, day = 0] = row.birth_date.split("-").map(Number);
        // The bench's reference date is 2026-11-22.
        const years = 2026 - year - (month > 11 || (month === 11 && day > 22) ? 1 : 0);
        expect(Number(row.age)).toBe(years);
        expect(years >= 18 && years <= 80).toBe(true);
      }
    });
  });

  test("the user name and the e-mail are made of the last name; the form of address goes with the sex", () => {
    always((read) => {
      const rows = table(read, {
        last_name: ["person.lastName"],
        email: ["internet.email"],
        username: ["internet.username"],
        title: ["person.prefix"],
        gender: ["person.sex"],
      });
      for (const { last_name, email, username, title, gender } of rows) {
        // Names without a form in Latin letters have a stand-in there.
        const slug = toSlug(last_name);
        for (const address of [email, username]) expect(address).toContain(slug);
        const [, woman, man] = /^(?:(Mrs|Ms|Miss|Frau|Mme|Mlle|Pani)|(Mr|Herr|M|Pan))\b/.exec(title) ?? [];
        expect({ title, gender }).toEqual({ title, gender: woman ? "female" : man ? "male" : gender });
      }
    });
  });
});

describe("company", () => {
  test("website, e-mail and legal form are made of the name", () => {
    always((read) => {
      const rows = table(read, {
        company: ["company.name"],
        website: ["company.website"],
        contact_email: ["company.email"],
        legal_form: ["company.legalForm"],
      });
      for (const { company, website, contact_email, legal_form } of rows) {
        const host = /^https:\/\/www\.([a-z0-9-]+\.example)$/.exec(website)?.[1];
        expect(contact_email).toBe(`info@${host}`);
        const [first = ""] = toSlug(company.replace(legal_form, "").trim()).split(/[^a-z0-9]/);
        expect(website).toContain(first);
        const named = / (GmbH|AG|LLC|Inc|SARL|SAS|SA)$/.exec(company)?.[1];
        if (named !== undefined) expect(legal_form).toBe(named);
        expect(legal_form).not.toBe("");
      }
    });
  });

  test("they follow the column of names where it is given, and stay on a reserved domain however short the column", () => {
    const read = { rows: range(50), seed: 1 };
    const inputs = { firm: (row: number) => `Grüße & Söhne ${row} GmbH` };
    const sites = column(read, "company.website", "site", { inputs }, { name: "firm" });
    expect(sites[7]).toBe("https://www.grusse-sohne-7.example");
    const short = column(
      read,
      "company.website",
      "site",
      { inputs, type: { kind: "text", maxLength: 30 } },
      { name: "firm" },
    );
    for (const site of short) expect(site).toMatch(/^https:\/\/www\.[a-z0-9-]*[a-z0-9]\.example$/);
    const unique = column(read, "company.email", "mail", { unique: true, type: { kind: "text", maxLength: 40 } });
    expect(new Set(unique).size).toBe(50);
    for (const mail of unique) expect(mail).toMatch(/^info@[a-z0-9-]+\.example$/);
  });
});

describe("payment card", () => {
  test("the numbers that are documented for tests are right by their check digit and network", () => {
    const starts: Readonly<Record<string, RegExp>> = {
      visa: /^4/,
      mastercard: /^(?:5[1-5]|2[2-7])/,
      amex: /^3[47]/,
      discover: /^6(?:011|5)/,
      diners: /^3(?:0[0-5]|[68])/,
      jcb: /^35/,
    };
    for (const { number, network } of testCards) {
      expect(checkDigit(number.slice(0, -1))).toBe(number.slice(-1));
      expect(number).toMatch(starts[network.code] ?? /^$/);
      expect(number.length).toBe(network.groups.reduce((sum, digits) => sum + digits, 0));
    }
  });

  test("network, code, masked form and expiry go with the number", () => {
    always((read) => {
      const rows = table(read, {
        card_number: ["finance.creditCardNumber"],
        card_type: ["finance.creditCardIssuer"],
        cvc: ["finance.creditCardCVV"],
        card_masked: ["card.masked"],
        card_expiry: ["card.expiry"],
        expires_on: ["card.expiry", { type: { kind: "date" } }],
        exp_year: ["card.expiry", whole],
      });
      for (const row of rows) {
        const card = testCards.find(({ number }) => number === row.card_number);
        expect(card?.network.name).toBe(row.card_type);
        expect(row.cvc).toMatch(new RegExp(`^\\d{${card?.network.cvcLength}}$`));
        expect(row.card_masked.replaceAll(/[* ]/g, "")).toBe(row.card_number.slice(-4));
        expect(row.expires_on > "2026-11-22").toBe(true);
        expect(row.card_expiry).toBe(`${row.expires_on.slice(5, 7)}/${row.expires_on.slice(2, 4)}`);
        expect(row.exp_year).toBe(row.expires_on.slice(0, 4));
      }
    });
  });

  test("unique numbers differ, and end in a right check digit", () => {
    const rows = range(5000);
    const numbers = column({ rows, seed: 3 }, "finance.creditCardNumber", "pan", { unique: true });
    expect(new Set(numbers).size).toBe(5000);
    for (const number of numbers) expect(checkDigit(number.slice(0, -1))).toBe(number.slice(-1));
  });
});

test("device: brand, model, system and user agent are of one device", () => {
  always((read) => {
    const rows = table(read, {
      device_brand: ["device.brand"],
      device_model: ["device.model"],
      device_type: ["device.type"],
      os: ["device.os"],
      os_version: ["device.osVersion"],
      browser: ["device.browser"],
      user_agent: ["internet.userAgent"],
    });
    for (const row of rows) {
      const found = devices.some(
        (one) =>
          one.brand === row.device_brand &&
          one.model === row.device_model &&
          one.type === row.device_type &&
          one.os === row.os &&
          one.osVersion === row.os_version &&
          one.browser === row.browser &&
          one.userAgent === row.user_agent,
      );
      expect({ ...row, found }).toEqual({ ...row, found: true });
    }
  });
});

test("web visit: URL, path, method, status and referrer are of one request, on reserved domains", () => {
  always((read) => {
    const rows = table(read, {
      url: ["visit.url"],
      path: ["visit.path"],
      method: ["visit.method"],
      status: ["visit.status", whole],
      referrer: ["visit.referrer"],
      duration_ms: ["visit.duration", whole],
    });
    for (const row of rows) {
      expect(row.url).toBe(`https://www.example.com${row.path}`);
      const found = pages.filter(
        ({ path, method, status, referrer }) =>
          path === row.path && method === row.method && String(status) === row.status && referrer === row.referrer,
      );
      expect(found.length).toBeGreaterThan(0);
      expect(Number(row.duration_ms)).toBeGreaterThan(0);
      expect(row.referrer).toMatch(/^(?:|https:\/\/(?:[a-z.]+\.)?example(?:\.com|\.org)?\/.*)$/);
    }
  });
});

test("no URL, domain or address names a domain that somebody could own", () => {
  const read = { rows: range(400), seed: 5 };
  for (const id of [
    "internet.url",
    "internet.domainName",
    "internet.exampleEmail",
    "image.url",
    "image.avatar",
    "company.website",
  ]) {
    for (const cell of column(read, id, "c")) {
      expect(cell).toMatch(/^(?:https?:\/\/|[\w.+-]+@)?(?:[\w-]+\.)*example(?:\.(?:com|org|net))?(?:[/?].*)?$/);
    }
  }
  const texts = [
    ...column(read, "git.commitEntry", "c"),
    ...column(read, "helpers.fake", "c", {}, { pattern: "{{internet.email}} {{internet.url}}" }),
  ];
  for (const cell of texts) {
    for (const [, host = ""] of cell.matchAll(/(?:@|:\/\/)([\w.-]+)/g))
      expect(host).toMatch(/(?:^|\.)example(?:\.(?:com|org|net))?$/);
  }
});
