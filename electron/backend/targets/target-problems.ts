import { access } from "node:fs/promises";
import { join } from "node:path";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { isDataTarget, type KitTarget } from "../../../shared/project/project.ts";
import { targetNames } from "../../../shared/project/target-names.ts";
import type { Problem } from "../../../shared/rules/problem.ts";
import { compileJob } from "../../jobs/compile-job.ts";
import { formatTexts, refuseFormat, refuseNothing } from "../../jobs/refuse-problems.ts";
import type { ExportSession } from "../exports.ts";
import { meantTargets, type MeantTarget } from "./meant-targets.ts";
import { kitOf, textFiles } from "./text-files.ts";

/**
 * What the project's exports refuse before a run, beyond what `known` says: a kit for another engine, an upsert without a key. One
 * of them stops an export of all.
 */
export async function targetProblems(session: ExportSession, known: readonly Problem[]): Promise<readonly Problem[]> {
  if (session.project.exports.length === 0) return [];
  const found: Problem[] = [];
  let targets: readonly MeantTarget[] = [];
  const base = session.folder ?? ".";
  try {
    targets = meantTargets(session, { base });
  } catch (error) {
    return [asProblem("The exports cannot run", error)];
  }
  const names = targetNames(session.project.exports);
  for (const meant of targets) {
    const target = names[session.project.exports.indexOf(meant.target)] ?? meant.name;
    try {
      found.push(...(await refuseTarget(session, meant, base)).map((problem) => ({ ...problem, target })));
    } catch (error) {
      const problem = { ...asProblem(`The export ${meant.name} cannot run`, error), target };
      if (!known.some(({ message }) => problem.message.includes(message))) found.push(problem);
    }
  }
  return found;
}

/** What an export refuses: throws where it is no matter of a column. */
async function refuseTarget(
  session: ExportSession,
  { name, target, spec, folder }: MeantTarget,
  base: string,
): Promise<readonly Problem[]> {
  if ("kit" in target) {
    // A kit's place in the repository is known once the project has one.
    if (session.folder === undefined) return [];
    await textFiles(session, target, base);
    return await missingFiles(name, target, folder);
  }
  if (!isDataTarget(target)) {
    await textFiles(session, target, base);
    return [];
  }
  if (spec === undefined) return [];
  const job = await compileJob(spec);
  refuseNothing(job, spec.tables);
  refuseFormat(job);
  return formatTexts(job).map((problem) => ({
    ...problem,
    message: `The export ${name} cannot run: ${problem.message}`,
  }));
}

/** Files that a kit's own need: without them a pipeline fails at its first step. */
async function missingFiles(name: string, target: KitTarget, folder: string): Promise<readonly Problem[]> {
  const { kit, options } = kitOf(target);
  const needed = kit.needs?.(options);
  if (needed === undefined) return [];
  const there = await access(join(folder, needed.path)).then(
    () => true,
    () => false,
  );
  if (there) return [];
  const message = `The export ${name} needs ${needed.path} in its folder, and it is not there.`;
  return [{ severity: "warning", code: "file-missing", message, explanation: needed.otherwise, fixes: [] }];
}

function asProblem(what: string, error: unknown): Problem {
  if (!(error instanceof SeedloomError)) throw error;
  return {
    severity: "error",
    code: "target-refused",
    message: `${what}: ${error.message}`,
    ...(error.hint === undefined ? {} : { explanation: error.hint }),
    fixes: [],
  };
}
