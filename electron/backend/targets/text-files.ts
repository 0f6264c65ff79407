import { realpath } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { codeTargetById } from "../../../shared/code/index.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { kitById } from "../../../shared/kits/index.ts";
import type { Kit } from "../../../shared/kits/kit.ts";
import type { Plan } from "../../../shared/plan/plan.ts";
import { maskedTables, readsSource } from "../../../shared/project/masked-tables.ts";
import { isDataTarget, type CodeTarget, type KitTarget } from "../../../shared/project/project.ts";
import { targetKind, targetNames } from "../../../shared/project/target-names.ts";
import { loadPlan } from "../../jobs/load-plan.ts";
import { planProblems } from "../../jobs/plan-problems.ts";
import { refuseProblems } from "../../jobs/refuse-problems.ts";
import type { ExportSession } from "../exports.ts";
import { jobSpec } from "../exports.ts";
import { repositoryState } from "../repository/repository-state.ts";

/** A file of a code or kit target. `path` is relative to the folder of the target. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The files that a code or kit target gives: a function of the project, and of where it lies in the repository, alone. `base` is
 * its folder; of a project that has none yet the one that its exports go into.
 */
export async function textFiles(
  session: ExportSession,
  target: CodeTarget | KitTarget,
  base: string,
): Promise<readonly TextFile[]> {
  return "code" in target ? await codeFiles(session, target) : await kitFiles(session, target, base);
}

async function codeFiles(session: ExportSession, target: CodeTarget): Promise<readonly TextFile[]> {
  const { scenario, tables } = target;
  const code = codeTargetById(target.code);
  const options = code?.options.safeParse(target.options);
  if (code === undefined || options?.success !== true) throw unwritable(target);
  const planOf = (name: string | undefined): Promise<Plan> =>
    loadPlan(
      jobSpec(session, {
        format: "sql",
        ...(name === undefined ? {} : { scenario: name }),
        ...(tables === undefined ? {} : { tables }),
      }),
    );
  const plan = await planOf(scenario);
  const written = plan.order.filter(({ id }) => tables?.includes(id) ?? true);
  refuseProblems({ plan, files: written.map((table) => ({ path: "", table, holds: [table] })) }, planProblems(plan));
  const scenarios = new Map<string, Plan>();
  for (const name of Object.keys(session.project.scenarios)) {
    if (name !== scenario) scenarios.set(name, await planOf(name));
  }
  return code.files({ plan, scenarios, ...(tables === undefined ? {} : { tables }) }, options.data);
}

/** The files of a kit, of a project that lies in `base`, or will: the folder need not be there. */
export async function kitFiles(
  { model, project }: Pick<ExportSession, "model" | "project">,
  target: KitTarget,
  base: string,
): Promise<readonly TextFile[]> {
  const { kit, options } = kitOf(target);
  if (kit.atRoot === true) await refuseElsewhere(kit.id, base, target.to);
  const names = targetNames(project.exports);
  return kit.files(
    {
      model,
      project: relative(resolve(base, target.to), resolve(base)).replaceAll(sep, "/") || ".",
      targets: names.filter((_name, at) => {
        const one = project.exports[at];
        return one !== undefined && isDataTarget(one) && !readsSource(project, one);
      }),
      exportable: !project.exports.some((one) => readsSource(project, one)),
      masks: (scenario) => maskedTables(project, scenario).length > 0,
      scenarios: Object.keys(project.scenarios),
    },
    options,
  );
}

/** A target's kit, and its options with the defaults of those that are not said. */
export function kitOf(target: KitTarget): { readonly kit: Kit; readonly options: KitTarget["options"] } {
  const kit = kitById(target.kit);
  const options = kit?.options.safeParse(target.options);
  if (kit === undefined || options?.success !== true) throw unwritable(target);
  return { kit, options: options.data };
}

/** Refuses a folder that is not the root of the repository, and says how the root is written. */
async function refuseElsewhere(kit: string, base: string, to: string): Promise<void> {
  const { root } = await repositoryState(base);
  const meant = relative(await realPlace(base), await realPlace(root)).replaceAll(sep, "/") || ".";
  if (resolve(base, meant) === resolve(base, to)) return;
  throw new SeedloomError(
    "export-blocked",
    `The kit ${kit} works at the root of the repository only, and \`to: ${to}\` is not there.`,
    `Write \`to: ${meant}\`.`,
  );
}

/** A folder without links in its path, as far as it is there already. */
async function realPlace(folder: string): Promise<string> {
  const full = resolve(folder);
  const above = dirname(full);
  return realpath(full).catch(async () =>
    above === full ? full : join(await realPlace(above), relative(above, full)),
  );
}

const unwritable = (target: CodeTarget | KitTarget): SeedloomError =>
  new SeedloomError(
    "usage",
    `There is no ${targetKind(target)} with these options.`,
    "Look at the export in seedloom.yaml.",
  );
