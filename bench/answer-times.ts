import Database from "better-sqlite3";
import { introspect } from "../electron/drivers/sqlite/introspect.ts";
import { loadPlan } from "../electron/jobs/load-plan.ts";
import { tableReader } from "../shared/batches/table-reader.ts";
import { generatorCatalogue } from "../shared/generators/index.ts";
import { readProjectFile } from "../shared/project/read-project-file.ts";
import type { SchemaModel } from "../shared/schema/schema-model.ts";
import { cellText } from "../shared/vectors/cells.ts";

// node scripts/run.mjs bench/answer-times.ts: how long the window waits. One JSON line each: a page of 100 rows of a 12-column table of
// 50 million rows, the first that is asked for and others anywhere; and the plan of 500 tables with suggested rules.

const pageRows = 100;
const tableRows = 50_000_000;
const tableCount = 500;

function modelOf(sql: string): SchemaModel {
  const database = new Database(":memory:");
  database.exec(sql);
  const model = introspect(database);
  database.close();
  return model;
}

const planOf = async (model: SchemaModel, tables: string) =>
  await loadPlan({
    model,
    project: readProjectFile(
      `seedloom: 1\nsource: bench.sqlite\nseed: 42\nlocales: { en: 1 }\n${tables}`,
      generatorCatalogue,
    ).project,
    referenceDate: "2026-11-22",
  });

const columns = `id INTEGER PRIMARY KEY, uuid UUID NOT NULL, first_name TEXT NOT NULL, last_name TEXT NOT NULL, email TEXT NOT NULL UNIQUE,
  phone TEXT, city TEXT NOT NULL, country_code CHAR(2) NOT NULL, company TEXT, balance DECIMAL(12,2) NOT NULL, status TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL`;
const milliseconds = (begin: number): number => Math.round((performance.now() - begin) * 100) / 100;
const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

const wide = await planOf(
  modelOf(`CREATE TABLE customers (${columns})`),
  `tables: { customers: { rows: ${tableRows} } }`,
);
const begin = performance.now();
const reader = tableReader(wide, "customers", { batchRows: pageRows });
function page(start: number): number {
  const { vectors, count } = reader.readRange(start, pageRows);
  return vectors.reduce((cells, vector) => {
    for (let i = 0; i < count; i++) cells += cellText(vector, i)?.length ?? 0;
    return cells;
  }, 0);
}
page(0);
const first = milliseconds(begin);
const others = Array.from({ length: 25 }, (_, k) => {
  const before = performance.now();
  page(Math.floor((k / 25) * tableRows));
  return milliseconds(before);
}).toSorted((a, b) => a - b);
print({
  workload: "page",
  rows: pageRows,
  columns: reader.columns.length,
  firstMilliseconds: first,
  milliseconds: others[12],
  slowestMilliseconds: others.at(-1),
});

const tables = Array.from(
  { length: tableCount },
  (_, k) =>
    `CREATE TABLE t${k} (${columns}${k === 0 ? "" : `, parent_id INTEGER NOT NULL REFERENCES t${Math.floor((k - 1) / 3)} (id)`});`,
);
const model = modelOf(tables.join("\n"));
const times: number[] = [];
for (let k = 0; k < 3; k++) {
  const before = performance.now();
  await planOf(model, "");
  times.push(milliseconds(before));
}
print({ workload: "plan", tables: tableCount, firstMilliseconds: times[0], milliseconds: times[2] });
