import { keepFingerprint } from "../../backend/mask-lock.ts";
import { refuseLeaks } from "../../backend/privacy/refuse-leaks.ts";
import { maskedTables, runMasked } from "../../backend/privacy/run-masked.ts";
import { withSource } from "../../backend/privacy/session-source.ts";
import type { Session } from "../../backend/sessions/session.ts";
import type { LeakCheckScope } from "../../../shared/api/inputs.ts";
import { maskKeys } from "../../../shared/keyed/mask-keys.ts";
import type { SchemaLock } from "../../../shared/project/schema-lock.ts";
import { toldLeakCheck } from "../leak-check.ts";
import type { Terminal } from "../terminal.ts";
import { exportTargets, type SavedExports } from "./export-targets.ts";

interface Masking {
  readonly folder: string;
  readonly lock: SchemaLock | undefined;
  readonly key: Uint8Array | undefined;
  readonly leakCheck: LeakCheckScope;
}

/** Runs the exports that a project names with rows of the source, as the window does: all files take their places, or none. */
export async function maskExports(
  session: Session,
  asked: SavedExports,
  { folder, lock, key, leakCheck }: Masking,
  terminal: Terminal,
): Promise<void> {
  await exportTargets(session, asked, terminal, (signal) => async (spec, execute) => {
    if ((await maskedTables(spec)).length === 0) return await execute(spec);
    const check = { scope: leakCheck, signal, ...(key === undefined ? {} : { key }) };
    return await withSource(session, (source) =>
      runMasked(
        source,
        spec,
        { key, lock, signal, leaks: (taken) => toldLeakCheck(refuseLeaks(taken, spec, check), terminal) },
        execute,
      ),
    );
  });
  if (asked.check === true || asked.dryRun === true || key === undefined) return;
  if (await keepFingerprint(folder, lock, key)) terminal.note(fingerprintWords(key));
}

/** That the key was noted: another one is noticed from then on. */
export const fingerprintWords = (key: Uint8Array): string =>
  `the key's fingerprint ${maskKeys(key).fingerprint} is in the project's lock from now on.`;
