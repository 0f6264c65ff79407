/** What a user did or met. Closed: every code has one exit code and one kind of sentence. */
export const errorExitCodes = {
  // 1: the check or the data failed
  "export-blocked": 1,
  "check-failed": 1,
  "capacity-exceeded": 1,
  "files-edited": 1,
  // 2: wrong usage
  usage: 2,
  "unknown-table": 2,
  "unknown-scenario": 2,
  "project-not-found": 2,
  "project-syntax": 2,
  "project-version": 2,
  "project-invalid": 2,
  "source-unsupported": 2,
  // 3: the outside world failed
  "source-not-found": 3,
  "source-not-a-database": 3,
  "source-damaged": 3,
  "source-empty": 3,
  "source-unreadable": 3,
  "source-locked": 3,
  "folder-unwritable": 3,
  "disk-full": 3,
  "write-failed": 3,
  "commit-failed": 3,
  "project-changed-on-disk": 3,
  "host-unavailable": 3,
  "connection-refused": 3,
  "connection-denied": 3,
  "connection-lost": 3,
  "database-missing": 3,
  "permission-denied": 3,
  "target-locked": 3,
  "target-changed": 3,
  "load-failed": 1,
  "proof-failed": 1,
  "secret-missing": 3,
  "secret-wrong": 3,
  cancelled: 3,
  internal: 3,
} as const satisfies Record<string, 1 | 2 | 3>;

export type ErrorCode = keyof typeof errorExitCodes;

/**
 * An error that a tester can act on: `message` is one sentence that says what and where, `hint` what to do next.
 * Neither ever holds a stack, a password or a connection string.
 */
export class SeedloomError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, hint?: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = "SeedloomError";
    this.code = code;
    this.hint = hint;
  }

  /** The exit code of the command line for this error (ARCHITECTURE: 1 data, 2 usage, 3 the outside world). */
  get exitCode(): 1 | 2 | 3 {
    return errorExitCodes[this.code];
  }
}

/** Narrows an unknown catch value. */
export const isSeedloomError = (error: unknown): error is SeedloomError => error instanceof SeedloomError;
