import { execFileSync } from "node:child_process";
import { chmodSync, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { tableReader } from "../shared/batches/table-reader.ts";
import { newByteBuffer } from "../shared/encoders/byte-buffer.ts";
import { mysqlFields } from "../shared/encoders/mysql-load.ts";
import { parseAddress } from "../electron/drivers/mysql/address.ts";
import { mysqlDriver } from "../electron/drivers/mysql/driver.ts";
import { Session } from "../electron/drivers/mysql/session.ts";
import { writeSettings } from "../electron/drivers/mysql/settings.ts";
import { loadPlan } from "../electron/jobs/load-plan.ts";
import { runLoad } from "../electron/jobs/load-run.ts";
import { WorkerPool } from "../electron/jobs/worker-pool.ts";
import { workloadJob, type WorkloadId } from "./workloads.ts";

// node scripts/run.mjs bench/load-mysql.ts [--rows N] [--workers N] [--runs N]: generating and loading over one connection beside LOAD DATA
// of the same rows, ready in a file that the server reads itself, by a session of the same settings. In turns, each in a fresh
// process and a fresh database; prints one JSON line a workload. The server of SEEDLOOM_TEST_MYSQL must be on this machine, and
// let its user read files.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: "string", default: "1000000" },
    workers: { type: "string", default: "1" },
    runs: { type: "string", default: "3" },
  },
});
const rows = Number(values.rows);
const [contestant, workload] = positionals;
const server = process.env["SEEDLOOM_TEST_MYSQL"] ?? "mysql://root@127.0.0.1:3306/";

const tables: Readonly<Record<WorkloadId, string>> = {
  U: `CREATE TABLE users (id integer PRIMARY KEY, uuid char(36) NOT NULL, first_name varchar(100) NOT NULL, last_name varchar(100) NOT NULL,
    email varchar(200) NOT NULL, phone varchar(50) NOT NULL, city varchar(100) NOT NULL, created_at datetime(3) NOT NULL)`,
  T: `CREATE TABLE transactions (id integer PRIMARY KEY, account_id integer NOT NULL, amount decimal(12,2) NOT NULL, currency varchar(3) NOT NULL,
    country varchar(2) NOT NULL, status varchar(20) NOT NULL, merchant varchar(200) NOT NULL, ts datetime(3) NOT NULL)`,
};

if (contestant === undefined) compare();
else process.stdout.write(`${await measure(contestant, workload === "T" ? "T" : "U")}\n`);

function compare(): void {
  for (const id of ["U", "T"] as const) {
    const seconds: Record<"seedloom" | "ready", number[]> = { seedloom: [], ready: [] };
    let peakMemoryMb = 0;
    for (let run = 0; run < Number(values.runs); run++) {
      for (const name of ["ready", "seedloom"] as const) {
        const measured = child(name, id);
        seconds[name].push(measured.seconds);
        if (name === "seedloom") peakMemoryMb = Math.max(peakMemoryMb, measured.peakMemoryMb);
      }
    }
    const rate = (list: readonly number[]): number => rows / (list.toSorted((a, b) => a - b)[list.length >> 1] ?? 1);
    const [own, ready] = [rate(seconds.seedloom), rate(seconds.ready)];
    const result = {
      workload: `load-mysql-${id}`,
      rows,
      workers: Number(values.workers),
      rowsPerSecond: Math.round(own),
      loadDataOfReadyFileRowsPerSecond: Math.round(ready),
      ratioToLoadData: Math.round((100 * own) / ready) / 100,
      loadAverage: Math.round(10 * (loadavg()[0] ?? 0)) / 10,
      peakMemoryMb,
    };
    process.stdout.write(`${JSON.stringify(result)}\n`);
  }
}

function child(name: string, id: WorkloadId): { readonly seconds: number; readonly peakMemoryMb: number } {
  const words = [name, id, "--rows", String(rows), "--workers", values.workers];
  const text = execFileSync(process.execPath, [fileURLToPath(import.meta.url), ...words], { encoding: "utf8" });
  return JSON.parse(text) as { readonly seconds: number; readonly peakMemoryMb: number };
}

/** Runs statements one after another in a session such as a load has. */
async function query(address: string, ...statements: readonly string[]): Promise<void> {
  const session = await Session.open(parseAddress(address), writeSettings);
  try {
    for (const statement of statements) await session.run(statement);
  } finally {
    await session.close();
  }
}

/** Seconds from the first row to the end of the commit, as JSON. */
async function measure(name: string, id: WorkloadId): Promise<string> {
  const database = `seedloom_bench_${process.pid}`;
  const address = new URL(server);
  address.pathname = `/${database}`;
  await query(server, `CREATE DATABASE ${database} CHARACTER SET utf8mb4`);
  try {
    await query(address.toString(), tables[id]);
    const seconds = name === "ready" ? await ready(address.toString(), id) : await seedloom(address.toString(), id);
    return JSON.stringify({ seconds, peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024) });
  } finally {
    await query(server, `DROP DATABASE ${database}`);
  }
}

/** The tables alone: what T's rows refer to is not there, for either contestant. */
function specOf(id: WorkloadId, count: number) {
  const { project, model, referenceDate, tables: named = [] } = workloadJob(id, count);
  return {
    project,
    model,
    referenceDate,
    tables: named,
    clear: "truncate",
    existing: "refuse",
    triggers: "on",
  } as const;
}

async function seedloom(address: string, id: WorkloadId): Promise<number> {
  const pool = new WorkerPool();
  const load = async (count: number): Promise<void> => {
    const target = await mysqlDriver.openTarget(address);
    await runLoad(specOf(id, count), {
      target,
      pool,
      workers: Number(values.workers),
      prove: false,
      signal: new AbortController().signal,
      progress: () => undefined,
    });
    await target.close();
  };
  // The workers import their modules with a small job.
  await load(20_001);
  const begin = performance.now();
  await load(rows);
  const seconds = (performance.now() - begin) / 1000;
  await pool.end();
  return seconds;
}

async function ready(address: string, id: WorkloadId): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "seedloom-bench-"));
  chmodSync(folder, 0o755);
  const file = join(folder, "ready.tsv");
  const job = workloadJob(id, rows);
  const [table = ""] = job.tables ?? [];
  try {
    const reader = tableReader(await loadPlan(job), table);
    const encoder = mysqlFields.encoder({
      table: reader.readRange(0, 1).table,
      columns: reader.columns,
      rowCount: rows,
      dialect: "mysql",
      defaultSchema: "main",
    });
    const stream = createWriteStream(file, { mode: 0o644 });
    const out = newByteBuffer();
    for (let row = 0; row < rows; row += reader.batchRows) {
      out.length = 0;
      encoder.rows(reader.readRange(row, Math.min(reader.batchRows, rows - row)), out);
      if (!stream.write(out.bytes.slice(0, out.length))) await once(stream, "drain");
    }
    stream.end();
    await once(stream, "close");
    const begin = performance.now();
    await query(address, "START TRANSACTION", loadData(file, table), "COMMIT");
    return (performance.now() - begin) / 1000;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function loadData(file: string, table: string): string {
  return (
    `LOAD DATA INFILE '${file}' INTO TABLE ${table} CHARACTER SET utf8mb4 ` +
    String.raw`FIELDS TERMINATED BY '\t' ENCLOSED BY '' ESCAPED BY '\\' LINES TERMINATED BY '\n'`
  );
}
