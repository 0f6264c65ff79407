import { SeedloomError } from "../../../shared/base/errors.ts";
import { changeWords } from "../../../shared/drift/change-words.ts";
import type { DriftReport } from "../../../shared/drift/drift-report.ts";
import type { Problem } from "../../../shared/rules/problem.ts";
import { readModel } from "../../backend/open-model.ts";
import { acceptVersions } from "../../backend/sessions/accept-versions.ts";
import { keepRules } from "../../backend/sessions/keep-rules.ts";
import { lockedModel, sessionOfProject } from "../../backend/sessions/open-session.ts";
import type { Compiled, Session } from "../../backend/sessions/session.ts";
import { openProblems } from "../../backend/sessions/session-view.ts";
import { targetProblems } from "../../backend/targets/target-problems.ts";
import { reportDrift, saidRenames } from "../drift-report.ts";
import type { AddCommand } from "../main.ts";
import { parseStale, staleFindings } from "../stale-dates.ts";
import type { Terminal } from "../terminal.ts";
import { wayOut } from "../upgrade-words.ts";
import { count } from "../words.ts";

interface CheckOptions {
  readonly against?: string;
  readonly acceptVersions?: true;
  readonly keepRules?: true;
  readonly rename: readonly string[];
  readonly scenario?: string;
  readonly stale?: string;
  readonly json?: true;
}

const collect = (word: string, words: readonly string[]): readonly string[] => [...words, word];

export const addCheck: AddCommand = (program, terminal) => {
  program
    .command("check")
    .description("problems of a project, and what its source has changed since it was saved")
    .argument("[project]", "a project folder", ".")
    .option("--against <source>", "another source to compare with: a database, a script or data files")
    .option("--accept-versions", "take over, into schema.lock.json, that an upgrade gives columns other values")
    .option("--keep-rules", "where an upgrade suggests other rules: write the earlier ones into seedloom.yaml")
    .option(
      "--rename <old=new>",
      "what a table or column is called now, where the guess is wrong (repeatable)",
      collect,
      [],
    )
    .option("--scenario <name>", "a scenario of the project")
    .option("--stale <days>", "warn of dates that have passed, or will within so many days: 30d")
    .option("--json", "for programs")
    .action(async (project: string, options: CheckOptions) => {
      const { against, rename, stale, json } = options;
      if (options.keepRules === true) await keepEarlierRules(project, terminal);
      if (options.acceptVersions === true) await acceptNewValues(project, terminal);
      const session = await sessionOfProject(project);
      if (session.source.message !== undefined && against === undefined) terminal.note(session.source.message);
      session.scenario = options.scenario;
      const compiled = await session.compiled();
      await session.checks.all(compiled);
      const open = openProblems(session, compiled);
      const refused = await targetProblems(session, open);
      const problems = await withStale([...open, ...refused], session, compiled, stale);
      const now = against === undefined ? session.model : (await readModel(against)).model;
      const locked = await lockedModel(project);
      const drift = reportDrift(session.project, locked, now, saidRenames(rename, locked));
      if (json === true)
        await terminal.out(`${JSON.stringify({ problems: problems.map(plain), ...plainDrift(drift) }, null, 2)}\n`);
      else await print(terminal, problems, drift);
      refuse(problems, drift, terminal, against !== undefined);
    });
};

/** What is asked for about dates stands for what is said of them unasked. */
async function withStale(
  problems: readonly Problem[],
  session: Session,
  { plan }: Compiled,
  stale: string | undefined,
): Promise<readonly Problem[]> {
  if (stale === undefined) return problems;
  const found = await staleFindings(session, plan, parseStale(stale));
  return [...problems.filter(({ code }) => code !== "dates-passed"), ...found];
}

async function acceptNewValues(project: string, terminal: Terminal): Promise<void> {
  const accepted = await acceptVersions(await sessionOfProject(project));
  terminal.note(
    accepted === undefined ? "no column has other values than when the project was saved." : `accepted. ${accepted}`,
  );
}

async function keepEarlierRules(project: string, terminal: Terminal): Promise<void> {
  const kept = await keepRules(await sessionOfProject(project));
  terminal.note(
    kept === undefined
      ? "there is no earlier rule to keep."
      : `kept. The earlier rules are in seedloom.yaml now. ${kept.message}`,
  );
}

const plain = ({ severity, code, table, column, message, explanation, fixes }: Problem) => ({
  severity,
  code,
  table,
  column,
  message,
  explanation,
  fixes: fixes.map(({ label }) => label),
});

const plainDrift = (drift: DriftReport | undefined) => ({
  drift: (drift?.changes ?? []).map(({ breaks, ...change }) => ({ ...change, breaks: breaks.map(({ what }) => what) })),
  renames: drift?.renames ?? [],
  newColumns: drift?.newColumns,
  driftFails: drift?.fails ?? false,
});

/** A message that does not name its table stands in the window at its place. */
const placed = (table: string | undefined, message: string): string =>
  table === undefined || [" ", "."].some((end) => ` ${message}`.includes(` ${table}${end}`))
    ? message
    : `${table}: ${message}`;

const firstFix = ({ fixes: [fix] }: Problem): string => (fix === undefined ? "" : ` Fix: ${fix.label}.`);

async function print(terminal: Terminal, problems: readonly Problem[], drift: DriftReport | undefined): Promise<void> {
  const order = { error: 0, warning: 1 };
  const lines = [
    ...problems
      .toSorted((a, b) => order[a.severity] - order[b.severity])
      .map(
        (problem) =>
          `${problem.severity}: ${placed(problem.table, problem.message)}${wayOut(problem) || firstFix(problem)}`,
      ),
    ...(drift?.changes ?? []).map((change) => `drift: ${changeWords(change)}`),
  ];
  await terminal.out(lines.map((line) => `${line}\n`).join(""));
}

/** Errors fail the check, and so does drift that the project's policy does not settle; warnings do not. */
function refuse(
  problems: readonly Problem[],
  drift: DriftReport | undefined,
  terminal: Terminal,
  elsewhere: boolean,
): void {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const open = drift?.changes.filter(({ settled }) => !settled).length ?? 0;
  const findings = [
    ...(errors === 0 ? [] : [count(errors, "error")]),
    ...(open === 0 ? [] : [`${count(open, "change")} of the schema`]),
  ];
  if (findings.length > 0) {
    const migrate = elsewhere ? "`seedloom migrate --against` the same source" : "`seedloom migrate`";
    const hint = open === 0 ? undefined : `${migrate} takes the schema over and moves what the project says along.`;
    throw new SeedloomError("check-failed", `The check found ${findings.join(" and ")}.`, hint);
  }
  const warnings = problems.length;
  terminal.note(warnings === 0 ? "no problems." : `no errors, ${count(warnings, "warning")}.`);
}
