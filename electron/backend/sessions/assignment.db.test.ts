import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Assignment, AssignmentRequest } from "../../../shared/api/assignment.ts";
import { noSelector } from "../../../shared/rules/match-columns.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { createBackend } from "../create-backend.ts";
import { bareHost } from "../host.ts";
import { createCaller } from "../router.ts";

const home = mkdtempSync(join(tmpdir(), "seedloom-assign-"));
const database = join(home, "shop.sqlite");
const backend = createBackend({ host: bareHost, dataFolder: join(home, "data") });
const caller = createCaller(backend.context);

beforeAll(() => {
  const created = new Database(database);
  created.exec(`
    CREATE TABLE customers (
      id INTEGER PRIMARY KEY, email VARCHAR(120) NOT NULL, backup_email VARCHAR(60),
      created_at TIMESTAMP NOT NULL, updated_at TIMESTAMP, seen_at INTEGER,
      shouted TEXT GENERATED ALWAYS AS (upper(email))
    );
    CREATE TABLE orders (
      id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id),
      placed_at TIMESTAMP NOT NULL, active_at BOOLEAN NOT NULL
    );
  `);
  created.close();
});
afterAll(async () => {
  await backend.close();
  rmSync(home, { recursive: true });
});

async function assignment(columns: AssignmentRequest["columns"], rule?: Rule): Promise<Assignment> {
  const { session } = await caller.sources.open({ path: database });
  return caller.design.assignment({ session, columns, ...(rule ? { rule } : {}) });
}
const named = (name: string) => ({ ...noSelector, name });
const lastYear: Rule = { kind: "generate", generator: "timestamp", params: { from: "-1y" } };
const said = ({ hits }: Assignment) => hits.map((hit) => `${hit.table}.${hit.column}`);

test("a pattern says what it hits before a rule is chosen", async () => {
  const found = await assignment(named("*_at"));
  expect(said(found)).toEqual([
    "customers.created_at",
    "customers.updated_at",
    "customers.seen_at",
    "orders.placed_at",
    "orders.active_at",
  ]);
  expect(found.hits.every((hit) => hit.rule === undefined && hit.unfit === undefined)).toBe(true);
  expect(found.hits[0]?.present.label).toBe("Timestamp");
});

test("each column says what it would hold, or why the rule does not fit", async () => {
  const { hits } = await assignment(named("*_at"), lastYear);
  const at = (column: string) => hits.find((hit) => hit.column === column);
  expect(at("created_at")).toMatchObject({ rule: lastYear, sample: expect.stringMatching(/^20\d\d-/) });
  expect(at("active_at")?.rule).toBeUndefined();
  expect(at("active_at")?.unfit).toMatch(/\w/);
  const computed = await assignment([{ table: "customers", column: "shouted" }], lastYear);
  expect(computed.hits[0]?.unfit).toBe("The database computes it.");
});

test("a column keeps its share of NULL", async () => {
  const { session, revision, project } = await caller.sources.open({ path: database });
  const tables = { customers: { columns: { updated_at: { ...lastYear, nulls: 0.4 } } } };
  await caller.projects.update({ session, revision, project: { ...project, tables } });
  const columns = [{ table: "customers", column: "updated_at" }];
  const rule: Rule = { kind: "generate", generator: "date", params: {} };
  const { hits } = await caller.design.assignment({ session, columns, rule });
  expect(hits[0]).toMatchObject({ edited: true, rule: { generator: "date", nulls: 0.4 } });
});

test("columns are found by what they mean, and by what fills them now", async () => {
  const { facets } = await assignment(noSelector);
  expect(facets.personal).toContainEqual({ id: "email", label: expect.any(String), columns: 2 });
  expect(said(await assignment({ ...noSelector, personal: "email" }))).toEqual([
    "customers.email",
    "customers.backup_email",
  ]);
  expect(said(await assignment({ ...noSelector, rule: "foreign-key" }))).toEqual(["orders.customer_id"]);
});

test("asking changes nothing", async () => {
  const before = await caller.sources.open({ path: database });
  await caller.design.assignment({ session: before.session, columns: named("*"), rule: lastYear });
  expect(await caller.projects.view({ session: before.session })).toMatchObject({ revision: before.revision });
});
