import { z } from "zod";
import { SeedloomError } from "../base/errors.ts";
import { defineFormat, type EncodeTarget } from "./encoder.ts";
import { sqliteInsert } from "./sqlite-load.ts";

function refuse({ table, defaultSchema }: EncodeTarget): void {
  if (table.schema === defaultSchema) return;
  throw new SeedloomError(
    "export-blocked",
    `${table.id} lies in the schema ${table.schema}, and a SQLite file has none.`,
    "Export the tables of the default schema only.",
  );
}

/** A database file with the tables, their keys and rows (electron/jobs/assembly/database-file.ts). */
export const sqliteFile = defineFormat({
  id: "sqlite",
  label: "SQLite database",
  extension: "sqlite",
  assembly: "database",
  options: z.strictObject({}),
  oneFile: () => true,
  refuse,
  encoder: (target) => sqliteInsert.encoder(target),
});
