import { spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CliBench, expectCalm, type Outcome } from "./test-bench.ts";

// What only a process of its own can show: signals, exit codes, pipes.

const program = fileURLToPath(new URL("../../bin/seedloom.mjs", import.meta.url));
const bench = new CliBench();
const environment = { ...process.env, SEEDLOOM_HOME: bench.path("data"), SEEDLOOM_DEBUG: "" };

function seedloom(...words: readonly string[]): Outcome {
  const options = { encoding: "utf8", env: environment, cwd: bench.home } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], options);
  return { code: status, out: stdout, err: stderr };
}

beforeAll(() => {
  expect(seedloom("init", bench.database, "--out", bench.project)).toMatchObject({ code: 0, out: "" });
});
afterAll(() => bench.remove());

test("words, exit code and both outputs pass through the program", () => {
  expect(seedloom("schema", bench.database, "--json")).toMatchObject({ code: 0, err: "" });
  const refused = seedloom("exprot");
  expect(refused).toMatchObject({ code: 2, out: "" });
  expectCalm(refused);
});

describe.skipIf(process.platform === "win32")("an export that is stopped", () => {
  // Few enough for a small disk, which would refuse more before it is stopped.
  const words = ["export", bench.project, "--format", "csv", "--out", "stopped", "--rows", "50m"];

  /** Starts an export over older files and stops it once it writes. */
  async function stopped(
    signal: NodeJS.Signals,
    times = 1,
  ): Promise<{ code: number | null; err: string; before: unknown }> {
    expect(seedloom(...words, "--rows", "customers=10", "--rows", "10").code).toBe(0);
    const before = bench.hashes("stopped");
    const child = spawn(process.execPath, [program, ...words], { cwd: bench.home, env: environment });
    const closed = new Promise<number | null>((resolve) => child.once("close", resolve));
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    await expect
      .poll(() => readdirSync(bench.path("stopped")).some((name) => name.endsWith(".seedloom-tmp")))
      .toBe(true);
    for (let time = 0; time < times; time++) {
      child.kill(signal);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return { code: await closed, err, before };
  }

  test("by Ctrl+C leaves the old files and nothing else", async () => {
    const { code, err, before } = await stopped("SIGINT");
    expect(code).toBe(3);
    expect(err).toContain("cancelled");
    expect(bench.hashes("stopped")).toEqual(before);
  });

  // A terminal tells the whole group, and npm and `timeout` pass the signal on: one stop arrives twice at once.
  test.each(["SIGINT", "SIGTERM"] as const)(
    "by a %s that is passed on more than once leaves the same",
    async (signal) => {
      const { code, err, before } = await stopped(signal, 2);
      expect(code).toBe(3);
      expect(err).toContain("cancelled");
      expect(bench.hashes("stopped")).toEqual(before);
    },
  );

  test("by kill -9 leaves the old files; the next run clears the rest", async () => {
    const { before } = await stopped("SIGKILL");
    const left = bench.hashes("stopped");
    expect(left).toMatchObject(before as object);
    expect(seedloom(...words.slice(0, -1), "10").code).toBe(0);
    expect(bench.hashes("stopped")).toEqual(before);
  });

  test("by a limit on file sizes leaves the old files and says how much is missing", () => {
    expect(seedloom(...words.slice(0, -1), "10").code).toBe(0);
    const before = bench.hashes("stopped");
    const line = `ulimit -f 200; exec "${process.execPath}" "${program}" ${words.join(" ")}`;
    const { status, stderr } = spawnSync("bash", ["-c", line], { encoding: "utf8", cwd: bench.home, env: environment });
    expect(status).toBe(3);
    expectCalm({ err: stderr });
    expect(stderr).toContain(bench.path("stopped", "customers.csv"));
    expect(stderr).toMatch(/about \d.* more are needed/);
    expect(bench.hashes("stopped")).toEqual(before);
  });
});

test("a reader that goes away early ends it quietly", () => {
  const line = `"${process.execPath}" "${program}" preview "${bench.project}" --table customers --count 1000 | head -1`;
  const { stderr, stdout } = spawnSync("bash", ["-c", line], { encoding: "utf8", cwd: bench.home, env: environment });
  expect(stderr).toBe("");
  expect(stdout.split("\n")).toHaveLength(2);
});
