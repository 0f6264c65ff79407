import type { Assembly } from "../../../shared/encoders/encoder.ts";
import type { Assembled, AssemblyRequest } from "./assembly.ts";
import { databaseFile } from "./database-file.ts";
import { parquetFile } from "./parquet-file.ts";
import { workbookFile } from "./workbook-file.ts";

const assemblies: Readonly<Record<Assembly, (request: AssemblyRequest) => Assembled | Promise<Assembled>>> = {
  parquet: parquetFile,
  workbook: workbookFile,
  database: databaseFile,
};

/** Begins a file of a format whose pieces do not simply follow each other. */
export const assemble = async (assembly: Assembly, request: AssemblyRequest): Promise<Assembled> =>
  await assemblies[assembly](request);
