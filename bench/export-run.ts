import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runJob } from "../electron/jobs/run-job.ts";
import { WorkerPool } from "../electron/jobs/worker-pool.ts";
import { FileSet } from "../electron/sinks/files.ts";
import { duckRows } from "./duckdb-copy.ts";
import { fakerRows } from "./faker-loop.ts";
import { workloadJob, type WorkloadId } from "./workloads.ts";

// One measurement in a fresh process: `export-run.ts seedloom|faker|duckdb U|T ROWS WORKERS`. Prints one JSON line. No clock counts the
// imports of this process. Seedloom exports twice: the first run starts the workers, which load their modules and the locale, and
// compile what they run; the second finds them warm, as a running application does.

const [, , contestant, workload, rowsText = "1000000", workersText = "1"] = process.argv;
const id: WorkloadId = workload === "T" ? "T" : "U";
const rows = Number(rowsText);
const workers = Number(workersText);

/** Writes the rows that a user's own faker loop would write; resolves with the bytes. */
async function fakerLoop(folder: string): Promise<number> {
  const stream = createWriteStream(join(folder, "faker.csv"));
  for (const line of fakerRows(id, rows)) if (!stream.write(line)) await once(stream, "drain");
  stream.end();
  await once(stream, "close");
  return stream.bytesWritten;
}

const pool = new WorkerPool();

async function seedloom(folder: string): Promise<number> {
  const result = await runJob(workloadJob(id, rows), {
    pool,
    workers,
    signal: new AbortController().signal,
    version: "bench",
    output: (bytesNeeded) => new FileSet(folder, bytesNeeded),
    progress: () => undefined,
  });
  return result.bytes;
}

/** Runs into a folder that was not there before. */
async function timed(
  run: (folder: string) => Promise<number>,
): Promise<{ seconds: number; cpuSeconds: number; bytes: number }> {
  const folder = mkdtempSync(join(tmpdir(), "seedloom-bench-"));
  try {
    const begin = performance.now();
    const before = process.cpuUsage();
    const bytes = await run(folder);
    const { user, system } = process.cpuUsage(before);
    return { seconds: (performance.now() - begin) / 1000, cpuSeconds: (user + system) / 1e6, bytes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const runs = {
  faker: () => timed(fakerLoop),
  duckdb: () => timed((folder) => duckRows(id, rows, workers, join(folder, "duckdb.csv"))),
  async seedloom() {
    const first = await timed(seedloom);
    return { ...(await timed(seedloom)), firstSeconds: first.seconds };
  },
};

try {
  const measured = await runs[contestant === "faker" || contestant === "duckdb" ? contestant : "seedloom"]();
  const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`${JSON.stringify({ rows, ...measured, peakMemoryMb })}\n`);
} finally {
  await pool.end();
}
