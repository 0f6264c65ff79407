import Database from "better-sqlite3";
import { createHmac } from "node:crypto";
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";
import { openSource } from "../electron/drivers/open-source.ts";
import { compileJob } from "../electron/jobs/compile-job.ts";
import { RangeEncoder } from "../electron/jobs/encode-range.ts";
import type { JobSpec } from "../electron/jobs/job-spec.ts";
import { prepareMasking } from "../electron/jobs/prepare-masking.ts";
import { runJob } from "../electron/jobs/run-job.ts";
import { WorkerPool } from "../electron/jobs/worker-pool.ts";
import { FileSet } from "../electron/sinks/files.ts";
import { newProject } from "../shared/project/new-project.ts";
import type { Rule } from "../shared/rules/rule.ts";

// Workload M of the performance notes (e-mail by HMAC with its domain kept, consistent names, age bands, salary ±10 %, a
// number suppressed, id and city kept) against the loop that a user would write, in one run: from a SQLite file to CSV.
// Run: node scripts/run.mjs bench/mask.ts [rows]

const rows = Number(process.argv[2] ?? 1_000_000);
const home = mkdtempSync(join(tmpdir(), "mask-bench-"));
const root = new Uint8Array(32).fill(7);
const mask = (id: string, params: Readonly<Record<string, unknown>> = {}): Rule => ({ kind: "mask", mask: id, params });

try {
  makeSource();
  const loop = await timed(plainLoop);
  report("readline, split, createHmac × 4", loop, loop);
  const source = await openSource(join(home, "m.sqlite"));
  const signal = new AbortController().signal;
  const model = await source.model();
  const project = {
    ...newProject({ source: join(home, "m.sqlite"), seed: 1, now: "2026-01-01", locales: { en: 1 } }),
    tables: { people: { mode: "mask" as const, columns: maskRules() } },
  };
  const asked: JobSpec = { model, project, referenceDate: "2026-01-01", format: "csv", dialect: "sqlite" };
  for (const workers of [1, 2]) {
    const pool = new WorkerPool();
    const seconds = await timed(async () => {
      const { rowOverrides, masking, feed } = await prepareMasking(asked, { source, key: root, signal });
      await runJob(
        { ...asked, rowOverrides, masking },
        {
          pool,
          workers,
          feed,
          signal,
          version: "bench",
          output: () => new FileSet(join(home, `out${workers}`), () => undefined),
          progress: () => undefined,
        },
      );
      await feed.close();
    });
    report(`seedloom mask, ${workers} ${workers === 1 ? "worker" : "workers"}`, seconds, loop);
    await pool.end();
  }
  const reading = await timed(async () => {
    const iterator = source.read({ table: model.tables[0] ?? never() })[Symbol.asyncIterator]();
    while ((await iterator.next()).done !== true);
  });
  report("of which: reading the source", reading, loop);
  report("of which: masking and writing CSV, 1 thread", await maskingAlone(), loop);
  await source.close();

  async function maskingAlone(): Promise<Time> {
    const { rowOverrides, masking, feed } = await prepareMasking(asked, { source, key: root, signal });
    const spec = { ...asked, rowOverrides, masking };
    const job = await compileJob(spec);
    const encoder = new RangeEncoder(job);
    const table = job.files[0]?.holds[0] ?? never();
    const out = { bytes: new Uint8Array(4 << 20), length: 0 };
    const total = { seconds: 0, cpu: 0 };
    for (let start = 0; start < rows; start += 8192) {
      const range = { file: 0, part: 0, start, count: Math.min(8192, rows - start), first: false, last: false };
      const chunk = await feed.take(table, range);
      out.length = 0;
      const { seconds, cpu } = await timed(async () => encoder.encode(range, out, chunk));
      total.seconds += seconds;
      total.cpu += cpu;
    }
    await feed.close();
    return total;
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
function makeSource(): void {
  const database = new Database(join(home, "m.sqlite"));
  database.exec(
    "CREATE TABLE people (id INTEGER PRIMARY KEY, first_name TEXT, last_name TEXT, email TEXT, ssn TEXT, age INTEGER, salary INTEGER, city TEXT)",
  );
  const insert = database.prepare("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  const lines = ["id,first_name,last_name,email,ssn,age,salary,city"];
  const cities = ["Berlin", "Lyon", "Oslo", "Porto", "Gdansk"];
  database.transaction(() => {
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
      lines.push(row.join(","));
    }
  })();
  database.close();
  writeFileSync(join(home, "m.csv"), `${lines.join("\n")}\n`);
}

/** What a careful user without a tool writes. */
async function plainLoop(): Promise<void> {
  const firsts = Array.from({ length: 3000 }, (_, i) => `Given${i}`);
  const lasts = Array.from({ length: 500 }, (_, i) => `Family${i}`);
  const hmac = (text: string): Buffer => createHmac("sha256", root).update(text).digest();
  const out = createWriteStream(join(home, "loop.csv"));
  let first = true;
  for await (const line of createInterface({ input: createReadStream(join(home, "m.csv")) })) {
    if (first) {
      first = false;
      out.write(`${line}\n`);
      continue;
    }
    const [id, firstName = "", lastName = "", email = "", , age, salary, city] = line.split(",");
    const at = email.indexOf("@");
    const noise = hmac(`s${id}`).readUInt32BE(0) / 2 ** 32;
    const band = Math.floor(Number(age) / 10) * 10;
    const masked = [
      id,
      firsts[hmac(firstName).readUInt32BE(0) % firsts.length],
      lasts[hmac(lastName).readUInt32BE(0) % lasts.length],
      `u${hmac(email).toString("hex").slice(0, 20)}${email.slice(at)}`,
      "***REDACTED***",
      `${band}-${band + 9}`,
      Math.round(Number(salary) * (0.9 + 0.2 * noise)),
      city,
    ];
    if (!out.write(`${masked.join(",")}\n`)) await new Promise<void>((resolve) => out.once("drain", resolve));
  }
  out.end();
  await finished(out);
  if (readFileSync(join(home, "loop.csv")).length === 0) throw new Error("The loop wrote nothing.");
}

/** Seconds of the clock, and of both processors together: on a machine that does other things, too, only these compare. */
interface Time {
  readonly seconds: number;
  readonly cpu: number;
}

async function timed(run: () => Promise<void>): Promise<Time> {
  const begin = performance.now();
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - begin) / 1000, cpu: (user + system) / 1e6 };
}

function report(what: string, { seconds, cpu }: Time, base: Time): void {
  const rate = Math.round(rows / seconds).toLocaleString("en");
  const ratios = `${(base.seconds / seconds).toFixed(2)} × by the clock, ${(base.cpu / cpu).toFixed(2)} × by processor time`;
  console.log(`${what.padEnd(46)} ${rate.padStart(10)} rows/s  ${ratios}`);
}

function never(): never {
  throw new Error("The table is not there.");
}
