import { SeedloomError } from "../../shared/base/errors.ts";
import type { Format } from "../../shared/encoders/encoder.ts";
import { countText } from "../../shared/rules/count-text.ts";
import type { FileLayout } from "./file-plan.ts";
import { hasPlaceholder } from "./file-paths.ts";
import type { Shard } from "./job-spec.ts";

const usage = (message: string, hint: string): SeedloomError => new SeedloomError("usage", message, hint);

/** Stops a run whose format cannot be laid out in files as it is asked for. `one`: all tables are in one file. */
export function refuseLayout(
  { label, assembly }: Pick<Format, "label" | "assembly">,
  one: boolean,
  { template, compress, split }: FileLayout,
): void {
  if (split !== undefined && one) {
    throw usage(`${label} with all tables in one file cannot be split.`, "Write a file a table, or leave `split` out.");
  }
  if (split !== undefined && "bytes" in split && assembly === "workbook") {
    throw usage(`A file of ${label} cannot be cut by its bytes.`, "Split it by rows.");
  }
  if (compress !== undefined && assembly !== undefined) {
    const hint = assembly === "parquet" ? "Choose its own `compression`." : "Leave `compress` out.";
    throw usage(`A file of ${label} is not compressed a second time.`, hint);
  }
  if (one && template !== undefined && (hasPlaceholder(template, "table") || hasPlaceholder(template, "nnn"))) {
    throw usage(
      `All tables go into one file, and ${template} names one table.`,
      "Leave {table} and {nnn} out of the path.",
    );
  }
}

/** Stops a shard whose parts could not be joined. */
export function refuseShard({ label, assembly }: Format, { split }: FileLayout, shard: Shard | undefined): void {
  if (shard === undefined) return;
  if (assembly !== undefined) {
    throw usage(
      `Parts of a file of ${label} cannot be joined, so that it has no shards.`,
      "Choose CSV, NDJSON or SQL; or export other tables on each machine.",
    );
  }
  if (split !== undefined && "bytes" in split) {
    throw usage("Where a file is cut by its bytes, no shard knows where the next one begins.", "Split by rows.");
  }
}

/** More files of one table than this help nobody, and their names alone would take the memory. */
const mostParts = 100_000;

/** Stops a run that would split a table into more files than a folder is good for. */
export function refuseManyParts(table: string, count: number): void {
  if (count <= mostParts) return;
  throw usage(`${table} would be split into ${countText(count)} files.`, "Put more rows into each.");
}
