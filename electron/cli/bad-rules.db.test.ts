import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionView } from "../../shared/api/views.ts";
import { applyEdit } from "../../shared/project/apply-edit.ts";
import type { Problem } from "../../shared/rules/problem.ts";
import { createBackend } from "../backend/create-backend.ts";
import { bareHost } from "../backend/host.ts";
import { createCaller } from "../backend/router.ts";
import { CliBench } from "./test-bench.ts";

// What a person may write wrongly into a rule: each is told at its column before a run, by the window and the command line alike.

interface BadRule {
  readonly type: string;
  readonly rule: string;
  readonly said: RegExp;
  /** The way out that is offered first. */
  readonly fix?: string;
  readonly severity?: "warning";
}

const badRules: Readonly<Record<string, BadRule>> = {
  expression_name: {
    type: "INTEGER",
    rule: "{ formula: quantty * 2 }",
    said: /has no column quantty \(character 1\)\. Did you mean quantity\?/,
    fix: "Use quantity",
  },
  expression_type: {
    type: "INTEGER",
    rule: "{ formula: string(quantity) }",
    said: /gives text, and the column holds whole numbers/,
    fix: "Write int(…)",
  },
  expression_syntax: { type: "INTEGER", rule: '{ formula: "quantity * (2" }', said: /\(character \d+\)/ },
  expression_long: {
    type: "INTEGER",
    rule: `{ formula: "${"quantity + ".repeat(1200)}1" }`,
    said: /The expression has \d+ characters; it may have 4000/,
  },
  condition: { type: "TEXT", rule: "{ slug: {}, when: quantity }", said: /condition of .+ is not true or false/ },
  pool_missing: {
    type: "TEXT",
    rule: "{ pool: { file: nowhere.csv } }",
    said: /There is no file nowhere\.csv in the project's folder/,
  },
  pool_ragged: {
    type: "TEXT",
    rule: "{ pool: { file: ragged.csv } }",
    said: /ragged\.csv has 2 columns, and line 3 has 1 value/,
  },
  pool_huge: { type: "TEXT", rule: "{ pool: { file: huge.csv } }", said: /huge\.csv is larger than \d+ MB/ },
  pool_column: { type: "TEXT", rule: "{ pool: { file: good.csv, column: cty } }", said: /cty/ },
  pool_weights: {
    type: "TEXT",
    rule: "{ pool: { file: zero.csv, column: city, weight: share, draw: weighted } }",
    said: /The weights of zero\.csv add up to 0/,
    fix: "Draw all alike",
  },
  weights: {
    type: "TEXT",
    rule: "{ choice: { gold: 0, silver: 0 } }",
    said: /The weights add up to 0/,
    fix: "Weigh them alike",
  },
  mix_weights: {
    type: "TEXT",
    rule: "{ mix: [{ rule: slug, weight: 0 }, { rule: uuid, when: quantity > 1 }] }",
    said: /weights of the rules without a condition add up to 0/,
    fix: "Weigh them alike",
  },
  mix_inner: {
    type: "TEXT",
    rule: '{ mix: [{ rule: { template: "{{quantty}}" } }] }',
    said: /Rule 1 of the mix, Template: .*quantty/,
    fix: "Use quantity",
  },
  hills: {
    type: "REAL",
    rule: "{ mixture: [{ mean: 1, deviation: 1, weight: 0 }] }",
    said: /weights of the hills add up to 0/,
    fix: "Weigh them alike",
  },
  regex_impossible: { type: "TEXT", rule: "{ pattern: '(?=a)b' }", said: /regex_impossible: .+/ },
  regex_huge: {
    type: "TEXT",
    rule: "{ pattern: '((a{1000}){1000}){100}' }",
    said: /makes texts of up to 100000000 characters; 100000 is the most/,
  },
  locale_gap: {
    type: "TEXT",
    rule: "{ commerce.productName: {}, locale: de }",
    said: /no such values in German; rows of that language show English ones/,
    fix: "Use English in this column",
    severity: "warning",
  },
  template_column: {
    type: "TEXT",
    rule: '{ template: "{{quantty}}-{{seq}}" }',
    said: /no column quantty.*Did you mean quantity\?/,
    fix: "Use quantity",
  },
  template_filter: { type: "TEXT", rule: '{ template: "{{quantity|loud}}" }', said: /no function loud/ },
  schema_cycle: {
    type: "TEXT",
    rule: `{ json-document: { schema: { type: object, required: [next], properties: { next: { $ref: "#" } } } } }`,
    said: /The document at next\.next refers to #, which it is part of: such a document has no end/,
  },
  too_long: { type: "VARCHAR(3)", rule: "{ constant: four }", said: /"four" is longer than 3 characters/ },
  pattern_long: {
    type: "VARCHAR(3)",
    rule: "{ pattern: '[a-z]{5}' }",
    said: /needs at least 5 characters, and the column holds 3/,
  },
};

/** What may look wrong and is not. */
const fine: Readonly<Record<string, string>> = {
  document_of_40_levels: `{ json-document: ${'{ "a": '.repeat(40)}1${" }".repeat(40)} }`,
  pool_from_a_spreadsheet: "{ pool: { file: spreadsheet.csv, column: note } }",
  expression_of_1000_signs: `{ formula: "${"1 + ".repeat(240)}1" }`,
};

const bench = new CliBench();
const home = mkdtempSync(join(tmpdir(), "seedloom-bad-rules-"));
const database = join(home, "bad.sqlite");
const project = join(home, "project");
const backend = createBackend({ host: bareHost, dataFolder: join(home, "data") });
const caller = createCaller(backend.context);
let told: readonly Problem[] = [];
let view: SessionView;

beforeAll(async () => {
  const created = new Database(database);
  const columns = [...Object.entries(badRules).map(([name, { type }]) => `${name} ${type}`), ...Object.keys(fine)];
  created.exec(`CREATE TABLE things (id INTEGER PRIMARY KEY, quantity INTEGER NOT NULL, ${columns.join(", ")})`);
  created.close();
  mkdirSync(project);
  const rules = [...Object.entries(badRules).map(([name, { rule }]) => [name, rule] as const), ...Object.entries(fine)];
  const lines = rules.map(([name, rule]) => `      ${name}: ${rule}`);
  const head = `seedloom: 1\nsource: ../bad.sqlite\nseed: 7\nnow: 2026-11-22\nlocales: { en: 1 }\n`;
  const text = `${head}tables:\n  things:\n    rows: 20\n    columns:\n${lines.join("\n")}\n`;
  writeFileSync(join(project, "seedloom.yaml"), text);
  writeFileSync(join(project, "ragged.csv"), "\uFEFFcity,note\r\nAix,x\r\nBonn\r\n");
  writeFileSync(join(project, "good.csv"), "city,note\nAix,x\n");
  writeFileSync(join(project, "spreadsheet.csv"), '\uFEFFcity,note\r\n"Aix, en","say ""hi""\r\ntwice"\r\n');
  writeFileSync(join(project, "huge.csv"), "");
  truncateSync(join(project, "huge.csv"), 200_000_000);
  writeFileSync(join(project, "zero.csv"), "city,share\nAix,0\nBonn,0\n");
  const { out } = await bench.run("check", project, "--json");
  told = (JSON.parse(out) as { readonly problems: readonly Problem[] }).problems;
  const opened = await caller.projects.open({ folder: project });
  view = { ...opened, ...(await caller.projects.findings({ session: opened.session })) };
});
afterAll(async () => {
  await backend.close();
  bench.remove();
  rmSync(home, { recursive: true });
});

const at = (problems: readonly Problem[], column: string) => problems.filter((one) => one.column === column);

test.each(Object.entries(badRules))(
  "%s is told at its column before a run, in the window as on the command line",
  (column, { said, severity = "error" }) => {
    const [first] = at(told, column);
    expect(first).toMatchObject({ table: "things", severity, message: expect.stringMatching(said) as string });
    const [shown] = at(view.problems, column);
    expect(shown).toMatchObject({ table: "things", severity, message: first?.message });
  },
);

const mendable = Object.entries(badRules).flatMap(([column, { fix }]) =>
  fix === undefined ? [] : [[column, fix] as const],
);

test.each(mendable)("%s is mended by the way out that is offered: %s", async (column, fix) => {
  const [problem] = at(view.problems, column);
  const [way] = problem?.fixes ?? [];
  expect(way?.label).toBe(fix);
  if (!way) return;
  const changed = applyEdit(view.project, way.edit);
  const { session, revision } = view;
  const answer = await caller.projects.update({ session, revision, project: changed });
  const later = await caller.projects.findings({ session });
  view = { ...view, project: changed, ...later, revision: answer.revision };
  expect(at(later.problems, column)).toEqual([]);
});

test.each(Object.keys(fine))("%s is no problem", (column) => {
  expect(at(told, column)).toEqual([]);
  expect(at(view.problems, column)).toEqual([]);
});

test("values of a spreadsheet's file come as they stand in it", async () => {
  const { out } = await bench.run("preview", project, "--table", "things", "--count", "2", "--json");
  expect(JSON.parse(out)).toMatchObject([
    { pool_from_a_spreadsheet: 'say "hi"\r\ntwice', expression_of_1000_signs: 241 },
    { document_of_40_levels: expect.stringMatching(/^(?:\{"a":){40}1\}{40}$/) as string },
  ]);
});

test("a preview shows such rows, and says beside them what an export refuses", async () => {
  const { code, out, err } = await bench.run("preview", project, "--table", "things", "--count", "1", "--json");
  expect([code, JSON.parse(out)]).toMatchObject([0, [{}]]);
  expect(err).toMatch(/An export refuses rows like these: \d+ errors\./);
  expect(err).toMatch(/error: things\.expression_syntax: /);
  expect(err).toMatch(/\d+ more problems; `seedloom check` lists all\./);
});

test("nothing of it is written by a run", async () => {
  const { code, err } = await bench.run("export", project, "--format", "csv", "--out", join(home, "out"));
  expect(code).toBe(1);
  expect(err).toMatch(/things/);
});
