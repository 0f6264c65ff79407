import type { FindingView, PolicyEdit } from "../../../shared/api/privacy-views.ts";
import { policyIdSchema } from "../../../shared/api/privacy-views.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { applyEdit } from "../../../shared/project/apply-edit.ts";
import { countsUnder, policies, type PolicyId } from "../../../shared/rules/personal/policies.ts";
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
    .option("--policy <names>", `only what these speak of: ${policyIdSchema.options.join(", ")}, with commas`)
    .option("--apply", "with --policy: set what they ask for in every column that is open")
    .option("--json", "for programs")
    .action(async (project: string, options: PersonalOptions) => {
      const chosen = (options.policy?.split(",") ?? []).map((id) =>
        oneOf(id.trim(), policyIdSchema.options, "--policy"),
      );
      if (options.apply === true && chosen.length === 0)
        throw new SeedloomError("usage", "--apply needs --policy.", "For example --policy gdpr,pci.");
      const found = await personal(projectFolder(project), chosen, options.apply === true);
      if (options.json === true) await terminal.out(`${JSON.stringify(found, null, 2)}\n`);
      else await show(found.findings, terminal);
      if (found.set.length > 0) terminal.note(`${count(found.set.length, "mask")} set by ${labels(chosen)}.`);
      else if (options.apply === true && found.findings.every(({ decision }) => decision === "elsewhere"))
        terminal.note(nothingMasked);
      const open = found.findings.filter(({ decision }) => decision === "open").length;
      if (open > 0) {
        setExitCode(1);
        terminal.note(`${count(open, "column")} still open: a mask decides, or { keep: reason }.`);
      }
    });
};

const nothingMasked =
  "no mask set: no table takes its rows from the source. Set `mode: mask` for the tables to mask, in seedloom.yaml or in the window.";

interface Personal {
  readonly findings: readonly FindingView[];
  /** What the policies have set. */
  readonly set: readonly PolicyEdit[];
}

async function personal(folder: string, chosen: readonly PolicyId[], apply: boolean): Promise<Personal> {
  const session = await sessionOfProject(folder);
  const stop = stopSignal();
  try {
    const { plan } = await session.compiled();
    const { findings } = await scanSource(session, plan, stop.signal);
    const set = apply ? policyEdits(plan, findings, chosen) : [];
    if (set.length > 0) {
      const edits = set.map(({ table, column, choice: { rule } }) => ({
        kind: "set-rule" as const,
        table,
        column,
        rule,
      }));
      session.project = applyEdit(session.project, { kind: "several", label: "", edits });
      await saveSession(session, folder, false);
    }
    const views = findingViews((await session.compiled()).plan, findings);
    return { findings: views.filter(({ regulations }) => countsUnder(chosen, regulations)), set };
  } finally {
    stop.release();
  }
}

const labels = (chosen: readonly PolicyId[]): string => chosen.map((id) => policies[id].label).join(", ");

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
      cells("sure", ({ confidence }) => `${Math.round(Math.min(0.99, confidence) * 100)}%`),
      cells("law", ({ regulations }) => regulations.join(" ")),
      cells("decided", ({ decision, treatment, reason }) =>
        decision === "open"
          ? "open"
          : decision === "kept"
            ? `kept: ${reason ?? ""}`
            : decision === "masked"
              ? treatment.label
              : "not exported",
      ),
    ]),
  );
}
