import { execFile } from "node:child_process";
import { appendFileSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";

// npm run bench -- [--json] [--rows N] [--workers N] [--runs N]: Seedloom beside a plain faker-js loop, in turns, each in a fresh process.

interface Measured {
  readonly rows: number;
  readonly seconds: number;
  readonly bytes: number;
  readonly peakMemoryMb: number;
}

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    rows: { type: "string", default: "1000000" },
    workers: { type: "string", default: "1" },
    runs: { type: "string", default: "3" },
  },
});
const rows = Number(values.rows);
const workers = Number(values.workers);
const runs = Math.max(1, Number(values.runs));
// The loop's rate does not depend on its length; a tenth of a million rows is enough to tell it.
const fakerRows = Math.min(rows, 100_000);

const entry = fileURLToPath(new URL("./export-run.ts", import.meta.url));
const run = promisify(execFile);

async function measure(contestant: "seedloom" | "faker", workload: string, count: number): Promise<Measured> {
  const { stdout } = await run(process.execPath, [entry, contestant, workload, String(count), String(workers)]);
  return JSON.parse(stdout) as Measured;
}

const rate = ({ rows: count, seconds }: Measured): number => count / seconds;
const median = (list: readonly Measured[]): Measured =>
  list.toSorted((a, b) => rate(a) - rate(b))[Math.floor(list.length / 2)] ?? {
    rows: 0,
    seconds: 1,
    bytes: 0,
    peakMemoryMb: 0,
  };

const folder = fileURLToPath(new URL("./results/", import.meta.url));
mkdirSync(folder, { recursive: true });

for (const workload of ["U", "T"]) {
  const own: Measured[] = [];
  const loop: Measured[] = [];
  // In turns, so that a machine that slows down slows both.
  for (let k = 0; k < runs; k++) {
    loop.push(await measure("faker", workload, fakerRows));
    own.push(await measure("seedloom", workload, rows));
  }
  const best = median(own);
  const result = {
    workload,
    rows,
    workers,
    rowsPerSecond: Math.round(rate(best)),
    megabytesPerSecond: Math.round(best.bytes / best.seconds / 1e6),
    peakMemoryMb: best.peakMemoryMb,
    fakerRowsPerSecond: Math.round(rate(median(loop))),
    ratioToFaker: Math.round((10 * rate(best)) / rate(median(loop))) / 10,
  };
  appendFileSync(
    `${folder}history.jsonl`,
    `${JSON.stringify({ date: new Date().toISOString().slice(0, 10), ...result })}\n`,
  );
  const line = values.json
    ? JSON.stringify(result)
    : `${workload}  ${(result.rowsPerSecond / 1e6).toFixed(2)} M rows/s  ${result.megabytesPerSecond} MB/s  ${result.peakMemoryMb} MB peak  ` +
      `${result.ratioToFaker} × faker (${Math.round(result.fakerRowsPerSecond / 1000)} k rows/s)  ${rows} rows, ${workers} worker${workers === 1 ? "" : "s"}`;
  process.stdout.write(`${line}\n`);
}
