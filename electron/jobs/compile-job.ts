import { SeedloomError } from "../../shared/base/errors.ts";
import type { Format } from "../../shared/encoders/encoder.ts";
import { checkOptions } from "../../shared/encoders/check-options.ts";
import { formatById } from "../../shared/encoders/index.ts";
import type { Plan } from "../../shared/plan/plan.ts";
import { exportFormatSchema, type SqlDialectId } from "../../shared/project/project.ts";
import type { SchemaModel } from "../../shared/schema/schema-model.ts";
import { filePlan, type PlannedFile } from "./file-plan.ts";
import type { JobSpec, MaskingSpec } from "./job-spec.ts";
import { loadPlan } from "./load-plan.ts";

export interface CompiledJob {
  readonly plan: Plan;
  readonly format: Format;
  readonly dialect: SqlDialectId;
  /** The format's, whole; none for a load's. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly files: readonly PlannedFile[];
  readonly into?: SchemaModel;
  readonly masking?: MaskingSpec;
}

/** Compiles a job. The main side and every worker do it for themselves, from the same plain data, with the same outcome. */
export async function compileJob(spec: JobSpec): Promise<CompiledJob> {
  const format = formatOf(spec.format);
  const options =
    format.options === undefined ? {} : checkOptions({ ...format, options: format.options }, spec.options ?? {});
  await format.load?.();
  const plan = await loadPlan(spec);
  const files = filePlan(plan, format, { ...spec, options });
  return {
    plan,
    format,
    dialect: spec.dialect,
    options,
    files,
    ...(spec.into === undefined ? {} : { into: spec.into }),
    ...(spec.masking === undefined ? {} : { masking: spec.masking }),
  };
}

function formatOf(id: string): Format {
  const format = formatById(id);
  if (format !== undefined) return format;
  const known = exportFormatSchema.safeParse(id).success;
  throw new SeedloomError("usage", known ? `This version cannot write ${id} yet.` : `There is no format ${id}.`);
}
