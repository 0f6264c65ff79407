import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { faker } from "@faker-js/faker/locale/en";
import type { WorkloadId } from "./workloads.ts";

// What a user of DuckDB would write for the workloads: lists of names, random() and COPY. DuckDB is no dependency of the project: its
// package is found where NODE_PATH says, or not at all.

interface Duck {
  readonly DuckDBInstance: { create(): Promise<{ connect(): Promise<{ run(sql: string): Promise<unknown> }> }> };
}

/** Whether the package is there. */
export function hasDuck(): boolean {
  return duckPath() !== undefined;
}

function duckPath(): string | undefined {
  try {
    // An ES import does not look at NODE_PATH, require does.
    return createRequire(import.meta.url).resolve("@duckdb/node-api");
  } catch {
    return undefined;
  }
}

const list = (texts: readonly string[]): string =>
  `[${texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(", ")}]`;
const { person, location } = faker.rawDefinitions;
const lists = {
  firsts: [...(person?.first_name?.female ?? []), ...(person?.first_name?.male ?? [])],
  lasts: [...(person?.last_name?.generic ?? [])],
  cities: [...(location?.city_name ?? [])],
  countries: (location?.country_code ?? []).map(({ alpha2 }) => alpha2),
  currencies: [
    ["USD", 55],
    ["EUR", 25],
    ["GBP", 10],
    ["JPY", 6],
    ["CHF", 4],
  ].flatMap(([code, share]) => new Array<string>(Number(share)).fill(String(code))),
  states: [
    ["settled", 85],
    ["pending", 8],
    ["declined", 5],
    ["reversed", 2],
  ].flatMap(([state, share]) => new Array<string>(Number(share)).fill(String(state))),
} satisfies Readonly<Record<string, readonly string[]>>;

const pick = (name: keyof typeof lists): string =>
  `list_extract(getvariable('${name}'), 1 + floor(random() * ${lists[name].length})::INT)`;
const digits = (least: number, span: number): string => `(${least} + floor(random() * ${span}))::INT`;
const moment = (days: number): string =>
  `strftime(TIMESTAMP '2026-11-22' - to_milliseconds((random() * ${days} * 86400000)::BIGINT), '%Y-%m-%d %H:%M:%S.%g')`;

const selects: Readonly<Record<WorkloadId, (rows: number) => string>> = {
  U: (
    rows,
  ) => `SELECT id, uuid() AS uuid, first_name, last_name, lower(first_name) || '.' || lower(last_name) || '@example.com' AS email,
    format('({}) {}-{:04d}', ${digits(200, 800)}, ${digits(200, 800)}, ${digits(0, 10_000)}) AS phone, ${pick("cities")} AS city, ${moment(730)} AS created_at
    FROM (SELECT range + 1 AS id, ${pick("firsts")} AS first_name, ${pick("lasts")} AS last_name FROM range(${rows}))`,
  T: (rows) => `SELECT range + 1 AS id, ${digits(1, 1_000_000)} AS account_id,
    round(exp(3.5 + 1.1 * sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random())), 2) AS amount, ${pick("currencies")} AS currency,
    ${pick("countries")} AS country, ${pick("states")} AS status, ${pick("lasts")} || ' - ' || ${pick("lasts")} AS merchant, ${moment(365)} AS ts
    FROM range(${rows})`,
};

/** Writes a workload's CSV by DuckDB; resolves with its bytes. */
export async function duckRows(id: WorkloadId, rows: number, threads: number, path: string): Promise<number> {
  const found = duckPath();
  if (found === undefined) throw new Error("DuckDB's package is not there.");
  const { DuckDBInstance } = (await import(pathToFileURL(found).href)) as Duck;
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`SET threads = ${threads}`);
  for (const [name, texts] of Object.entries(lists)) await connection.run(`SET VARIABLE ${name} = ${list(texts)}`);
  await connection.run(`COPY (${selects[id](rows)}) TO '${path.replaceAll("'", "''")}' (FORMAT csv, HEADER)`);
  return statSync(path).size;
}
