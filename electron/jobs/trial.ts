import { SeedloomError, isSeedloomError } from "../../shared/base/errors.ts";
import { createTables } from "../../shared/schema/create-tables.ts";
import type { SchemaModel } from "../../shared/schema/schema-model.ts";
import type { Target } from "../drivers/driver.ts";
import { drivers } from "../drivers/open-source.ts";

/**
 * A target to try a load in, with the tables of `model`: the project's own engine where a disposable one can be had, else
 * SQLite in memory, without what is written in the project's engine's SQL alone. Its server's limits say what is missing.
 */
export async function openTrial(model: SchemaModel, signal: AbortSignal): Promise<Target> {
  const own = drivers.find(({ id }) => id === model.engine);
  if (own?.openTrial !== undefined) {
    try {
      const { statements, missing } = createTables(model, own.id);
      return await own.openTrial(statements, missing, signal);
    } catch (error) {
      if (!isSeedloomError(error) || error.code !== "host-unavailable") throw error;
    }
  }
  const sqlite = drivers.find(({ id }) => id === "sqlite");
  if (sqlite?.openTrial === undefined || model.tables.some(({ schema }) => schema !== model.defaultSchema)) {
    throw new SeedloomError(
      "host-unavailable",
      "There is no disposable database for this project on this machine.",
      "Load into an empty database of a server, with --proof.",
    );
  }
  const { statements, missing } = createTables(model, "sqlite");
  const instead = `There is no disposable ${own?.label ?? model.engine} here, so it is tried in SQLite.`;
  return await sqlite.openTrial(statements, model.engine === "sqlite" ? missing : [instead, ...missing], signal);
}
