import { namedFolder } from "../named-folder.ts";
import { resolve } from "node:path";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { sessionOfSource } from "../../backend/sessions/open-session.ts";
import { saveSession } from "../../backend/sessions/save-session.ts";
import { hasPassword, passwordVariable } from "../../drivers/address-password.ts";
import { holdsProject } from "../../backend/storage/project-folder.ts";
import { dialectOption, sourceHelp, withDialect } from "../script-dialect.ts";
import { count } from "../words.ts";
import { ruleInWords, rulesByValues, rulesToTake, takeRules } from "../value-rules.ts";
import type { AddCommand } from "../main.ts";

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
      if (sampleValues === true) {
        const taken = rulesToTake((await rulesByValues(session, terminal)).rules, takeLists === true, terminal);
        for (const rule of taken) terminal.note(`${rule.table}.${rule.column}: ${ruleInWords(rule)} (${rule.reason})`);
        takeRules(session, taken);
      }
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
