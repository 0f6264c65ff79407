import type { LeakCheckScope } from "../../../shared/api/inputs.ts";
import { isSeedloomError, SeedloomError } from "../../../shared/base/errors.ts";
import { maskKeys } from "../../../shared/keyed/mask-keys.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";
import type { JobSpec } from "../../jobs/job-spec.ts";
import type { Target } from "../../drivers/driver.ts";
import { loadPlan } from "../../jobs/load-plan.ts";
import { prepareMasking } from "../../jobs/prepare-masking.ts";
import { refuseOwnSource } from "../../jobs/refuse-own-source.ts";
import type { SourceFeed } from "../../jobs/source-feed.ts";
import { keepFingerprint, projectLock } from "../mask-lock.ts";
import type { KeyedProject, SessionKeys } from "./session-key.ts";
import { refuseLeaks } from "./refuse-leaks.ts";
import { withSource } from "./session-source.ts";

/** What a run of an export or a load is a function of, as far as masking goes. */
type MaskableSpec = Omit<JobSpec, "format" | "dialect">;

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
      const prepared = await prepareMasking(spec, {
        source,
        signal,
        ...(key === undefined ? {} : { key }),
        ...(lock === undefined ? {} : { saved: lock.model }),
      }).catch((error: unknown) => {
        throw inTheWindow(error);
      });
      try {
        const asked = { scope: leakCheck, signal, ...(key === undefined ? {} : { key }) };
        const note = await refuseLeaks(prepared.source, spec, asked);
        const rowOverrides = { ...spec.rowOverrides, ...prepared.rowOverrides };
        const masking = { ...prepared.masking, ...(note === undefined ? {} : { leakCheck: note }) };
        const done = await execute({ ...spec, rowOverrides, masking }, prepared.feed);
        if (folder !== undefined && key !== undefined) await keepFingerprint(folder, lock, key);
        return done;
      } finally {
        await prepared.feed.close().catch(() => undefined);
      }
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

async function maskedTables(spec: MaskableSpec): Promise<readonly TableId[]> {
  const { order } = await loadPlan(spec);
  return order
    .filter(({ id, masked }) => masked !== undefined && (spec.tables === undefined || spec.tables.includes(id)))
    .map(({ id }) => id);
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
