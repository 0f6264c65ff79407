import { execFileSync } from "node:child_process";
import { chmodSync, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { tableReader } from "../shared/batches/table-reader.ts";
import { newByteBuffer } from "../shared/encoders/byte-buffer.ts";
import type { Format } from "../shared/encoders/encoder.ts";
import type { Driver } from "../electron/drivers/driver.ts";
import { loadPlan } from "../electron/jobs/load-plan.ts";
import { runLoad } from "../electron/jobs/load-run.ts";
import { WorkerPool } from "../electron/jobs/worker-pool.ts";
import { workloadJob, type WorkloadId } from "./workloads.ts";

/** What an engine's own bulk statement is measured with, beside generating and loading over one connection. */
export interface LoadBench {
  readonly engine: "postgresql" | "mysql";
  readonly driver: Pick<Driver, "openTarget">;
  /** The server's address; it must be on this machine. */
  readonly server: string;
  readonly tables: Readonly<Record<WorkloadId, string>>;
  /** What the result calls the engine's own rate, and the ratio to it. */
  readonly rate: string;
  readonly ratio: string;
  /** In a file of this format the rows lie ready. */
  readonly format: Format;
  readonly create: (database: string) => string;
  readonly drop: (database: string) => string;
  /** Takes the rows of a file that the server reads itself. */
  readonly take: (file: string, table: string) => readonly string[];
  /** Runs statements one after another. */
  readonly query: (address: string, ...statements: readonly string[]) => Promise<void>;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: "string", default: "1000000" },
    workers: { type: "string", default: "1" },
    runs: { type: "string", default: "3" },
  },
});
const rows = Number(values.rows);

interface Measured {
  readonly seconds: number;
  readonly peakMemoryMb: number;
}

/** Both contestants in turns, each in a fresh process and a fresh database; prints one JSON line a workload. */
export async function loadBeside(bench: LoadBench): Promise<void> {
  const [contestant, workload] = positionals;
  if (contestant === undefined) return compare(bench);
  const measured = await measure(bench, contestant, workload === "T" ? "T" : "U");
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}

function compare({ engine, rate, ratio }: LoadBench): void {
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
    const rateOf = (list: readonly number[]): number => rows / (list.toSorted((a, b) => a - b)[list.length >> 1] ?? 1);
    const [own, ready] = [rateOf(seconds.seedloom), rateOf(seconds.ready)];
    const result = {
      workload: `load-${engine}-${id}`,
      rows,
      workers: Number(values.workers),
      rowsPerSecond: Math.round(own),
      [rate]: Math.round(ready),
      [ratio]: Math.round((100 * own) / ready) / 100,
      loadAverage: Math.round(10 * (loadavg()[0] ?? 0)) / 10,
      peakMemoryMb,
    };
    process.stdout.write(`${JSON.stringify(result)}\n`);
  }
}

function child(name: string, id: WorkloadId): Measured {
  const words = [process.argv[1] ?? "", name, id, "--rows", String(rows), "--workers", values.workers];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: "utf8" })) as Measured;
}

/** Seconds from the first row to the end of the commit. */
async function measure(bench: LoadBench, name: string, id: WorkloadId): Promise<Measured> {
  const { server, tables, query } = bench;
  const database = `seedloom_bench_${process.pid}`;
  const address = new URL(server);
  address.pathname = `/${database}`;
  await query(server, bench.create(database));
  try {
    await query(address.toString(), tables[id]);
    const contestant = name === "ready" ? ready : seedloom;
    const seconds = await contestant(bench, address.toString(), id);
    return { seconds, peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024) };
  } finally {
    await query(server, bench.drop(database));
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

async function seedloom({ driver }: LoadBench, address: string, id: WorkloadId): Promise<number> {
  const pool = new WorkerPool();
  const load = async (count: number): Promise<void> => {
    const target = await driver.openTarget(address);
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

async function ready({ engine, format, query, take }: LoadBench, address: string, id: WorkloadId): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "seedloom-bench-"));
  chmodSync(folder, 0o755);
  const file = join(folder, "ready");
  const job = workloadJob(id, rows);
  const [table = ""] = job.tables ?? [];
  try {
    const reader = tableReader(await loadPlan(job), table);
    const encoder = format.encoder({
      table: reader.readRange(0, 1).table,
      columns: reader.columns,
      rowCount: rows,
      dialect: engine,
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
    await query(address, ...take(file, table));
    return (performance.now() - begin) / 1000;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
