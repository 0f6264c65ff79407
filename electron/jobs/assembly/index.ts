import type { Assembly } from "../../../shared/encoders/encoder.ts";
import type { Assembled, AssemblyRequest } from "./assembly.ts";

// Each is loaded when it is first used: most runs need none.
const assemblies: Readonly<Record<Assembly, (request: AssemblyRequest) => Promise<Assembled>>> = {
  parquet: async (request) => (await import("./parquet-file.ts")).parquetFile(request),
  workbook: async (request) => (await import("./workbook-file.ts")).workbookFile(request),
  database: async (request) => await (await import("./database-file.ts")).databaseFile(request),
};

/** Begins a file of a format whose pieces do not simply follow each other. */
export const assemble = async (assembly: Assembly, request: AssemblyRequest): Promise<Assembled> =>
  await assemblies[assembly](request);
