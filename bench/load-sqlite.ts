import Database from "better-sqlite3";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { cellAt } from "../shared/vectors/cells.ts";
import { tableReader } from "../shared/batches/table-reader.ts";
import { sqliteDriver } from "../electron/drivers/sqlite/driver.ts";
import { loadPlan } from "../electron/jobs/load-plan.ts";
import { runLoad } from "../electron/jobs/load-run.ts";
import { WorkerPool } from "../electron/jobs/worker-pool.ts";
import { workloadJob, workloadSchema, type WorkloadId } from "./workloads.ts";

// node scripts/run.mjs bench/load-sqlite.ts [--rows N] [--workers N] [--runs N]: generating and loading a SQLite file beside prepared
// inserts of better-sqlite3 with rows that are ready in memory. In turns, each in a fresh process; prints one JSON line a workload.

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

if (contestant === undefined) compare();
else process.stdout.write(`${await measure(contestant, workload === "T" ? "T" : "U")}\n`);

interface Measured extends Spent {
  readonly peakMemoryMb: number;
}

function compare(): void {
  for (const id of ["U", "T"] as const) {
    const measured: Record<"seedloom" | "prepared", Measured[]> = { seedloom: [], prepared: [] };
    for (let run = 0; run < Number(values.runs); run++) {
      for (const name of ["prepared", "seedloom"] as const) measured[name].push(child(name, id));
    }
    const middle = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
    const rate = (list: readonly Measured[]): number => rows / middle(list.map(({ seconds }) => seconds));
    const perRow = (list: readonly Measured[], of: "cpuSeconds" | "mainThreadSeconds"): number =>
      Math.round((middle(list.map((run) => run[of])) * 1e9) / rows);
    const result = {
      workload: `load-sqlite-${id}`,
      rows,
      workers: Number(values.workers),
      rowsPerSecond: Math.round(rate(measured.seedloom)),
      preparedRowsPerSecond: Math.round(rate(measured.prepared)),
      ratioToPrepared: Math.round((100 * rate(measured.seedloom)) / rate(measured.prepared)) / 100,
      cpuNanosecondsPerRow: perRow(measured.seedloom, "cpuSeconds"),
      preparedCpuNanosecondsPerRow: perRow(measured.prepared, "cpuSeconds"),
      mainThreadNanosecondsPerRow: perRow(measured.seedloom, "mainThreadSeconds"),
      loadAverage: Math.round(10 * (loadavg()[0] ?? 0)) / 10,
      peakMemoryMb: Math.max(...measured.seedloom.map(({ peakMemoryMb }) => peakMemoryMb)),
    };
    process.stdout.write(`${JSON.stringify(result)}\n`);
  }
}

function child(name: string, id: WorkloadId): Measured {
  const words = [name, id, "--rows", String(rows), "--workers", values.workers];
  // As bin/seedloom.mjs has it: what was compiled once is kept, in every thread.
  const env = {
    NODE_COMPILE_CACHE: fileURLToPath(new URL("../node_modules/.cache/seedloom/compiled", import.meta.url)),
    ...process.env,
  };
  const text = execFileSync(process.execPath, [fileURLToPath(import.meta.url), ...words], { encoding: "utf8", env });
  return JSON.parse(text) as Measured;
}

/** From the first row to the end of the commit, as JSON. */
async function measure(name: string, id: WorkloadId): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "seedloom-load-"));
  const file = join(folder, "target.sqlite");
  try {
    const made = new Database(file);
    // As the house's performance plan has it: one table with a key and no other index.
    made.exec(workloadSchema(id).replace(" REFERENCES accounts (id)", ""));
    made.close();
    const spent = name === "prepared" ? await prepared(file, id) : await seedloom(file, id);
    return JSON.stringify({ ...spent, peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function seedloom(file: string, id: WorkloadId): Promise<Spent> {
  const pool = new WorkerPool();
  const load = async (count: number): Promise<void> => {
    const target = await sqliteDriver.openTarget(file);
    const { project, model, referenceDate, tables = [] } = workloadJob(id, count);
    try {
      await runLoad(
        { project, model, referenceDate, tables, clear: "delete", existing: "refuse", triggers: "on" },
        {
          target,
          pool,
          workers: Number(values.workers),
          prove: false,
          signal: new AbortController().signal,
          progress: () => undefined,
        },
      );
    } finally {
      await target.close();
    }
  };
  // The workers import their modules with a small job.
  await load(20_001);
  const spent = clock();
  await load(rows);
  const measured = spent();
  await pool.end();
  return measured;
}

async function prepared(file: string, id: WorkloadId): Promise<Spent> {
  const spec = workloadJob(id, rows);
  const [table = ""] = spec.tables ?? [];
  const reader = tableReader(await loadPlan(spec), table);
  const ready: unknown[][] = [];
  for (let row = 0; row < rows; row += reader.batchRows) {
    const batch = reader.readRange(row, Math.min(reader.batchRows, rows - row));
    for (let i = 0; i < batch.count; i++) ready.push(batch.vectors.map((vector) => cellAt(vector, i)));
  }
  const database = new Database(file);
  const insert = database.prepare(`INSERT INTO ${table} VALUES (${reader.columns.map(() => "?").join(", ")})`);
  const spent = clock();
  database.transaction(() => {
    for (const row of ready) insert.run(row);
  })();
  database.close();
  return spent();
}

interface Spent {
  readonly seconds: number;
  /** Of all threads. */
  readonly cpuSeconds: number;
  /** Of the main thread: all of a prepared insert, and of a load what a window has to wait for. */
  readonly mainThreadSeconds: number;
}

function clock(): () => Spent {
  const begin = performance.now();
  const used = process.cpuUsage();
  const here = process.threadCpuUsage();
  return () => {
    const sum = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6;
    return {
      seconds: (performance.now() - begin) / 1000,
      cpuSeconds: sum(process.cpuUsage(used)),
      mainThreadSeconds: sum(process.threadCpuUsage(here)),
    };
  };
}
