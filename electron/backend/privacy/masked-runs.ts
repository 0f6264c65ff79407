import type { LeakCheckScope } from "../../../shared/api/inputs.ts";
import { isSeedloomError, SeedloomError } from "../../../shared/base/errors.ts";
import { maskKeys } from "../../../shared/keyed/mask-keys.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";
import type { Source, Target } from "../../drivers/driver.ts";
import { refuseOwnSource } from "../../jobs/refuse-own-source.ts";
import type { SourceFeed } from "../../jobs/source-feed.ts";
import { keepFingerprint, projectLock } from "../mask-lock.ts";
import type { KeyedProject, SessionKeys } from "./session-key.ts";
import { refuseLeaks } from "./refuse-leaks.ts";
import { maskedTables, runMasked, type MaskableSpec } from "./run-masked.ts";
import { withSource } from "./session-source.ts";

interface RunOptions {
  readonly signal: AbortSignal;
  /** Which rows are looked through for originals first. */
  readonly leakCheck?: LeakCheckScope | undefined;
  /** Where rows are loaded into: never their own source. */
  readonly target?: Target;
}

/** Lets runs of the window have rows of the source, with the key of their project. */
export class MaskedRuns {
  readonly #keys: SessionKeys;

  constructor(keys: SessionKeys) {
    this.#keys = keys;
  }

  /**
   * Runs `execute`; where tables of it are masked, with the source open, what is undecided or would let originals through
   * refused, and the key's fingerprint kept after it. Throws a SeedloomError before anything is written.
   */
  async run<S extends MaskableSpec, T>(
    project: KeyedProject,
    spec: S,
    { signal, leakCheck = "sample", target }: RunOptions,
    execute: (spec: S, feed?: SourceFeed) => Promise<T>,
  ): Promise<T> {
    if ((await maskedTables(spec)).length === 0) return await execute(spec);
    const { folder } = project;
    const lock = folder === undefined ? undefined : await projectLock(folder);
    const key = await this.#keys.root(project);
    refuseForeignKey(lock?.versions.maskKey, key);
    return await withSource(project, async (source) => {
      if (target !== undefined) await refuseOwnSource(source, target);
      const leaks = (taken: Source) =>
        refuseLeaks(taken, spec, { scope: leakCheck, signal, ...(key === undefined ? {} : { key }) });
      const done = await runMasked(source, spec, { key, lock, signal, leaks }, execute).catch((error: unknown) => {
        throw inTheWindow(error);
      });
      if (folder !== undefined && key !== undefined) await keepFingerprint(folder, lock, key);
      return done;
    });
  }

  /** How many rows the source has of the tables that a run would mask. */
  async rowCounts(
    project: KeyedProject,
    spec: MaskableSpec,
    signal: AbortSignal,
  ): Promise<Readonly<Record<TableId, number>>> {
    const asked = { signal, leakCheck: "off" } as const;
    return await this.run(project, spec, asked, async ({ rowOverrides }) => rowOverrides ?? {});
  }
}

/** In the window a key is entered, and not a variable of a shell that nobody sees. */
const inTheWindow = (error: unknown): unknown =>
  isSeedloomError(error) && error.code === "secret-missing"
    ? new SeedloomError(error.code, error.message, "Make one, or enter your team's, on the privacy screen.")
    : error;

function refuseForeignKey(known: string | undefined, key: Uint8Array | undefined): void {
  if (known === undefined || key === undefined || maskKeys(key).fingerprint === known) return;
  throw new SeedloomError(
    "secret-wrong",
    `This is another key than the one that masked this project before (its fingerprint is ${known}).`,
    "Enter that key on the privacy screen, or say there that this one is used from now on.",
  );
}
