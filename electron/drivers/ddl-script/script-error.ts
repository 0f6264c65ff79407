import { SeedloomError } from "../../../shared/base/errors.ts";

/** Something in a script that cannot be read, and on which line. */
export class ScriptError extends Error {
  readonly line: number;

  constructor(line: number, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.line = line;
  }
}

/** A script's error in the words of the window. */
export const scriptFailure = (path: string, { line, message }: ScriptError): SeedloomError =>
  new SeedloomError(
    "source-damaged",
    `${path}, line ${line}: ${message.replace(/\.$/, "")}.`,
    "Correct the script, or say its dialect: FILE?dialect=postgresql, mysql or sqlite.",
  );
