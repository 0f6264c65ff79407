import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { staleDates, staleProblems, type Freshness } from "../../shared/batches/stale-dates.ts";
import type { Plan } from "../../shared/plan/plan.ts";
import type { Problem } from "../../shared/rules/problem.ts";
import { meantTargets } from "../backend/targets/meant-targets.ts";
import { todayIso } from "../backend/today.ts";
import type { Session } from "../backend/sessions/session.ts";
import { loadPlan } from "../jobs/load-plan.ts";
import { SeedloomError } from "../../shared/base/errors.ts";

/** `--stale 30d`, or a number of days. */
export function parseStale(word: string): number {
  const days = Number(/^(\d{1,5})d?$/.exec(word.trim())?.[1] ?? Number.NaN);
  if (Number.isInteger(days)) return days;
  throw new SeedloomError("usage", `--stale ${word} is no number of days.`, "Say --stale 30d.");
}

/** Dates that were to lie ahead and have passed, or will soon: of the project, and of the files that it exported. */
export async function staleFindings(session: Session, plan: Plan, within: number): Promise<readonly Problem[]> {
  const freshness: Freshness = { today: todayIso(), within };
  const found = problemsOf(plan, freshness);
  const files: Problem[] = [];
  for (const { target, scenario, folder, manifest } of meantTargets(session, { base: session.folder ?? "." })) {
    const written = manifest === undefined ? undefined : await exportedIn(join(folder, manifest));
    if (written === undefined) continue;
    const { referenceDate, seed } = written;
    const plan = await loadPlan({
      model: session.model,
      // The files do not move with a reference date of today.
      project: { ...session.planned, now: referenceDate, seed },
      referenceDate,
      ...(scenario === undefined ? {} : { scenario }),
      rowOverrides: Object.fromEntries(written.files.map(({ table, rows }) => [table, rows])),
      source: session.source.path,
      ...(session.folder === undefined ? {} : { folder: session.folder }),
    });
    const tables = new Set(written.files.map(({ table }) => table));
    files.push(...problemsOf(plan, freshness, target.to).filter(({ table }) => tables.has(table ?? "")));
  }
  return [...found, ...files];
}

const problemsOf = (plan: Plan, freshness: Freshness, files?: string): readonly Problem[] =>
  plan.order.flatMap(({ id }) => staleProblems(plan, id, staleDates(plan, id, freshness), freshness, files));

const manifestSchema = z.looseObject({
  referenceDate: z.iso.date(),
  seed: z.int(),
  files: z.array(z.looseObject({ table: z.string(), rows: z.int() })),
});
type Exported = z.infer<typeof manifestSchema>;

/** What the files beside a manifest were made with; undefined where there is none. */
async function exportedIn(manifest: string): Promise<Exported | undefined> {
  const text = await readFile(manifest, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
