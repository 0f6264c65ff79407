import { Command } from "commander";
import { SeedloomError } from "../../shared/base/errors.ts";
import { version } from "../backend/version.ts";
import { addCheck } from "./commands/check.ts";
import { addExport } from "./commands/export.ts";
import { addInit } from "./commands/init.ts";
import { addKey } from "./commands/key.ts";
import { addLoad } from "./commands/load.ts";
import { addMask } from "./commands/mask.ts";
import { addMigrate } from "./commands/migrate.ts";
import { addPersonal } from "./commands/personal.ts";
import { addPreview } from "./commands/preview.ts";
import { addReport } from "./commands/report.ts";
import { addRisk } from "./commands/risk.ts";
import { addSample } from "./commands/sample.ts";
import { addSnapshot } from "./commands/snapshot.ts";
import { addSchema } from "./commands/schema.ts";
import { addSuggest } from "./commands/suggest.ts";
import { reportError } from "./report-error.ts";
import { processTerminal, type Terminal } from "./terminal.ts";

export interface CliServices {
  /** Runs the browser host with the words behind `serve`; handed in, because hosts do not know each other. */
  serve(words: readonly string[]): Promise<number>;
}

const exitCodes = `
Exit codes: 0 done, 1 the check or the data failed, 2 wrong usage, 3 the outside world failed.`;

/** Runs the command line. Answers with the exit code; never throws. */
export async function runCli(
  words: readonly string[],
  services: CliServices,
  terminal: Terminal = processTerminal(),
): Promise<number> {
  const helpWanted = words.includes("--help") || words.includes("-h");
  if (words[0] === "serve" && !helpWanted) return await services.serve(words.slice(1));
  if (words.length === 0) return reportError(noCommand(), terminal);
  let exitCode = 0;
  const program = newProgram(terminal);
  for (const add of [
    addInit,
    addSchema,
    addSuggest,
    addPreview,
    addExport,
    addLoad,
    addMask,
    addSample,
    addKey,
    addPersonal,
    addRisk,
    addReport,
    addCheck,
    addMigrate,
    addSnapshot,
  ]) {
    add(program, terminal, (code) => {
      exitCode = code;
    });
  }
  program
    .command("serve")
    .argument("[project]", "a project folder or a SQLite file")
    .option("--port <number>", "the port to listen on; any free one by default")
    .option("--no-open", "print the address only")
    .description("the window in a browser");
  try {
    await program.parseAsync(words, { from: "user" });
    return exitCode;
  } catch (error) {
    return reportError(error, terminal);
  }
}

const noCommand = (): SeedloomError =>
  new SeedloomError("usage", "No command was given.", "`seedloom --help` lists them.");

function newProgram(terminal: Terminal): Command {
  return new Command("seedloom")
    .description("Design test data: give each column a generator, look at live rows, export seed files.")
    .version(version)
    .helpCommand("help [command]", "what a command takes")
    .showSuggestionAfterError()
    .addHelpText("after", exitCodes)
    .exitOverride()
    .configureOutput({ writeOut: (text) => void terminal.out(text), outputError: () => undefined });
}

/** What a command is given when it is added. */
export type AddCommand = (program: Command, terminal: Terminal, setExitCode: (code: number) => void) => void;
