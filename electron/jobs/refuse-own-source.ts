import { SeedloomError } from "../../shared/base/errors.ts";
import type { Source, Target } from "../drivers/driver.ts";

/** Masked rows in the place of their originals would be the end of these. Throws a SeedloomError. */
export async function refuseOwnSource(source: Source, target: Target): Promise<void> {
  if (source.engine !== target.engine) return;
  const [from, to] = [await source.identity?.(), await target.identity?.()];
  if (from === undefined || from !== to) return;
  throw new SeedloomError(
    "export-blocked",
    `${target.label} is the source itself: masked rows would take the place of the originals.`,
    "Load into another database, or write files. Nothing was changed.",
  );
}
