import { SeedloomError } from "../../shared/base/errors.ts";
import type { Format } from "../../shared/encoders/encoder.ts";
import { formatById } from "../../shared/encoders/index.ts";
import type { Plan } from "../../shared/plan/plan.ts";
import { filePlan, type PlannedFile } from "./file-plan.ts";
import type { JobSpec } from "./job-spec.ts";
import { loadPlan } from "./load-plan.ts";

export interface CompiledJob {
  readonly plan: Plan;
  readonly format: Format;
  readonly files: readonly PlannedFile[];
}

/** Compiles a job. The main side and every worker do it for themselves, from the same plain data, with the same outcome. */
export async function compileJob(spec: JobSpec): Promise<CompiledJob> {
  const plan = await loadPlan(spec);
  const format = formatById(spec.format);
  if (format === undefined) throw new SeedloomError("usage", `There is no format ${spec.format}.`);
  return { plan, format, files: filePlan(plan, format, spec.tables) };
}
