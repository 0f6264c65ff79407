import { spawn } from "node:child_process";
import { join } from "node:path";
import { inherited } from "../fixtures/find-browser.ts";
import { projectFolder } from "../fixtures/hosts.ts";
import { expect, test } from "../fixtures/seedloom.ts";

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a script until it ends, or until it has printed a line: then it is told to end. */
function run(script: string, words: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ended> {
  const child = spawn(process.execPath, [join(projectFolder, script), ...words], {
    env: { ...inherited(), ...environment },
    // With a channel, as a parent on an older Node has it.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let out = "";
  let err = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    out += text;
    if (out.includes("\n")) child.kill("SIGTERM");
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (err += text));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, out, err })));
}

test("without a display it starts in a browser, and says so in one line", { tag: "@browser" }, async ({ scratch }) => {
  test.skip(process.platform !== "linux", "other systems always have a display");
  const environment = { SEEDLOOM_HOME: scratch, DISPLAY: "", WAYLAND_DISPLAY: "" };
  const { code, out, err } = await run(join("scripts", "start.mjs"), [], environment);
  expect(out).toMatch(
    /^Seedloom is open at http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43} \(in a browser, because this machine has no display; Ctrl\+C ends it\)\n$/,
  );
  expect(err).toBe("");
  expect(code).toBe(0);
});

for (const [words, message] of [
  [["--port", "seven"], "--port takes a number"],
  [["--port", "70000"], "--port takes a number"],
  [["--prot", "7000"], "no option --prot"],
  [["one", "two"], "one project at most"],
] as const) {
  test(`serve ${words.join(" ")} is told apart from what it takes`, { tag: "@browser" }, async ({ scratch }) => {
    const { code, out, err } = await run(join("out", "main", "serve.js"), words, { SEEDLOOM_HOME: scratch });
    expect(err).toContain(message);
    expect(err).not.toMatch(/\n\s+at /);
    expect(out).toBe("");
    expect(code).toBe(2);
  });
}
