import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionView } from "../../shared/api/views.ts";
import { applyEdit } from "../../shared/project/apply-edit.ts";
import type { Problem } from "../../shared/rules/problem.ts";
import { createBackend } from "../backend/create-backend.ts";
import { bareHost } from "../backend/host.ts";
import { createCaller } from "../backend/router.ts";
import { CliBench } from "./test-bench.ts";

// What cannot be made is told before a run, at its place, by the command line and in the window alike, and the fix that is
// offered leads out of it.

const schema = `CREATE TABLE customers (id INTEGER PRIMARY KEY, total INTEGER);
  CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers, share INTEGER, amount INTEGER, a INTEGER, b INTEGER, c INTEGER);
  CREATE TABLE items (id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES orders, price INTEGER NOT NULL);
  CREATE TABLE tags (id INTEGER PRIMARY KEY);
  CREATE TABLE order_tags (order_id INTEGER NOT NULL REFERENCES orders, tag_id INTEGER NOT NULL REFERENCES tags, PRIMARY KEY (order_id, tag_id));
  CREATE TABLE profiles (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL UNIQUE REFERENCES customers);
  CREATE TABLE vacant (id INTEGER PRIMARY KEY);
  CREATE TABLE needy (id INTEGER PRIMARY KEY, vacant_id INTEGER NOT NULL REFERENCES vacant);
  CREATE TABLE never (id INTEGER PRIMARY KEY, x INTEGER NOT NULL CHECK (x > 10 AND x < 5));
  CREATE TABLE plain (id INTEGER PRIMARY KEY, n INTEGER, y INTEGER NOT NULL CHECK (y > 0));`;

interface Bad {
  /** What goes under `tables:`, beside a table that needs none of it. */
  readonly tables: string;
  readonly place: string;
  readonly message: string;
  readonly fix: string;
}

const list: Readonly<Record<string, Bad>> = {
  "a ring of columns, named in full": {
    tables: `orders: { columns: { a: { formula: "b + 1" }, b: { formula: "c + 1" }, c: { formula: "a + 1" } } }`,
    place: "orders.a",
    message: "The columns a → b → c → a of orders are made of each other.",
    fix: "Use the suggested rule for a",
  },
  "a ring of columns over two tables": {
    tables: `orders: { rows: { per: customers, from: 1, to: 3 }, columns: { share: { formula: customer_id.total / 10 } } }, customers: { columns: { total: { formula: sum(orders.share) } } }`,
    place: "customers.total",
    message: "customers.total → orders.share → customers.total are made of each other.",
    fix: "Use the suggested rule for customers.total",
  },
  "a figure over 10^9 rows": {
    tables: `customers: { rows: 1, columns: { total: { formula: sum(orders.amount) } } },
      orders: { rows: { per: customers, from: 1000, to: 1000 }, columns: { amount: { formula: sum(items.price) } } }, items: { rows: { per: orders, from: 1000000, to: 1000000 } }`,
    place: "customers.total",
    message:
      "A row of customers can take 1,000,000,000 rows to evaluate, for orders.amount is made of owned rows itself; 10,000,000 is the most.",
    fix: "Use at most 10 rows of orders per customers",
  },
  "a junction asked for more than its product": {
    tables: `tags: { rows: 5 }, orders: { rows: 4 }, order_tags: { rows: 21 }`,
    place: "order_tags.order_id",
    message: "order_tags (order_id, tag_id) is unique and can hold 5 rows for each row of orders; 6 are asked.",
    fix: "Lower order_tags to 20 rows",
  },
  "a unique foreign key to a smaller parent": {
    tables: `customers: { rows: 10 }, profiles: { rows: 11 }`,
    place: "profiles.customer_id",
    message: "profiles.customer_id is unique, so a row of customers can have one row here, not 2.",
    fix: "Use 0 to 1 rows per customers",
  },
  "an empty parent": {
    tables: `vacant: { rows: 0 }, needy: { rows: 7 }`,
    place: "needy.vacant_id",
    message: "needy.vacant_id needs a row of vacant, which has none.",
    fix: "Give vacant 100 rows",
  },
  "a CHECK that nothing satisfies": {
    tables: `plain: { rows: 3 }, never: { rows: 3 }`,
    place: "never.x",
    message: "No value was found for never.x that its type takes and CHECK (x > 10 AND x < 5) lets pass.",
    fix: "Lower never to 0 rows",
  },
  "a CHECK that the chosen rule breaks in every row": {
    tables: `plain: { columns: { y: { integer: { min: -9, max: 0 } } } }`,
    place: "plain.y",
    message: "100% of rows break CHECK (y > 0).",
    fix: "Set minimum to 1 and maximum to 10",
  },
  "10^12 rows": {
    tables: `customers: { rows: 10000000 }, orders: { rows: { per: customers, from: 1000000, to: 1000000 } }`,
    place: "orders.",
    message: "orders would have more than 10^12 rows.",
    fix: "Set 1,000,000 rows",
  },
  "a minimum above a maximum": {
    tables: `plain: { columns: { n: { integer: { min: 9, max: 3 } } } }`,
    place: "plain.n",
    message: "plain.n: The minimum 9 is above the maximum 3.",
    fix: "Swap them",
  },
  "a least number of rows above the most": {
    tables: `orders: { rows: { per: customers, from: 5, to: 2 } }`,
    place: "orders.",
    message: "orders is to have at least 5 and at most 2 rows per customers.",
    fix: "Use 2 to 5 rows",
  },
};

const bench = new CliBench();
const backend = createBackend({ host: bareHost, dataFolder: bench.path("data") });
const caller = createCaller(backend.context);
beforeAll(() => writeFileSync(bench.path("bad.sql"), schema));
afterAll(async () => {
  await backend.close();
  bench.remove();
});

function folderOf(name: string, tables: string): string {
  const folder = bench.path(name.replaceAll(/[^\w]+/g, "-"));
  mkdirSync(folder);
  const others = tables.includes("never:") ? "" : ", never: { rows: 0 }";
  const file = `seedloom: 1\nsource: ../bad.sql\nseed: 1\nnow: 2026-11-22\nlocales: { en: 1 }\ntables: { ${tables}${others} }\n`;
  writeFileSync(`${folder}/seedloom.yaml`, file);
  return folder;
}

const errorsOf = ({ problems }: Pick<SessionView, "problems">): readonly Problem[] =>
  problems.filter(({ severity }) => severity === "error");

describe.each(Object.entries(list))("%s", (name, { tables, place, message, fix }) => {
  test("is refused by check and told in the window, with the fix that leads out of it", async () => {
    const folder = folderOf(name, tables);
    const { code, out } = await bench.run("check", folder);
    expect(code).toBe(1);
    expect(out.split("\n")).toContain(`error: ${message} Fix: ${fix}.`.replace(/^error: (?=\d)/, "error: plain: "));

    const view = await caller.projects.open({ folder });
    const findings = await caller.projects.findings({ session: view.session });
    const told = errorsOf(findings).find((problem) => problem.message === message);
    expect(`${told?.table}.${told?.column ?? ""}`).toBe(place);
    const [first] = told?.fixes ?? [];
    expect(first?.label).toBe(fix);
    if (first === undefined) return;
    const project = applyEdit(view.project, first.edit);
    await caller.projects.update({ session: view.session, revision: view.revision, project });
    const later = errorsOf(await caller.projects.findings({ session: view.session }));
    expect(later.map((problem) => problem.message)).not.toContain(message);
  });
});

test("10^12 rows in the file are refused where they stand", async () => {
  const folder = folderOf("too many", "plain: { rows: 1000000000000 }");
  const { code, err } = await bench.run("check", folder);
  expect(code).not.toBe(0);
  expect(err).toContain("`rows` is a whole number from 0 to 999,999,999,999");
  expect(err).toContain("line 6");
});
