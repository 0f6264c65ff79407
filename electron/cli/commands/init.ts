import { namedFolder } from "../named-folder.ts";
import { resolve } from "node:path";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { sessionOfSource } from "../../backend/sessions/open-session.ts";
import { saveSession } from "../../backend/sessions/save-session.ts";
import { hasPassword, passwordVariable } from "../../drivers/address-password.ts";
import { holdsProject } from "../../backend/storage/project-folder.ts";
import { dialectOption, sourceHelp, withDialect } from "../script-dialect.ts";
import { count } from "../words.ts";
import { applyEdit } from "../../../shared/project/apply-edit.ts";
import type { Session } from "../../backend/sessions/session.ts";
import { valueRules } from "../../backend/sessions/value-rules.ts";
import { stopSignal } from "../stop-signal.ts";
import type { AddCommand } from "../main.ts";
import type { Terminal } from "../terminal.ts";

interface InitOptions {
  readonly out: string;
  readonly force?: true;
  readonly dialect?: string;
  readonly sampleValues?: true;
  readonly takeLists?: true;
}

export const addInit: AddCommand = (program, terminal) => {
  program
    .command("init")
    .description("a project with suggested rules for a source")
    .argument("<source>", sourceHelp)
    .option("--out <folder>", "where the project goes", ".")
    .addOption(dialectOption())
    .option(
      "--sample-values",
      "look at the first 500 rows of each table, and take the rules that their values speak for",
    )
    .option("--take-lists", "with --sample-values: also rules that list values of columns that do not look personal")
    .option("--force", "replace a project that is there")
    .action(async (given: string, { out, force, dialect, sampleValues, takeLists }: InitOptions) => {
      const folder = resolve(namedFolder(out));
      if (force !== true && (await holdsProject(folder))) {
        throw new SeedloomError(
          "usage",
          `${folder} already holds a project.`,
          "Choose another --out, or replace it with --force.",
        );
      }
      const source = withDialect(given, dialect);
      const session = await sessionOfSource(source);
      if (sampleValues === true) await takeValueRules(session, takeLists === true, terminal);
      await saveSession(session, folder, true);
      const columns = session.model.tables.reduce((sum, table) => sum + table.columns.length, 0);
      terminal.note(
        `wrote a project of ${count(session.model.tables.length, "table")} and ${count(columns, "column")} to ${folder}.`,
      );
      if (hasPassword(source)) {
        terminal.note(
          `the project names its source with \${${passwordVariable}} in the place of the password; set that variable to use it.`,
        );
      }
    });
};

/** Puts the rules that sampled values speak for into the project, and says each with its reason. */
async function takeValueRules(session: Session, listing: boolean, terminal: Terminal): Promise<void> {
  const stop = stopSignal();
  const { rules, message } = await valueRules(session, stop.signal).finally(() => stop.release());
  if (message !== undefined) terminal.note(`not all tables could be looked at: ${message}`);
  const taken = rules.filter(({ lists }) => listing || !lists);
  for (const { table, column, next, reason, lists } of taken) {
    // The options of a list are values of the source, and logs are kept.
    const options = lists ? "" : ` ${next.options}`.trimEnd();
    terminal.note(`${table}.${column}: ${next.label}${options} (${reason})`);
  }
  if (taken.length < rules.length) {
    const left = count(rules.length - taken.length, "rule");
    terminal.note(`left out ${left} that would write values of the source into the project; --take-lists takes them.`);
  }
  session.project = applyEdit(session.project, {
    kind: "several",
    label: "Rules by values",
    edits: taken.map(({ table, column, rule }) => ({ kind: "set-rule", table, column, rule })),
  });
}
