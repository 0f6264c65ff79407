import { SeedloomError } from "../../shared/base/errors.ts";
import type { Driver, Source } from "./driver.ts";
import { sqliteDriver } from "./sqlite/driver.ts";

const drivers: readonly Driver[] = [sqliteDriver];

/** Opens a source, a path or an address, with the driver that knows it. Throws a SeedloomError. */
export async function openSource(source: string): Promise<Source> {
  const driver = drivers.find((candidate) => candidate.accepts(source));
  if (driver !== undefined) return driver.open(source);
  // Only the scheme is repeated: the rest of an address may hold a password.
  const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(source)?.[0].toLowerCase() ?? "this address";
  throw new SeedloomError(
    "source-unsupported",
    `Sources of the kind ${scheme} cannot be opened.`,
    "Choose the file of a SQLite database.",
  );
}
