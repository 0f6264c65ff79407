import type { LoadResult } from "../../shared/api/load-views.ts";
import { SeedloomError } from "../../shared/base/errors.ts";
import type { Terminal } from "./terminal.ts";
import { count } from "./words.ts";

/** Fails where the proof of a load found something, and says what. */
export function refuseFindings({ proof }: LoadResult, terminal: Terminal): void {
  const findings = proof?.findings ?? [];
  const [first, ...more] = findings;
  if (first === undefined) return;
  for (const { message } of more.slice(0, 20)) terminal.note(message);
  throw new SeedloomError(
    "proof-failed",
    `The proof failed: ${first.message}`,
    more.length === 0 ? undefined : `${count(more.length, "more finding")} above.`,
  );
}
