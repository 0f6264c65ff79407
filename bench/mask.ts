import Database from "better-sqlite3";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createWriteStream, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { z } from "zod";
import { openSource } from "../electron/drivers/open-source.ts";
import { prepareMasking } from "../electron/jobs/prepare-masking.ts";
import { runJob } from "../electron/jobs/run-job.ts";
import { WorkerPool } from "../electron/jobs/worker-pool.ts";
import { FileSet } from "../electron/sinks/files.ts";
import { newProject } from "../shared/project/new-project.ts";
import type { Rule } from "../shared/rules/rule.ts";

// Workload M of the performance notes (e-mail by HMAC with its domain kept, consistent names, age bands, salary ±10 %, a
// number suppressed, id and city kept), from a SQLite file to CSV, against the loop that a user would write, from CSV to CSV.
// The loop runs under this Node and under another one that PATH has: the faster of them is what counts. All of them run in turn.
// Run: node scripts/run.mjs bench/mask.ts [rows] [runs]

const rows = Number(process.argv[2] ?? 1_000_000);
const runs = Number(process.argv[3] ?? 3);
const home = mkdtempSync(join(tmpdir(), "mask-bench-"));
const key = new Uint8Array(32).fill(7);
const mask = (id: string, params: Readonly<Record<string, unknown>> = {}): Rule => ({ kind: "mask", mask: id, params });

/** Seconds of the clock, and of all processors together: on a machine that does other things, too, only these compare. */
interface Time {
  readonly seconds: number;
  readonly cpu: number;
}

interface Contestant {
  readonly name: string;
  run(): Promise<Time>;
  readonly times: Time[];
}

try {
  await makeSource();
  const loops = nodes().map((node): Contestant => ({
    name: `readline, split, createHmac × 4, Node ${execFileSync(node, ["--version"], { encoding: "utf8" }).trim()}`,
    run: async () => plainLoop(node),
    times: [],
  }));
  const pools = [1, 2].map((workers) => ({ workers, pool: new WorkerPool() }));
  const source = await openSource(join(home, "m.sqlite"));
  const model = await source.model();
  const hashes = new Set<string>();
  const firsts: { readonly workers: number; readonly time: Time }[] = [];
  for (const { workers, pool } of pools) firsts.push({ workers, time: await run(pool, workers) });
  const masks = pools.map(({ workers, pool }): Contestant => ({
    name: `seedloom mask, ${workers} ${workers === 1 ? "worker" : "workers"}`,
    run: () => run(pool, workers),
    times: [],
  }));
  const all = [...loops, ...masks];
  for (let turn = 0; turn < runs; turn++) for (const one of all) one.times.push(await one.run());
  for (const { pool } of pools) await pool.end();
  await source.close();
  if (hashes.size !== 1) throw new Error("The bytes depend on the workers.");

  const best = loops.map(({ times }) => median(times)).toSorted((a, b) => a.seconds - b.seconds)[0] ?? never();
  console.log(`${rows.toLocaleString("en")} rows, median of ${runs}; ratios to the faster loop`);
  for (const { name, times } of all) report(name, median(times), best);
  for (const { workers, time } of firsts) report(`  first run, which starts ${workers} of them`, time, best);

  /** Into a folder that was not there before. */
  async function run(pool: WorkerPool, workers: number): Promise<Time> {
    const folder = mkdtempSync(join(home, "out-"));
    const time = await timed(() => masked(pool, workers, folder));
    hashes.add(
      createHash("sha256")
        .update(readFileSync(join(folder, "people.csv")))
        .digest("hex"),
    );
    rmSync(folder, { recursive: true });
    return time;
  }

  /** One run of masking, all that comes before its first row included. */
  async function masked(pool: WorkerPool, workers: number, folder: string): Promise<void> {
    const { signal } = new AbortController();
    const tables = { people: { mode: "mask" as const, columns: maskRules() } };
    const asked = {
      model,
      project: {
        ...newProject({ source: join(home, "m.sqlite"), seed: 1, now: "2026-01-01", locales: { en: 1 } }),
        tables,
      },
      referenceDate: "2026-01-01",
      format: "csv",
      dialect: "sqlite",
    } as const;
    const { rowOverrides, masking, feed } = await prepareMasking(asked, { source, key, signal });
    await runJob(
      { ...asked, rowOverrides, masking },
      {
        pool,
        workers,
        feed,
        signal,
        version: "bench",
        output: (bytesNeeded) => new FileSet(folder, bytesNeeded),
        progress: () => undefined,
      },
    );
    await feed.close();
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}

function maskRules(): Readonly<Record<string, Rule>> {
  return {
    email: mask("email"),
    first_name: mask("consistent-fake", { generator: "person.firstName" }),
    last_name: mask("consistent-fake", { generator: "person.lastName" }),
    age: mask("bands"),
    salary: mask("noise"),
    ssn: mask("constant"),
    city: { kind: "keep", reason: "the bench keeps it" },
  };
}

/** The same rows as a SQLite file and as CSV. */
async function makeSource(): Promise<void> {
  const database = new Database(join(home, "m.sqlite"));
  database.exec(
    "CREATE TABLE people (id INTEGER PRIMARY KEY, first_name TEXT, last_name TEXT, email TEXT, ssn TEXT, age INTEGER, salary INTEGER, city TEXT); BEGIN",
  );
  const insert = database.prepare("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  const csv = createWriteStream(join(home, "m.csv"));
  csv.write("id,first_name,last_name,email,ssn,age,salary,city\n");
  const cities = ["Berlin", "Lyon", "Oslo", "Porto", "Gdansk"];
  for (let i = 0; i < rows; i++) {
    const [first, last] = [`First${(i * 7919) % 3000}`, `Last${(i * 104_729) % 20_000}`];
    const row = [
      i + 1,
      first,
      last,
      `${first}.${last}${i}@mail${i % 50}.example`.toLowerCase(),
      `${100 + (i % 800)}-${10 + (i % 89)}-${1000 + (i % 8999)}`,
      18 + (i % 60),
      20_000 + ((i * 31) % 90_000),
      cities[i % 5],
    ];
    insert.run(...row);
    if (!csv.write(`${row.join(",")}\n`)) await once(csv, "drain");
  }
  database.exec("COMMIT");
  database.close();
  csv.end();
  await once(csv, "close");
}

/** This Node, and another that PATH has. */
function nodes(): readonly string[] {
  const own = realpathSync(process.execPath);
  const other = (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, process.platform === "win32" ? "node.exe" : "node"))
    .find((path) => existsSync(path) && realpathSync(path) !== own);
  return other === undefined ? [process.execPath] : [process.execPath, other];
}

function plainLoop(node: string): Time {
  const script = join(import.meta.dirname, "mask-loop.mjs");
  const told = execFileSync(node, [script, join(home, "m.csv"), join(home, "loop.csv")], { encoding: "utf8" });
  const { rows: written, ...time } = z
    .object({ rows: z.number(), seconds: z.number(), cpu: z.number() })
    .parse(JSON.parse(told));
  if (written !== rows) throw new Error(`The loop masked ${written} rows.`);
  return time;
}

async function timed(run: () => Promise<void>): Promise<Time> {
  const begin = performance.now();
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - begin) / 1000, cpu: (user + system) / 1e6 };
}

/** The middle one of each, by itself. */
function median(times: readonly Time[]): Time {
  const middle = (of: (time: Time) => number): number =>
    times.map(of).toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
  return { seconds: middle(({ seconds }) => seconds), cpu: middle(({ cpu }) => cpu) };
}

function report(what: string, { seconds, cpu }: Time, base: Time): void {
  const rate = Math.round(rows / seconds).toLocaleString("en");
  const ratios = `${(base.seconds / seconds).toFixed(2)} × by the clock, ${(base.cpu / cpu).toFixed(2)} × by processor time`;
  console.log(`${what.padEnd(48)} ${rate.padStart(10)} rows/s  ${ratios}`);
}

function never(): never {
  throw new Error("No loop ran.");
}
