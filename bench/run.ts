import { execFile, spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { leanEnvironment, leanFlags } from "../scripts/pinned-node.mjs";
import { hasDuck } from "./duckdb-copy.ts";

// npm run bench -- [--json] [--rows N] [--workers N] [--runs N] [--faker-rows N] [--loads]: exports of the workloads U and T as CSV beside a plain
// faker-js loop, and beside DuckDB where NODE_PATH leads to @duckdb/node-api; in turns, each in a fresh process; the median of the runs.
// Seedloom is built first, as an installation has it: a checkout, which reads some 700 files of TypeScript in each thread, is as fast
// but takes about 25 MB more.
// --loads adds the loads into databases, each beside the engine's own way. The headline is a second export of a process, whose workers are warm; the first export of the same process is told beside it.

interface Measured {
  readonly rows: number;
  readonly seconds: number;
  readonly firstSeconds?: number;
  /** Of all threads. */
  readonly cpuSeconds: number;
  readonly bytes: number;
  readonly peakMemoryMb: number;
}

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    rows: { type: "string", default: "1000000" },
    workers: { type: "string", default: "1" },
    runs: { type: "string", default: "3" },
    "faker-rows": { type: "string", default: "1000000" },
    loads: { type: "boolean", default: false },
  },
});
const rows = Number(values.rows);
const workers = Number(values.workers);
const runs = Math.max(1, Number(values.runs));
// From a million rows on the loop's rate does not depend on its length.
const fakerRows = Math.min(rows, Number(values["faker-rows"]));

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const run = promisify(execFile);
// As bin/seedloom.mjs has it: what was compiled once is kept, in every thread.
const env = { ...process.env, NODE_COMPILE_CACHE: path("../node_modules/.cache/seedloom/compiled") };

/** What is measured, in the folder that electron.vite.config.ts of this folder names. */
const built = path("../node_modules/.cache/seedloom/bench/export-run.js");

async function build(): Promise<void> {
  const tool = path("../node_modules/electron-vite/bin/electron-vite.js");
  const config = path("./electron.vite.config.ts");
  await run(process.execPath, [tool, "build", "--config", config], { cwd: path("..") });
}

async function measure(
  contestant: "seedloom" | "faker" | "duckdb",
  workload: string,
  count: number,
): Promise<Measured> {
  const words = [contestant, workload, String(count), String(workers)];
  // As bin/seedloom.mjs starts it; the others are left as they come.
  const { stdout } =
    contestant === "seedloom"
      ? await run(process.execPath, [...leanFlags, built, ...words], { env: { ...leanEnvironment, ...process.env } })
      : await run(process.execPath, [path("./export-run.ts"), ...words], { env });
  return JSON.parse(stdout) as Measured;
}

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
/** Rows a second, in the median of the runs. */
const rate = (list: readonly Measured[], secondsOf = ({ seconds }: Measured): number => seconds): number =>
  middle(list.map((measured) => measured.rows / secondsOf(measured)));
/** Of all threads: where others use the machine too, a steadier figure than the clock's. */
const cpuNanoseconds = (list: readonly Measured[]): number =>
  Math.round(middle(list.map((measured) => (measured.cpuSeconds * 1e9) / measured.rows)));
const tenths = (value: number): number => Math.round(value * 10) / 10;
const millions = (value: number): string => `${(value / 1e6).toFixed(2)} M rows/s`;

const results = path("./results/");
mkdirSync(results, { recursive: true });
await build();
const duck = hasDuck();
if (!duck) process.stderr.write("DuckDB is left out: NODE_PATH leads to no @duckdb/node-api.\n");

for (const workload of ["U", "T"]) {
  const own: Measured[] = [];
  const loop: Measured[] = [];
  const ducks: Measured[] = [];
  // In turns, so that a machine that slows down slows all.
  for (let k = 0; k < runs; k++) {
    loop.push(await measure("faker", workload, fakerRows));
    own.push(await measure("seedloom", workload, rows));
    if (duck) ducks.push(await measure("duckdb", workload, rows));
  }
  const warm = rate(own);
  const first = rate(own, ({ seconds, firstSeconds }) => firstSeconds ?? seconds);
  const faker = rate(loop);
  const result = {
    workload,
    rows,
    workers,
    rowsPerSecond: Math.round(warm),
    megabytesPerSecond: Math.round((warm * (own[0]?.bytes ?? 0)) / rows / 1e6),
    peakMemoryMb: Math.max(...own.map(({ peakMemoryMb }) => peakMemoryMb)),
    fakerRowsPerSecond: Math.round(faker),
    ratioToFaker: tenths(warm / faker),
    cpuNanosecondsPerRow: cpuNanoseconds(own),
    fakerCpuNanosecondsPerRow: cpuNanoseconds(loop),
    firstRunRowsPerSecond: Math.round(first),
    firstRunRatioToFaker: tenths(first / faker),
    ...(duck ? { duckdbRowsPerSecond: Math.round(rate(ducks)), ratioToDuckdb: tenths(warm / rate(ducks)) } : {}),
  };
  appendFileSync(
    `${results}history.jsonl`,
    `${JSON.stringify({ date: new Date().toISOString().slice(0, 10), ...result })}\n`,
  );
  const told = [
    `${workload}  ${millions(warm)}  ${result.megabytesPerSecond} MB/s  ${result.peakMemoryMb} MB peak  ${result.ratioToFaker} × faker (${millions(faker)})`,
    `${rows} rows, ${workers} worker${workers === 1 ? "" : "s"}, warm`,
    `first run of the process: ${millions(first)}, ${result.firstRunRatioToFaker} ×`,
    ...(result.ratioToDuckdb === undefined ? [] : [`${result.ratioToDuckdb} × DuckDB (${millions(rate(ducks))})`]),
  ];
  process.stdout.write(`${values.json ? JSON.stringify(result) : told.join("; ")}\n`);
}

if (values.loads) {
  for (const load of ["./load-sqlite.ts", "./load-postgresql.ts", "./load-mysql.ts"]) {
    const words = ["--rows", values.rows, "--workers", values.workers, "--runs", values.runs];
    spawnSync(process.execPath, [path(load), ...words], { env, stdio: "inherit" });
  }
}
