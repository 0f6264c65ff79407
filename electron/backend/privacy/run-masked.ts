import type { SchemaLock } from "../../../shared/project/schema-lock.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";
import type { Source } from "../../drivers/driver.ts";
import type { JobSpec, LeakCheckNote } from "../../jobs/job-spec.ts";
import { loadPlan } from "../../jobs/load-plan.ts";
import { prepareMasking } from "../../jobs/prepare-masking.ts";
import type { SourceFeed } from "../../jobs/source-feed.ts";

/** What a run of an export or a load is a function of, as far as masking goes. */
export type MaskableSpec = Omit<JobSpec, "format" | "dialect">;

interface MaskedRun {
  /** The root of the key; absent where there is none, which masks that work with one refuse. */
  readonly key?: Uint8Array | undefined;
  /** The project's lock: columns that it has not are undecided. */
  readonly lock?: SchemaLock | undefined;
  readonly signal: AbortSignal;
  /** Looks for originals in what would be written; `taken` has the rows that the run takes. */
  readonly leaks: (taken: Source) => Promise<LeakCheckNote | undefined>;
}

/** Runs `execute` with the rows of an open source: refused before anything is written is what is undecided or lets originals through. */
export async function runMasked<S extends MaskableSpec, T>(
  source: Source,
  spec: S,
  { key, lock, signal, leaks }: MaskedRun,
  execute: (spec: S, feed: SourceFeed) => Promise<T>,
): Promise<T> {
  const prepared = await prepareMasking(spec, {
    source,
    signal,
    ...(key === undefined ? {} : { key }),
    ...(lock === undefined ? {} : { saved: lock.model }),
  });
  try {
    const note = await leaks(prepared.source);
    const rowOverrides = { ...spec.rowOverrides, ...prepared.rowOverrides };
    const masking = { ...prepared.masking, ...(note === undefined ? {} : { leakCheck: note }) };
    return await execute({ ...spec, rowOverrides, masking }, prepared.feed);
  } finally {
    await prepared.feed.close().catch(() => undefined);
  }
}

/** The tables of a run whose rows come from the source. */
export async function maskedTables(spec: MaskableSpec): Promise<readonly TableId[]> {
  const { order } = await loadPlan(spec);
  return order
    .filter(({ id, masked }) => masked !== undefined && spec.tables?.includes(id) !== false)
    .map(({ id }) => id);
}
