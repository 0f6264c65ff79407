import { readFileSync } from "node:fs";
import { z } from "zod";

/** Two levels up both from here and from the built bundle. */
const packageFile = new URL("../../package.json", import.meta.url);

/** The version of Seedloom. */
export const version: string = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(packageFile, "utf8"))).version;
