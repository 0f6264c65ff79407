import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { SeedloomError, isSeedloomError } from "../../shared/base/errors.ts";
import { createBackend } from "../backend/create-backend.ts";
import { openingQuery } from "../window-files/opening-query.ts";
import { browserCapabilities } from "./browser-capabilities.ts";
import { openOnDesktop } from "./open-on-desktop.ts";
import { startBrowserHost } from "./start.ts";

const usage = "Usage: seedloom serve [PROJECT] [--port N] [--no-open]";

/** How long a first Ctrl+C is given before a second one ends all at once. Milliseconds. */
const impatience = 1000;

interface ServeOptions {
  readonly port: number;
  readonly open: boolean;
  /** Why it is a browser and not the desktop window, if that is worth a word. */
  readonly because: string | undefined;
  readonly query: string;
}

function readOptions(words: readonly string[]): ServeOptions {
  const { values, positionals } = parse(words);
  const port = values.port === undefined ? 0 : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535 || values.port === "") {
    throw new SeedloomError("usage", `--port takes a number from 0 to 65535, not "${values.port}".`, usage);
  }
  if (positionals.length > 1) throw new SeedloomError("usage", "serve takes one project at most.", usage);
  return { port, open: !values["no-open"], because: values.because, query: openingQuery(positionals, process.cwd()) };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        port: { type: "string" },
        "no-open": { type: "boolean", default: false },
        because: { type: "string" },
      },
    });
  } catch (error) {
    const word = /'(--?[^' ]+)/.exec(error instanceof Error ? error.message : "")?.[1];
    throw new SeedloomError(
      "usage",
      word === undefined ? "These words are not understood." : `serve has no option ${word}.`,
      usage,
    );
  }
}

/** Beside the built file that this becomes, or in the checkout that it is. */
const rendererFolder = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "../../out/renderer" : "../renderer", import.meta.url),
);

/** Serves the window until it is told to stop. Answers with the process's exit code. */
async function serve(words: readonly string[]): Promise<number> {
  try {
    const options = readOptions(words);
    if (!existsSync(join(rendererFolder, "index.html"))) {
      throw new SeedloomError("host-unavailable", "The window is not built.", "Run: npm run build");
    }
    const backend = createBackend({ host: browserCapabilities });
    const host = await startBrowserHost({
      port: options.port,
      rendererFolder,
      query: options.query,
      connect: (pipe) => backend.serve(pipe),
    });
    // Listening before anyone can know that there is something to stop.
    const stopped = told();
    // A space ends the address, so that terminals do not take what follows for a part of it.
    const because = options.because === undefined ? "" : `${options.because}; `;
    process.stdout.write(`Seedloom is open at ${host.address()} (${because}Ctrl+C ends it)\n`);
    if (options.open) openOnDesktop(host.address());
    await stopped;
    await host.close();
    await backend.close();
    // Listening for the parent's end keeps the process alive.
    if (process.connected) process.disconnect();
    return 0;
  } catch (error) {
    return report(error);
  }
}

/** Resolves when the terminal, the system or the process that started this one says stop. */
function told(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined;
    // A terminal and npm both pass Ctrl+C on, so one press may come twice; a later one means it.
    const stop = (): void => {
      first ??= performance.now();
      if (performance.now() - first > impatience) process.exit(130);
      resolve();
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
    process.once("disconnect", stop);
  });
}

function report(error: unknown): number {
  if (!isSeedloomError(error)) {
    process.stderr.write("Seedloom could not start, for a reason it does not know.\n");
    return 3;
  }
  process.stderr.write([error.message, ...(error.hint === undefined ? [] : [error.hint])].join("\n") + "\n");
  return error.exitCode;
}

// An entry of its own: what starts it leaves its words on the command line, perhaps with the command's name still before them.
const words = process.argv.slice(2);
process.exitCode = await serve(words[0] === "serve" ? words.slice(1) : words);
