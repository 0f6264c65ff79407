import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { SeedloomError } from "../../shared/base/errors.ts";
import type { Shard } from "./job-spec.ts";
import { manifestName } from "./manifest.ts";

const shardSchema = z.looseObject({ shard: z.object({ index: z.int(), count: z.int() }).optional() });

/** Stops a run that would replace another shard's part of the same files: each part needs a folder of its own. */
export async function refuseOtherShard(folder: string, shard: Shard | undefined): Promise<void> {
  if (shard === undefined) return;
  const text = await readFile(join(folder, manifestName), "utf8").catch(() => "{}");
  const standing = parse(text);
  if (standing === undefined || standing.count !== shard.count || standing.index === shard.index) return;
  throw new SeedloomError(
    "usage",
    `${folder} holds part ${standing.index} of ${standing.count}, which part ${shard.index} would replace.`,
    "Give each part a folder of its own.",
  );
}

function parse(text: string): Shard | undefined {
  try {
    return shardSchema.parse(JSON.parse(text)).shard;
  } catch {
    return undefined;
  }
}
