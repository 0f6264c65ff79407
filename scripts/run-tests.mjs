// The gate: `run-tests.mjs check`, `e2e`, or both. Every step runs, so that one look shows all that is wrong: what failed is told
// again at the end, where it is looked for first. The last line sums the tests of all runners. A step that is no test runner counts
// as one test.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const reports = mkdtempSync(join(tmpdir(), "seedloom-reports-"));
const vitestReport = join(reports, "vitest.json");
const playwrightReport = join(reports, "playwright.json");

const folders = ["shared", "electron", "renderer", "e2e", "scripts", "bench"];
const steps = {
  check: [
    { name: "format", command: "oxfmt --check" },
    { name: "lint", command: "oxlint --type-aware --deny-warnings" },
    ...folders.map((folder) => ({ name: `types of ${folder}`, command: `tsc -p ${folder}` })),
    { name: "layers", command: "node scripts/check-layers.mjs" },
    { name: "dead code", command: "knip" },
    {
      name: "unit and property tests",
      command: `vitest run --reporter=default --reporter=json --outputFile.json="${vitestReport}"`,
      count: () => countVitest(vitestReport),
    },
  ],
  e2e: [
    { name: "build", command: "electron-vite build --logLevel warn" },
    {
      name: "end-to-end tests",
      command: "playwright test --config e2e/playwright.config.ts --reporter=list,json",
      environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
      count: () => countPlaywright(playwrightReport),
    },
  ],
};

const read = (file) => JSON.parse(readFileSync(file, "utf8"));

function countVitest(file) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = read(file);
  // A file that does not load has no tests to fail.
  const failed = success ? numFailedTests : Math.max(numFailedTests, 1);
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
}

function countPlaywright(file) {
  const { stats, errors } = read(file);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

async function run({ name, command, environment, count }) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const { status, output } = await runAndKeep(command, environment);
  const ok = status === 0;
  console.log(`── ${name}: ${ok ? "passed" : "failed"} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  const sum = (ok || count) && countOrUndefined(count);
  if (!sum) return { name, output, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  return { name, output, ...sum, failed: ok ? sum.failed : Math.max(sum.failed, 1) };
}

/** Runs a command, shows what it says as it comes, and gives it back. */
async function runAndKeep(command, environment) {
  const colors = process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
  const env = { ...process.env, ...colors, ...environment };
  const child = spawn(command, { shell: true, stdio: ["inherit", "pipe", "pipe"], env });
  let output = "";
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    from.setEncoding("utf8").on("data", (text) => {
      output += text;
      to.write(text);
    });
  }
  const [status] = await once(child, "close");
  return { status, output };
}

/** The part of a step's output that tells what failed: the lines around each word of it, and the end. */
function failuresIn(output) {
  const lines = output.trimEnd().split("\n");
  const told = new Set(lines.keys().drop(Math.max(0, lines.length - 15)));
  for (const [at, line] of lines.entries()) {
    if (!/FAIL|Error:|✗|✘|Unhandled|exited unexpectedly|exit code|signal/.test(line)) continue;
    for (let near = at; near < Math.min(at + 12, lines.length); near++) told.add(near);
  }
  return lines.filter((_, at) => told.has(at)).slice(-120);
}

function countOrUndefined(count) {
  try {
    return count?.();
  } catch {
    return undefined;
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.find((word) => !(word in steps));
if (wanted.length === 0 || unknown !== undefined) {
  console.error(`Usage: run-tests.mjs ${Object.keys(steps).join(" | ")} …`);
  process.exit(2);
}

const results = [];
for (const step of wanted.flatMap((word) => steps[word])) results.push(await run(step));
rmSync(reports, { recursive: true, force: true });

const total = (what) => results.reduce((sum, result) => sum + result[what], 0);
const failing = results.filter(({ failed }) => failed > 0);
for (const { name, output } of failing) console.log(`\n── failed: ${name}\n${failuresIn(output).join("\n")}`);
if (failing.length > 0) console.log(`\nFailed: ${failing.map(({ name }) => name).join(", ")}.`);
console.log(`\n${total("passed")} passed, ${total("failed")} failed, ${total("skipped")} skipped`);
process.exitCode = failing.length > 0 ? 1 : 0;
