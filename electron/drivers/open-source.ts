import { SeedloomError } from "../../shared/base/errors.ts";
import { isDataSource } from "./data-files/list-files.ts";
import { isScript } from "./ddl-script/script-path.ts";
import type { Driver, Source, Target } from "./driver.ts";
import { expandAddress } from "./expand-address.ts";
import { mysqlDriver } from "./mysql/driver.ts";
import { postgresqlDriver } from "./postgresql/driver.ts";
import { sqliteDriver } from "./sqlite/driver.ts";

/** Every kind of database, the one that takes any path for its own last. */
export const drivers: readonly Driver[] = [postgresqlDriver, mysqlDriver, sqliteDriver];

/** Opens a source, a path or an address, with the driver that knows it. Throws a SeedloomError. */
export async function openSource(source: string): Promise<Source> {
  const address = expandAddress(source);
  // Their parsers are loaded for those who need them: a command on a database begins sooner.
  if (await isScript(address)) return await (await import("./ddl-script/open-script.ts")).openScript(address);
  if (await isDataSource(address))
    return await (await import("./data-files/open-data-files.ts")).openDataFiles(address);
  return await driverOf(address).open(address);
}

/** Opens a database to write into. Throws a SeedloomError. */
export async function openTarget(target: string): Promise<Target> {
  const { driver, address } = driverFor(target);
  return await driver.openTarget(address);
}

/** The driver of a database, and its address with what variables stand for. Throws a SeedloomError. */
export function driverFor(database: string): { readonly driver: Driver; readonly address: string } {
  const address = expandAddress(database);
  return { driver: driverOf(address), address };
}

function driverOf(address: string): Driver {
  const driver = drivers.find((candidate) => candidate.accepts(address));
  if (driver !== undefined) return driver;
  // Only the scheme is repeated: the rest of an address may hold a password.
  const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(address)?.[0].toLowerCase() ?? "this address";
  throw new SeedloomError(
    "source-unsupported",
    `Databases of the kind ${scheme} cannot be opened.`,
    "Choose the file of a SQLite database, or an address that begins with postgresql:// or mysql://.",
  );
}
