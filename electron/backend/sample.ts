import { createHash } from "node:crypto";
import { access, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SeedloomError } from "../../shared/base/errors.ts";
import { projectFileName } from "../../shared/project/read-project-file.ts";
import { buildDatabase } from "../drivers/sqlite/build-database.ts";

/** Two levels up both from here and from the built bundle. */
const sampleFolder = fileURLToPath(new URL("../../examples/shop", import.meta.url));

export interface Sample {
  readonly database: string;
  /** The sample's own seedloom.yaml. */
  readonly project: string | null;
}

/** The sample shop: its database is built from its schema when it is first asked for, and again when that changes. */
export async function sampleShop(dataFolder: string): Promise<Sample> {
  const schemaFile = join(sampleFolder, "schema.sql");
  const schema = await readFile(schemaFile, "utf8").catch(() => undefined);
  if (schema === undefined)
    throw new SeedloomError("source-not-found", "The sample shop is not part of this installation.");
  const version = createHash("sha256").update(schema).digest("hex").slice(0, 8);
  const folder = join(dataFolder, "sample");
  const database = join(folder, `shop-${version}.sqlite`);
  if (!(await exists(database))) {
    await mkdir(folder, { recursive: true });
    await buildDatabase(schemaFile, database);
  }
  const project = await readFile(join(sampleFolder, projectFileName), "utf8").catch(() => null);
  return { database, project };
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
