import { afterEach, describe, expect, it } from "vitest";
import type Database from "better-sqlite3";
import { privacyChecks } from "./checks.ts";
import { reach } from "./reach.ts";
import { reportHtml } from "./report-html.ts";
import { privacyReport } from "./report.ts";
import { tableRisk } from "./risk.ts";
import { MaskedFolder } from "./test-masked-folder.ts";

const given = ["Ada", "Bruno", "Carla", "David", "Elena", "Felix", "Greta", "Hugo", "Ines", "Jonas"];
const family = ["Lindqvist", "Okafor", "Nowak", "Bergman", "Hartwig", "Sandell", "Borek", "Hedlund"];

/** 400 people at addresses, with two letters each. */
function people(database: Database.Database): void {
  database.exec(`
    CREATE TABLE addresses (id INTEGER PRIMARY KEY, street TEXT, postal_code TEXT);
    CREATE TABLE people (
      id INTEGER PRIMARY KEY, first_name TEXT, last_name TEXT, email TEXT NOT NULL UNIQUE, phone TEXT, birth_date DATE,
      gender TEXT, address_id INTEGER REFERENCES addresses (id), profile JSON, about TEXT
    );
    CREATE TABLE letters (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES people (id), contact TEXT, body TEXT);
  `);
  const address = database.prepare("INSERT INTO addresses VALUES (?, ?, ?)");
  const person = database.prepare("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const letter = database.prepare("INSERT INTO letters VALUES (?, ?, ?, ?)");
  for (let i = 1; i <= 400; i++) {
    const [first = "", last = ""] = [given[i % given.length], family[(i * 3) % family.length]];
    const email = `${first}.${last}${i}@fjord.test`.toLowerCase();
    const born = `19${50 + (i % 40)}-0${1 + (i % 9)}-1${i % 10}`;
    address.run(i, `${i} Elm Street`, String(20_000 + (i % 50) * 100));
    const phone = `+46 70 ${100 + i} ${10 + (i % 90)} 12`;
    person.run(i, first, last, email, phone, born, i % 2 ? "female" : "male", i, '{"lang":"sv"}', "regular");
    for (const part of [0, 1]) letter.run(i * 2 + part, i, email, "thank you");
  }
}

const rules = `
  addresses:
    mode: mask
    columns:
      street: { mask: { consistent-fake: location.streetAddress } }
      postal_code: { mask: { postcode: 3 } }
  people:
    mode: mask
    columns:
      first_name: { mask: { consistent-fake: person.firstName } }
      last_name: { mask: { consistent-fake: person.lastName } }
      email: { mask: { email: example } }
      phone: { mask: { format-preserving: { small: hash } } }
      birth_date: { mask: { truncate-date: month } }
  letters:
    mode: mask
    columns:
      contact: { mask: { email: example } }
`;

let folder: MaskedFolder;
afterEach(() => folder.remove());

describe("the checks of a masked project", () => {
  it("find nothing where nothing survives, and every join and promise as it was", async () => {
    folder = new MaskedFolder(people, rules);
    const checks = await folder.ask((source) => privacyChecks(source, "all"));
    expect(checks.leaks).toMatchObject({ leaks: [], complete: true });
    expect(checks.leaks.originals).toBeGreaterThan(2500);
    const email = checks.joins.find(({ kind }) => kind === "same-values");
    expect(email).toMatchObject({ from: { table: "people" }, to: { table: "letters" }, before: 800, after: 800 });
    for (const { before, after } of checks.joins) expect(after).toBe(before);
    expect(checks.usable.map(({ kind, broken }) => [kind, broken])).toEqual([
      ["unique", []],
      ["nulls", []],
      ["format", []],
    ]);
  });

  it("find what survives in kept columns, in JSON, in another form and in another table, with its row", async () => {
    folder = new MaskedFolder((database) => {
      people(database);
      database.exec(`
        UPDATE people SET about = 'call ' || replace(substr(phone, 5), ' ', '-') WHERE id = 3;
        UPDATE people SET profile = json_object('contacts', json_array(json_object('mail', upper(email)))) WHERE id = 5;
        UPDATE letters SET body = 'Dear ' || (SELECT last_name FROM people WHERE id = person_id) WHERE id = 20;
        UPDATE people SET about = substr(birth_date, 9) || '.' || substr(birth_date, 6, 2) || '.' || substr(birth_date, 1, 4) WHERE id = 7;
      `);
    }, rules);
    const { leaks } = (await folder.ask((source) => privacyChecks(source, "all"))).leaks;
    const found = leaks.map(({ of, at, first }) => [`${of.table}.${of.column}`, `${at.table}.${at.column}`, ...first]);
    expect(found).toContainEqual(["people.phone", "people.about", 2]);
    expect(found).toContainEqual(["people.email", "people.profile", 4]);
    expect(found).toContainEqual(["people.last_name", "letters.body", 18]);
    expect(found).toContainEqual(["people.birth_date", "people.about", 6]);
    expect(JSON.stringify(leaks)).not.toMatch(/lindqvist|okafor|fjord|\+46/i);
  });

  it("find what a document hides in one field and has in another, and nothing that it keeps", async () => {
    const hidden = `${rules.trimEnd()}\n`.replace(
      "      birth_date: {",
      '      profile: { mask: { json: { "$.owner.mail": hash } } }\n      birth_date: {',
    );
    folder = new MaskedFolder((database) => {
      people(database);
      database.exec(`
        UPDATE people SET profile = json_object('lang', 'sv', 'owner', json_object('mail', 'second' || id || '@orla.test'));
        UPDATE people SET profile = json_set(profile, '$.copy', 'Second9@orla.test') WHERE id = 9;
        UPDATE letters SET body = 'sent to second4@orla.test' WHERE id = 60;
      `);
    }, hidden);
    const { leaks } = (await folder.ask((source) => privacyChecks(source, "all"))).leaks;
    const found = leaks.map(({ of, at, first }) => [`${of.table}.${of.column}`, `${at.table}.${at.column}`, ...first]);
    expect(found).toEqual([
      ["people.profile", "people.profile", 8],
      ["people.profile", "letters.body", 58],
    ]);
  });

  it("know whom a row speaks of over several foreign keys", async () => {
    const more = "  replies:\n    mode: mask\n  stamps:\n    mode: mask\n";
    folder = new MaskedFolder((database) => {
      people(database);
      database.exec(`
          CREATE TABLE replies (id INTEGER PRIMARY KEY, letter_id INTEGER REFERENCES letters (id));
          CREATE TABLE stamps (id INTEGER PRIMARY KEY, reply_id INTEGER REFERENCES replies (id), said TEXT);
          INSERT INTO replies SELECT id, id FROM letters WHERE id <= 100;
          INSERT INTO stamps SELECT id, id, 'nothing' FROM replies;
          UPDATE stamps SET said = 'to ' || (SELECT first_name FROM people WHERE id = 15) WHERE id = 30;
        `);
    }, `${rules.trimEnd()}\n${more}`);
    const { leaks } = (await folder.ask((source) => privacyChecks(source, "all"))).leaks;
    expect(leaks.map(({ at, first }) => [at.column, ...first])).toEqual([["said", 28]]);
  });

  it("look at the rows that a sample takes, under the scenario on screen", async () => {
    folder = new MaskedFolder(
      people,
      `${rules.replace("  people:\n    mode: mask", "  people:\n    mode: mask\n    sample: { rows: 10 }")}scenarios:\n  none:\n    tables:\n      letters: { mode: skip }\n`,
    );
    const looked = (scenario?: string) =>
      folder.ask(
        async (source) => (await privacyChecks(source, "all")).tables.map(({ table, rows }) => [table, rows]),
        {
          scenario,
        },
      );
    expect(Object.fromEntries(await looked())).toEqual({ addresses: 10, people: 10, letters: 20 });
    expect(Object.fromEntries(await looked("none"))).toEqual({ addresses: 10, people: 10 });
  });

  it("find a join that a mask of its own breaks", async () => {
    folder = new MaskedFolder(
      people,
      rules.replace("contact: { mask: { email: example } }", "contact: { mask: hash }"),
    );
    const { joins } = await folder.ask((source) => privacyChecks(source, "sample"));
    expect(joins.find(({ kind }) => kind === "same-values")).toMatchObject({ before: 800, after: 0 });
  });
});

describe("the risk of a masked table", () => {
  it("is counted over suggested columns, those of a parent's too, and reaches k by the least masks", async () => {
    folder = new MaskedFolder(people, rules);
    await folder.ask(async (source, session) => {
      const risk = await tableRisk(source, { table: "people" });
      expect(risk.quasi).toEqual(["birth_date", "gender", "address_id.postal_code"]);
      expect(risk.source).toMatchObject({ k: 1, uniqueRows: 400 });
      const told = await tableRisk(source, { table: "people", quasi: ["gender"], sensitive: "address_id.postal_code" });
      expect(told.source).toMatchObject({ k: 200, classes: 2, disclosure: { distinct: 25 } });
      const reached = await reach(source, session.project, { table: "people", quasi: risk.quasi, k: 5 });
      expect(reached.figures.k).toBeGreaterThanOrEqual(5);
      expect(reached.edits.length).toBeGreaterThan(0);
      // What is proposed is what the masks then do.
      expect(reached.steps.filter(({ change }) => change)).toHaveLength(reached.edits.length);
    });
  });

  it("follows keys to the city of an address, and offers the keys of look-up tables", async () => {
    folder = new MaskedFolder(
      (database) => {
        database.exec(`
        CREATE TABLE country (country_id INTEGER PRIMARY KEY, country TEXT);
        CREATE TABLE city (city_id INTEGER PRIMARY KEY, city TEXT, country_id INTEGER REFERENCES country);
        CREATE TABLE address (address_id INTEGER PRIMARY KEY, street TEXT, city_id INTEGER REFERENCES city);
        CREATE TABLE store (store_id INTEGER PRIMARY KEY, address_id INTEGER REFERENCES address);
        CREATE TABLE customer (
          customer_id INTEGER PRIMARY KEY, first_name TEXT, store_id INTEGER REFERENCES store,
          address_id INTEGER REFERENCES address
        );
        INSERT INTO country VALUES (1, 'Sweden'), (2, 'Poland'), (3, 'Greece');
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30)
          INSERT INTO city SELECT i, 'City ' || i, 1 + i % 3 FROM n;
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
          INSERT INTO address SELECT i, i || ' Elm Street', 1 + i % 30 FROM n;
        INSERT INTO store VALUES (1, 1), (2, 2);
        INSERT INTO customer SELECT address_id, 'Ada', 1 + address_id % 2, address_id FROM address;`);
      },
      ["country", "city", "address", "store", "customer"].map((table) => `\n  ${table}: { mode: mask }`).join("") +
        "\n",
    );
    await folder.ask(async (source, session) => {
      const risk = await tableRisk(source, { table: "customer" });
      expect(risk.quasi).toEqual(["address_id.city_id.city", "address_id.city_id.country_id.country"]);
      expect(risk.source).toMatchObject({ k: 2, classes: 30 });
      const offered = new Map(risk.choices.map(({ path, looksLike }) => [path, looksLike]));
      expect(offered.get("address_id.city_id")).toBe("Key of city");
      expect(offered.get("store_id")).toBe("Key of store");
      expect(offered.has("address_id")).toBe(false);
      const reached = await reach(source, session.project, { table: "customer", quasi: risk.quasi, k: 5 });
      expect(reached.edits.map((edit) => "table" in edit && edit.table)).toContain("city");
      // The key stays, and says as much as the name did.
      const byKey = await tableRisk(source, { table: "customer", quasi: ["address_id.city_id"] });
      expect(byKey.masked.k).toBe(2);
      const wrong = tableRisk(source, { table: "customer", quasi: ["address_id.city_id.cty"] });
      await expect(wrong).rejects.toMatchObject({ hint: "Did you mean address_id.city_id.city?" });
    });
  });

  it("says so where nothing reaches k, and names the nearest column of a wrong one", async () => {
    folder = new MaskedFolder(people, rules);
    await folder.ask(async (source, session) => {
      await expect(reach(source, session.project, { table: "people", quasi: ["email"], k: 5 })).rejects.toMatchObject({
        code: "check-failed",
      });
      await expect(tableRisk(source, { table: "people", quasi: ["birthdate"] })).rejects.toMatchObject({
        code: "usage",
        hint: "Did you mean birth_date?",
      });
    });
  });
});

describe("a privacy report", () => {
  it("has findings, decisions, masks and figures, no value of the source and no script, and is the same each time", async () => {
    folder = new MaskedFolder(people, rules);
    const make = () =>
      folder.ask((source, session) =>
        privacyReport(session, source, { scope: "all", key: new Uint8Array(32).fill(7) }),
      );
    const report = await make();
    expect(report).toMatchObject({ date: "2026-01-01", key: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect(report.decided).toMatchObject({ findings: 10, masked: 8, open: 2 });
    expect(report.masks.filter(({ outcome }) => outcome === "pseudonymised").map(({ column }) => column)).toEqual(
      expect.arrayContaining(["email", "first_name", "phone", "contact"]),
    );
    expect(report.risks.map(({ table }) => table)).toContain("people");
    const html = reportHtml(report);
    expect(html).toContain("pseudonym");
    expect(html).not.toMatch(/<script|<link|https?:|src=/i);
    for (const text of [html, JSON.stringify(report)]) expect(text).not.toMatch(/lindqvist|okafor|fjord|elm street/i);
    expect(reportHtml(await make())).toBe(html);
  });
});
