import type { Masking } from "../../shared/batches/masking.ts";
import { SourceWindow } from "../../shared/batches/source-rows.ts";
import { SeedloomError, isSeedloomError } from "../../shared/base/errors.ts";
import { maskKeys } from "../../shared/keyed/mask-keys.ts";
import type { Plan } from "../../shared/plan/plan.ts";
import type { MaskingSpec } from "./job-spec.ts";

/** What the readers of a run work with: its key, the window that its rows come through, and what is held in memory. */
export function jobMasking(
  plan: Plan,
  { key, held }: MaskingSpec,
  batchRows: number,
  window: SourceWindow | undefined,
): Masking {
  return {
    ...(key === undefined ? {} : { keys: maskKeys(key) }),
    source(id, rows) {
      const table = plan.tables.get(id);
      if (table === undefined) throw new RangeError(`No table ${id} in the plan.`);
      if (rows === "read" && window !== undefined) return window;
      return new SourceWindow(table, batchRows, held[id]);
    },
  };
}

/**
 * The error of masking rows, without what it may say of a value: neither a message nor a stack of an error that is not our
 * own goes further, and of our own not what a format says of a value that does not fit.
 */
export function withoutValues(error: unknown): SeedloomError {
  if (isSeedloomError(error) && error.code !== "load-failed") return error;
  return new SeedloomError(
    isSeedloomError(error) ? "load-failed" : "internal",
    isSeedloomError(error)
      ? "A value does not fit its column in what is written."
      : "A row of the source could not be masked.",
    "Nothing of it was written. A mask that fits the column's type, or a rule that does not look at the value, helps.",
  );
}
