import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runJob } from "../electron/jobs/run-job.ts";
import { WorkerPool } from "../electron/jobs/worker-pool.ts";
import { FileSet } from "../electron/sinks/files.ts";
import { fakerRows } from "./faker-loop.ts";
import { workloadJob, type WorkloadId } from "./workloads.ts";

// One measurement in a fresh process: `export-run.ts seedloom|faker U|T ROWS WORKERS`. Prints one JSON line. The clock starts after the
// imports, as in the house's performance plan, and stops when the file is in its place.

const [, , contestant, workload = "U", rowsText = "1000000", workersText = "1"] = process.argv;
const rows = Number(rowsText);
const workers = Number(workersText);
const folder = mkdtempSync(join(tmpdir(), "seedloom-bench-"));

/** Writes the rows that a user's own faker loop would write; resolves with the bytes. */
async function fakerLoop(id: WorkloadId): Promise<number> {
  const stream = createWriteStream(join(folder, "faker.csv"));
  for (const line of fakerRows(id, rows)) if (!stream.write(line)) await once(stream, "drain");
  stream.end();
  await once(stream, "close");
  return stream.bytesWritten;
}

const pool = new WorkerPool();

async function seedloom(id: WorkloadId, count: number): Promise<number> {
  const result = await runJob(workloadJob(id, count), {
    pool,
    workers,
    signal: new AbortController().signal,
    version: "bench",
    output: (bytesNeeded) => new FileSet(folder, bytesNeeded),
    progress: () => undefined,
  });
  return result.bytes;
}

try {
  const id: WorkloadId = workload === "T" ? "T" : "U";
  // The workers import their modules with a job of two pieces; the loop has imported faker already.
  if (contestant !== "faker") await seedloom(id, 20_001);
  const begin = performance.now();
  const bytes = contestant === "faker" ? await fakerLoop(id) : await seedloom(id, rows);
  const seconds = (performance.now() - begin) / 1000;
  const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`${JSON.stringify({ rows, seconds, bytes, peakMemoryMb })}\n`);
} finally {
  await pool.end();
  rmSync(folder, { recursive: true, force: true });
}
