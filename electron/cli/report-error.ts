import { CommanderError } from "commander";
import { errorView } from "../backend/error-view.ts";
import { errorExitCodes, isSeedloomError } from "../../shared/base/errors.ts";
import type { Terminal } from "./terminal.ts";

/** Says what went wrong in a sentence, and what to do in another. Answers with the exit code. */
export function reportError(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return reportUsage(error, terminal);
  const { code, message, hint } = errorView(error);
  terminal.note(message);
  if (hint !== undefined) terminal.note(hint);
  if (process.env["SEEDLOOM_DEBUG"]) terminal.note(stackOf(error));
  return isSeedloomError(error) ? error.exitCode : code === "usage" ? errorExitCodes.usage : errorExitCodes.internal;
}

function reportUsage(error: CommanderError, terminal: Terminal): number {
  // Help and version were asked for, and have been printed.
  if (error.exitCode === 0) return 0;
  const [first = "", ...more] = withoutWords(error.message.replace(/^error: /, "")).split("\n");
  terminal.note(`${first.charAt(0).toUpperCase()}${first.slice(1).replace(/\.?$/, "")}.`);
  for (const line of more) terminal.note(line.replace(/^\((.*)\)$/, "$1"));
  return errorExitCodes.usage;
}

/** What was not asked for may be a key or a password at the wrong place: it is counted, or named without its value. */
const withoutWords = (message: string): string =>
  message.replace(/^(unknown option '-[^=']*)=.*'/s, "$1'").replace(/^(too many arguments.* but got \d+):.*$/s, "$1");

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.stack ?? error.message}${error.cause === undefined ? "" : `\ncaused by ${stackOf(error.cause)}`}`;
}
