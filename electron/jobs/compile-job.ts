import { SeedloomError } from "../../shared/base/errors.ts";
import type { Format } from "../../shared/encoders/encoder.ts";
import { formatById } from "../../shared/encoders/index.ts";
import type { Plan } from "../../shared/plan/plan.ts";
import type { SchemaModel } from "../../shared/schema/schema-model.ts";
import { filePlan, type PlannedFile } from "./file-plan.ts";
import type { JobSpec, MaskingSpec } from "./job-spec.ts";
import { loadPlan } from "./load-plan.ts";

export interface CompiledJob {
  readonly plan: Plan;
  readonly format: Format;
  readonly files: readonly PlannedFile[];
  readonly into?: SchemaModel;
  readonly masking?: MaskingSpec;
}

/** Compiles a job. The main side and every worker do it for themselves, from the same plain data, with the same outcome. */
export async function compileJob(spec: JobSpec): Promise<CompiledJob> {
  const plan = await loadPlan(spec);
  const format = formatById(spec.format);
  if (format === undefined) throw new SeedloomError("usage", `There is no format ${spec.format}.`);
  const files = filePlan(plan, format, spec.tables);
  return {
    plan,
    format,
    files,
    ...(spec.into === undefined ? {} : { into: spec.into }),
    ...(spec.masking === undefined ? {} : { masking: spec.masking }),
  };
}
