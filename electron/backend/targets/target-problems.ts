import { SeedloomError } from "../../../shared/base/errors.ts";
import { isDataTarget } from "../../../shared/project/project.ts";
import type { Problem } from "../../../shared/rules/problem.ts";
import { compileJob } from "../../jobs/compile-job.ts";
import { refuseFormat, refuseNothing } from "../../jobs/refuse-problems.ts";
import type { ExportSession } from "../exports.ts";
import { meantTargets, type MeantTarget } from "./meant-targets.ts";
import { textFiles } from "./text-files.ts";

/**
 * What the project's exports refuse before a run, beyond what `known` says: a kit for another engine, an upsert without a key. One
 * of them stops an export of all.
 */
export async function targetProblems(session: ExportSession, known: readonly Problem[]): Promise<readonly Problem[]> {
  if (session.project.exports.length === 0) return [];
  const found: Problem[] = [];
  let targets: readonly MeantTarget[] = [];
  try {
    targets = meantTargets(session, { base: session.folder ?? "." });
  } catch (error) {
    return [asProblem("The exports cannot run", error)];
  }
  for (const target of targets) {
    try {
      await refuseTarget(session, target);
    } catch (error) {
      const problem = asProblem(`The export ${target.name} cannot run`, error);
      if (!known.some(({ message }) => problem.message.includes(message))) found.push(problem);
    }
  }
  return found;
}

async function refuseTarget(session: ExportSession, { target, spec }: MeantTarget): Promise<void> {
  if (!isDataTarget(target)) {
    await textFiles(session, target);
    return;
  }
  if (spec === undefined) return;
  const job = await compileJob(spec);
  refuseNothing(job, spec.tables);
  refuseFormat(job);
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
