// `npm start`: the desktop window where Electron can run, else the same window in a browser. Plain JavaScript, because it has to start
// on the Node that happens to be there; all else runs on the Node that the project pins.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureBuilt } from "./ensure-built.mjs";
import { pinnedNode } from "./pinned-node.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const inRoot = (...parts) => join(root, ...parts);
const words = process.argv.slice(2);
const pinnedMajor = 24;
const fetchTimeout = 60_000;

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(3);
}

if (Number(process.versions.node.split(".")[0]) < pinnedMajor) await continueOnPinnedNode();
const fault = ensureBuilt();
if (fault !== undefined) stop(fault);
const because = await desktopWindow();
if (because !== undefined) await browserWindow(because);

async function continueOnPinnedNode() {
  const binary = pinnedNode();
  if (binary === undefined) stop("Seedloom's packages are not installed. Run: npm install");
  // The channel tells the child when this process is gone, however it went.
  const child = spawn(binary, [fileURLToPath(import.meta.url), ...words], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  process.exit(await new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1))));
}

/** Runs the desktop window until it is closed. Answers with the reason if there can be none. */
async function desktopWindow() {
  const display = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!display) return "this machine has no display";
  const binary = electronBinary() ?? fetchElectron();
  if (binary === undefined) return "Electron's binary is not here and could not be fetched";
  const child = spawn(binary, [root, ...words], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  let opened = false;
  child.once("message", () => (opened = true));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("close", (status) => resolve(status));
  });
  if (!opened && code !== 0) {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(signal);
    return "the desktop window could not start here";
  }
  process.exitCode = code ?? 0;
  return undefined;
}

function electronBinary() {
  try {
    const binary = inRoot(
      "node_modules",
      "electron",
      "dist",
      readFileSync(inRoot("node_modules", "electron", "path.txt"), "utf8"),
    );
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

/** Electron's package comes without its binary; its own script gets it. */
function fetchElectron() {
  const script = inRoot("node_modules", "electron", "install.js");
  spawnSync(process.execPath, [script], { cwd: root, stdio: "ignore", timeout: fetchTimeout, killSignal: "SIGKILL" });
  return electronBinary();
}

async function browserWindow(reason) {
  process.argv.splice(2, Infinity, ...words, "--because", `in a browser, because ${reason}`);
  await import(pathToFileURL(inRoot("out", "main", "serve.js")).href);
}
