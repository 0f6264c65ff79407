/** Where a command writes: what programs read, and what people read. */
export interface Terminal {
  /** To standard output. Resolves when there is room for more. */
  out(text: string): Promise<void>;
  /** A line to standard error. */
  note(line: string): void;
  /** Whether people watch standard error, so that a progress bar makes sense. */
  readonly watched: boolean;
  /** Width of the terminal that standard output goes to; undefined where it goes to a file or a program. */
  readonly width: number | undefined;
}

/** The process's own terminal. A reader that goes away early (`| head`) ends the process quietly. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      // The other stream may still work: nothing is better than a stack trace where it does not.
      if (stream === process.stdout)
        process.stderr.write(`seedloom: The output could not be written (${error.code ?? error.message}).\n`);
      process.exit(3);
    });
  }
  return {
    out: (text) =>
      new Promise((resolve) => {
        if (process.stdout.write(text)) resolve();
        else process.stdout.once("drain", resolve);
      }),
    note: (line) => {
      process.stderr.write(`seedloom: ${line}\n`);
    },
    watched: process.stderr.isTTY && process.env["TERM"] !== "dumb",
    width: process.stdout.isTTY ? process.stdout.columns : undefined,
  };
}
