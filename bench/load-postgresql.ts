import { execFileSync } from "node:child_process";
import { chmodSync, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import pg from "pg";
import { tableReader } from "../shared/batches/table-reader.ts";
import { newByteBuffer } from "../shared/encoders/byte-buffer.ts";
import { csv } from "../shared/encoders/csv.ts";
import { postgresqlDriver } from "../electron/drivers/postgresql/driver.ts";
import { loadPlan } from "../electron/jobs/load-plan.ts";
import { runLoad } from "../electron/jobs/load-run.ts";
import { WorkerPool } from "../electron/jobs/worker-pool.ts";
import { workloadJob, type WorkloadId } from "./workloads.ts";

// node scripts/run.mjs bench/load-postgresql.ts [--rows N] [--workers N] [--runs N]: generating and loading over one connection beside the
// server's own COPY of the same rows, ready as CSV in a file that it reads itself. In turns, each in a fresh process and a fresh
// table; prints one JSON line a workload. The server of SEEDLOOM_TEST_PG must be on this machine.

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
const server = process.env["SEEDLOOM_TEST_PG"] ?? "postgresql://postgres@127.0.0.1:5432/postgres";

const tables: Readonly<Record<WorkloadId, string>> = {
  U: `CREATE TABLE users (id integer PRIMARY KEY, uuid uuid NOT NULL, first_name text NOT NULL, last_name text NOT NULL, email text NOT NULL,
    phone text NOT NULL, city text NOT NULL, created_at timestamp(3) NOT NULL)`,
  T: `CREATE TABLE transactions (id integer PRIMARY KEY, account_id integer NOT NULL, amount numeric(12,2) NOT NULL, currency text NOT NULL,
    country text NOT NULL, status text NOT NULL, merchant text NOT NULL, ts timestamp(3) NOT NULL)`,
};

if (contestant === undefined) compare();
else process.stdout.write(`${await measure(contestant, workload === "T" ? "T" : "U")}\n`);

function compare(): void {
  for (const id of ["U", "T"] as const) {
    const seconds: Record<"seedloom" | "copy", number[]> = { seedloom: [], copy: [] };
    let peakMemoryMb = 0;
    for (let run = 0; run < Number(values.runs); run++) {
      for (const name of ["copy", "seedloom"] as const) {
        const measured = child(name, id);
        seconds[name].push(measured.seconds);
        if (name === "seedloom") peakMemoryMb = Math.max(peakMemoryMb, measured.peakMemoryMb);
      }
    }
    const rate = (list: readonly number[]): number => rows / (list.toSorted((a, b) => a - b)[list.length >> 1] ?? 1);
    const [own, copy] = [rate(seconds.seedloom), rate(seconds.copy)];
    const result = {
      workload: `load-postgresql-${id}`,
      rows,
      workers: Number(values.workers),
      rowsPerSecond: Math.round(own),
      copyOfReadyCsvRowsPerSecond: Math.round(copy),
      ratioToCopy: Math.round((100 * own) / copy) / 100,
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

async function query(address: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Seconds from the first row to the end of the commit, as JSON. */
async function measure(name: string, id: WorkloadId): Promise<string> {
  const database = `seedloom_bench_${process.pid}`;
  const address = new URL(server);
  address.pathname = `/${database}`;
  await query(server, `CREATE DATABASE ${database}`);
  try {
    await query(address.toString(), `${tables[id]}; CHECKPOINT`);
    const seconds = name === "copy" ? await copied(address.toString(), id) : await seedloom(address.toString(), id);
    return JSON.stringify({ seconds, peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024) });
  } finally {
    await query(server, `DROP DATABASE ${database} WITH (FORCE)`);
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
    const target = await postgresqlDriver.openTarget(address);
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

async function copied(address: string, id: WorkloadId): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "seedloom-bench-"));
  chmodSync(folder, 0o755);
  const file = join(folder, "ready.csv");
  const job = workloadJob(id, rows);
  const [table = ""] = job.tables ?? [];
  try {
    const plan = await loadPlan(job);
    const reader = tableReader(plan, table);
    const encoder = csv.encoder({
      table: reader.readRange(0, 1).table,
      columns: reader.columns,
      rowCount: rows,
      dialect: "postgresql",
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
    await query(address, `COPY ${table} FROM '${file}' WITH (FORMAT csv)`);
    return (performance.now() - begin) / 1000;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
