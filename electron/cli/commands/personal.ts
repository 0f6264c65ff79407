import type { FindingView, PolicyEdit } from "../../../shared/api/privacy-views.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { applyEdit } from "../../../shared/project/apply-edit.ts";
import type { SingleEdit } from "../../../shared/project/project-edit.ts";
import { countsUnder, policyLabels } from "../../../shared/rules/personal/policies.ts";
import { policiesInOrder, policyIds, type PolicyId } from "../../../shared/rules/personal/policy-id.ts";
import { findingViews, policyEdits } from "../../backend/privacy/finding-views.ts";
import { scanSource } from "../../backend/privacy/scan-source.ts";
import { sessionOfProject } from "../../backend/sessions/open-session.ts";
import { saveSession } from "../../backend/sessions/save-session.ts";
import { projectFolder } from "../../backend/storage/project-folder.ts";
import { oneOf } from "../export-options.ts";
import type { AddCommand } from "../main.ts";
import { stopSignal } from "../stop-signal.ts";
import type { Terminal } from "../terminal.ts";
import { textTable } from "../text-table.ts";
import { count } from "../words.ts";

interface PersonalOptions {
  readonly policy?: string;
  readonly apply?: true;
  readonly json?: true;
}

export const addPersonal: AddCommand = (program, terminal, setExitCode) => {
  program
    .command("personal")
    .description(
      "columns that look personal by name, type or value, and what was decided of each; 1 where some are open",
    )
    .argument("[project]", "a project folder", ".")
    .option(
      "--policy <names>",
      `only what these speak of: ${policyIds.join(", ")}, with commas, or all; the project's own by default`,
    )
    .option("--apply", "set what the policies ask for in every column that is open, and note them in the project")
    .option("--json", "for programs")
    .action(async (project: string, options: PersonalOptions) => {
      const found = await personal(projectFolder(project), asked(options.policy), options.apply === true);
      const { findings, elsewhere, policies, set } = found;
      if (options.json === true) await terminal.out(`${JSON.stringify({ policies, findings, set }, null, 2)}\n`);
      else await show(findings, terminal);
      if (set.length > 0) terminal.note(`${count(set.length, "mask")} set by ${policyLabels(policies)}.`);
      else if (options.apply === true && findings.every(({ decision }) => decision === "elsewhere"))
        terminal.note(nothingMasked);
      const open = countOpen(findings);
      if (open > 0) terminal.note(`${count(open, "column")} still open: a mask decides, or { keep: reason }.`);
      const others = countOpen(elsewhere);
      if (others > 0)
        terminal.note(
          `${count(others, "open column")} that ${policyLabels(policies)} does not speak of would stop a run, too: --policy all lists them, and masks them with --apply.`,
        );
      if (open > 0 || (others > 0 && options.policy === undefined)) setExitCode(1);
    });
};

const countOpen = (findings: readonly FindingView[]): number =>
  findings.filter(({ decision }) => decision === "open").length;

const policyWords = [...policyIds, "all"] as const;

/** What --policy says; undefined where it is not there. */
function asked(words: string | undefined): readonly PolicyId[] | undefined {
  if (words === undefined) return undefined;
  const ids = words.split(",").map((id) => oneOf(id.trim(), policyWords, "--policy"));
  return policiesInOrder(ids.flatMap((id) => (id === "all" ? policyIds : [id])));
}

const nothingMasked =
  "no mask set: no table takes its rows from the source. Set `mode: mask` for the tables to mask, in seedloom.yaml or in the window.";

interface Personal {
  readonly policies: readonly PolicyId[];
  readonly findings: readonly FindingView[];
  /** Those that the policies do not speak of. */
  readonly elsewhere: readonly FindingView[];
  /** What the policies have set. */
  readonly set: readonly PolicyEdit[];
}

async function personal(folder: string, chosen: readonly PolicyId[] | undefined, apply: boolean): Promise<Personal> {
  const session = await sessionOfProject(folder);
  const own = session.project.policies ?? [];
  const policies = chosen ?? own;
  if (apply && policies.length === 0)
    throw new SeedloomError("usage", "--apply needs policies.", "For example --policy gdpr,pci, or --policy all.");
  const stop = stopSignal();
  try {
    const { plan } = await session.compiled();
    const { findings } = await scanSource(session, plan, stop.signal);
    const set = apply ? policyEdits(plan, findings, policies) : [];
    if (apply) {
      const edits: SingleEdit[] = set.map(({ table, column, choice: { rule } }) => ({
        kind: "set-rule",
        table,
        column,
        rule,
      }));
      edits.push({ kind: "set-policies", policies: [...own, ...policies] });
      session.project = applyEdit(session.project, { kind: "several", label: "", edits });
      await saveSession(session, folder, false);
    }
    const now = (await session.compiled()).plan;
    const views = findingViews(now, findings, session.schema.locked(session.project));
    const counts = ({ regulations }: FindingView): boolean => countsUnder(policies, regulations);
    return { policies, findings: views.filter(counts), elsewhere: views.filter((view) => !counts(view)), set };
  } finally {
    stop.release();
  }
}

async function show(findings: readonly FindingView[], terminal: Terminal): Promise<void> {
  if (findings.length === 0) return terminal.note("no column looks personal.");
  const cells = (name: string, read: (finding: FindingView) => string) => ({
    name,
    align: "start" as const,
    cells: findings.map(read),
  });
  await terminal.out(
    textTable([
      cells("column", ({ table, column }) => `${table}.${column}`),
      cells("looks like", ({ looksLike }) => looksLike),
      cells("sure", ({ confidence }) => (confidence === 0 ? "–" : `${Math.round(Math.min(0.99, confidence) * 100)}%`)),
      cells("law", ({ regulations }) => regulations.join(" ")),
      cells("decided", ({ decision, treatment, reason }) =>
        decision === "open"
          ? "open"
          : decision === "kept"
            ? `kept: ${reason ?? ""}`
            : decision === "masked"
              ? treatment.label
              : "not from the source",
      ),
    ]),
  );
}
