import { SeedloomError } from "../../shared/base/errors.ts";
import { checkProblems } from "../../shared/batches/check-rows.ts";
import type { Plan } from "../../shared/plan/plan.ts";
import { isOfLoads, type Problem } from "../../shared/rules/problem.ts";
import type { TableId } from "../../shared/schema/schema-model.ts";
import type { CompiledJob } from "./compile-job.ts";
import { encodeTarget } from "./encode-target.ts";
import { unwritableTexts } from "./unwritable-texts.ts";

/**
 * Stops a run before its first row where an exported table, or one whose keys it needs, has an error. With `goOn`, those that only a
 * database would refuse are given back instead, as sentences.
 */
export function refuseProblems(
  { plan, files }: Pick<CompiledJob, "plan" | "files">,
  problems: readonly Problem[],
  goOn = false,
): readonly string[] {
  const needed = withParents(
    plan,
    files.flatMap(({ holds }) => holds.map(({ id }) => id)),
  );
  const errors = problems.filter(
    ({ severity, table }) => severity === "error" && (table === undefined || needed.has(table)),
  );
  const [first, ...more] = errors.filter((problem) => !goOn || !isOfLoads(problem));
  if (first === undefined) return errors.map(({ message }) => message);
  const also =
    more.length === 0 ? "" : ` ${more.length} more ${more.length === 1 ? "problem is" : "problems are"} in the way.`;
  const fix = first.fixes[0];
  throw new SeedloomError(
    first.code === "capacity" ? "capacity-exceeded" : "export-blocked",
    `${first.message}${also}`,
    fix === undefined ? "Change the rule, or the row counts of the tables." : `One way out is “${fix.label}”.`,
  );
}

/** Rows of each table that are tried before a run: it is not to take longer for it. `check` tries more. */
const triedRows = 200;

/**
 * What the rows of a run's tables break of their CHECK constraints: an error where every row tried does, so that no database takes one.
 * Rules that are wrong themselves are to be refused before.
 */
export const brokenChecks = ({ plan, files }: Pick<CompiledJob, "plan" | "files">): readonly Problem[] =>
  files.flatMap(({ holds }) => holds.flatMap(({ id }) => checkProblems(plan, id, triedRows)));

/** Stops a run that would write nothing of what it was asked for. */
export function refuseNothing(
  { plan, files }: Pick<CompiledJob, "plan" | "files">,
  asked: readonly TableId[] | undefined,
): void {
  const missing = asked?.find(
    (id) => !files.some(({ table, holds }) => [table, ...holds].some((one) => one.id === id)),
  );
  if (missing !== undefined) {
    const mode = plan.tables.get(missing)?.designed.mode ?? "skip";
    throw new SeedloomError(
      "export-blocked",
      `${missing} is not written: its mode is ${mode}.`,
      "Set its mode to generate.",
    );
  }
  if (files.length === 0) {
    throw new SeedloomError(
      "export-blocked",
      "There is nothing to write: no table is generated.",
      "Set a table's mode to generate.",
    );
  }
}

/** Stops a run whose format cannot write one of its tables. */
export function refuseFormat(job: CompiledJob): void {
  for (const file of job.files) for (const table of file.holds) job.format.refuse?.(encodeTarget(job, file, table));
}

/** The columns of a job with texts that its format cannot write. */
export function formatTexts(job: CompiledJob): readonly Problem[] {
  // A table may be split into many files.
  const places = new Map(job.files.flatMap((file) => file.holds.map((table) => [table.id, { file, table }] as const)));
  return [...places.values()].flatMap(({ file, table }) => {
    const target = encodeTarget(job, file, table);
    const check = job.format.unwritable?.(target);
    return check === undefined ? [] : unwritableTexts(job.plan, table, target.columns, check);
  });
}

/** Stops a run, by the first of the problems, where there are some. */
export function refuseTexts([first, ...more]: readonly Problem[]): void {
  if (first === undefined) return;
  const also = more.length === 0 ? "" : ` So has ${more.map(({ table, column }) => `${table}.${column}`).join(", ")}.`;
  const fix = first.fixes[0]?.label;
  throw new SeedloomError(
    "export-blocked",
    first.message + also,
    `Nothing was written. ${fix === undefined ? "Change the rule of the column, or choose another format." : `One way out is “${fix}”.`}`,
  );
}

/** The tables and all that they reference, near or far. */
function withParents(plan: Plan, tables: readonly TableId[]): ReadonlySet<TableId> {
  const found = new Set(tables);
  // A set yields what is added to it while it is walked.
  for (const id of found) for (const { parent } of plan.tables.get(id)?.relations ?? []) found.add(parent);
  return found;
}
