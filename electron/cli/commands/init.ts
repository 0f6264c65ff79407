import { namedFolder } from "../named-folder.ts";
import { resolve } from "node:path";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { sessionOfSource } from "../../backend/sessions/open-session.ts";
import { saveSession } from "../../backend/sessions/save-session.ts";
import { hasPassword, passwordVariable } from "../../drivers/address-password.ts";
import { holdsProject } from "../../backend/storage/project-folder.ts";
import { dialectOption, sourceHelp, withDialect } from "../script-dialect.ts";
import { count } from "../words.ts";
import type { AddCommand } from "../main.ts";

interface InitOptions {
  readonly out: string;
  readonly force?: true;
  readonly dialect?: string;
}

export const addInit: AddCommand = (program, terminal) => {
  program
    .command("init")
    .description("a project with suggested rules for a source")
    .argument("<source>", sourceHelp)
    .option("--out <folder>", "where the project goes", ".")
    .addOption(dialectOption())
    .option("--force", "replace a project that is there")
    .action(async (given: string, { out, force, dialect }: InitOptions) => {
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
