import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionView } from "../../../shared/api/views.ts";
import { applyEdit } from "../../../shared/project/apply-edit.ts";
import type { ProjectEdit } from "../../../shared/project/project-edit.ts";
import { createBackend } from "../create-backend.ts";
import { bareHost } from "../host.ts";
import { createCaller } from "../router.ts";

const home = mkdtempSync(join(tmpdir(), "seedloom-checks-"));
const database = join(home, "shop.sqlite");
const backend = createBackend({ host: bareHost, dataFolder: join(home, "data") });
const caller = createCaller(backend.context);

beforeAll(() => {
  const created = new Database(database);
  created.exec(`
    CREATE TABLE accounts (
      id INTEGER PRIMARY KEY,
      email TEXT NOT NULL UNIQUE,
      age INTEGER NOT NULL CHECK (age >= 18),
      limit_amount INTEGER NOT NULL CONSTRAINT limit_known CHECK (limit_amount BETWEEN 10 AND 500),
      code TEXT CHECK (unhex(code) IS NOT NULL)
    );
    CREATE TABLE cards (
      id INTEGER PRIMARY KEY,
      account_id INTEGER NOT NULL REFERENCES accounts (id),
      spent INTEGER NOT NULL CHECK (spent < 100000)
    );
    CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL CHECK (length(body) > 1));
  `);
  created.close();
});
afterAll(async () => {
  await backend.close();
  rmSync(home, { recursive: true });
});

const below: ProjectEdit = {
  kind: "set-rule",
  table: "accounts",
  column: "limit_amount",
  rule: { kind: "generate", generator: "integer", params: { min: 1, max: 500 } },
};

async function opened(): Promise<SessionView> {
  const view = await caller.sources.open({ path: database });
  return { ...view, ...(await caller.projects.findings({ session: view.session })) };
}

async function edited(view: SessionView, change: ProjectEdit): Promise<SessionView> {
  const project = applyEdit(view.project, change);
  const answer = await caller.projects.update({ session: view.session, revision: view.revision, project });
  const later = await caller.projects.findings({ session: view.session });
  expect(later.revision).toBe(answer.revision);
  return { ...view, project, ...later };
}

const broken = (view: SessionView) => view.problems.filter(({ code }) => code === "check-conflict");

describe("checks tried on rows", () => {
  test("a rule that breaks a check is a warning at its column, its table and in the project, with the row and a fix", async () => {
    const before = await opened();
    expect(broken(before)).toEqual([]);
    const view = await edited(before, below);
    expect(view.checking).toBe(false);
    const [problem, ...more] = broken(view);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ severity: "warning", table: "accounts", column: "limit_amount" });
    expect(view.tables.find(({ id }) => id === "accounts")?.warnings).toBe(
      (before.tables.find(({ id }) => id === "accounts")?.warnings ?? 0) + 1,
    );

    const table = await caller.design.table({ session: view.session, table: "accounts" });
    expect(table.columns.find(({ column }) => column.name === "limit_amount")?.problems).toEqual([problem]);
    const constraint = table.constraints?.find(({ name }) => name === "limit_known");
    expect(constraint).toMatchObject({ kind: "check", columns: ["limit_amount"], verdict: "broken", tried: 1000 });
    // The row that it names breaks it.
    const row = constraint?.firstBroken ?? -1;
    const page = await caller.preview.page({ session: view.session, table: "accounts", start: row, count: 1 });
    expect(Number(page.columns.find(({ name }) => name === "limit_amount")?.cells[0])).toBeLessThan(10);

    const fix = problem?.fixes[0];
    expect(fix?.label).toBe("Set minimum to 10");
    const fixed = fix === undefined ? view : await edited(view, fix.edit);
    expect(broken(fixed)).toEqual([]);
  });

  test("rows that break a check from some row on can be lowered to those before it", async () => {
    const numbered: ProjectEdit = {
      kind: "several",
      label: "",
      edits: [
        { kind: "set-rows", table: "accounts", rows: 60_000 },
        {
          kind: "set-rule",
          table: "accounts",
          column: "limit_amount",
          rule: { kind: "generate", generator: "formula", params: { expression: "id + 9" } },
        },
      ],
    };
    const view = await edited(await opened(), numbered);
    const [problem] = broken(view);
    expect(problem?.fixes.map(({ label }) => label)).toEqual(["Lower accounts to 491 rows"]);
    const fix = problem?.fixes[0];
    expect(broken(fix === undefined ? view : await edited(view, fix.edit))).toEqual([]);
  });

  test("constraints are told with how far they hold", async () => {
    const { session } = await opened();
    const { constraints = [] } = await caller.design.table({ session, table: "accounts" });
    expect(constraints.map(({ expression, verdict }) => [expression, verdict])).toEqual([
      ["CHECK (age >= 18)", "by construction"],
      ["CHECK (limit_amount BETWEEN 10 AND 500)", "by construction"],
      ["CHECK (unhex(code) IS NOT NULL)", "not understood"],
      ["PRIMARY KEY (id)", "by construction"],
      ["UNIQUE (email)", "by construction"],
      ["NOT NULL", "by construction"],
    ]);
  });

  test("a rule of the user's that only the rows vouch for is not said to hold by construction", async () => {
    const view = await edited(await opened(), {
      kind: "set-rule",
      table: "accounts",
      column: "limit_amount",
      rule: { kind: "generate", generator: "integer", params: { min: 20, max: 400 } },
    });
    const { constraints = [] } = await caller.design.table({ session: view.session, table: "accounts" });
    expect(constraints.find(({ name }) => name === "limit_known")?.verdict).toBe("held");
  });

  test("tables without rows break nothing", async () => {
    let view = await edited(await opened(), below);
    view = await edited(view, { kind: "set-rows", table: "accounts", rows: 0 });
    expect(broken(view)).toEqual([]);
    const { constraints = [] } = await caller.design.table({ session: view.session, table: "accounts" });
    expect(new Set(constraints.map(({ verdict }) => verdict))).toEqual(new Set(["not tried"]));
  });

  test("an edit of another table leaves what was found", async () => {
    const view = await edited(await opened(), below);
    const after = await edited(view, { kind: "set-rows", table: "notes", rows: 7 });
    expect(broken(after)).toEqual(broken(view));
  });

  test("what an export refuses is told with the other problems, of the export, and goes with its cause", async () => {
    const view = await opened();
    const exports = [{ name: "copy", format: "sql" as const, options: { statement: "copy" }, to: "seeds" }];
    const refused = await edited(view, { kind: "set-exports", exports, what: "Add" });
    expect(refused.problems).toContainEqual(
      expect.objectContaining({ code: "target-refused", target: "copy", severity: "error" }),
    );
    expect(refused.checking).toBe(false);
    const mended = await edited(refused, {
      kind: "set-exports",
      exports: exports.map((one) => ({ ...one, dialect: "postgresql" as const })),
      what: "Choose PostgreSQL",
    });
    expect(mended.problems.filter(({ target }) => target !== undefined)).toEqual([]);
  });
});
