import { changeWords } from "../../../shared/drift/change-words.ts";
import { migrateFolder, type FolderMigration } from "../../backend/migrate-folder.ts";
import { readModel } from "../../backend/open-model.ts";
import { sessionOfProject } from "../../backend/sessions/open-session.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { SchemaModel } from "../../../shared/schema/schema-model.ts";
import { refuseOtherEngine, reportDrift, saidRenames } from "../drift-report.ts";
import type { AddCommand } from "../main.ts";
import type { Terminal } from "../terminal.ts";
import { count } from "../words.ts";

interface MigrateOptions {
  readonly against?: string;
  readonly rename: readonly string[];
  readonly dryRun?: true;
  readonly json?: true;
}

const collect = (word: string, words: readonly string[]): readonly string[] => [...words, word];

export const addMigrate: AddCommand = (program, terminal) => {
  program
    .command("migrate")
    .description("take over a changed schema: rules follow renamed tables and columns, those of removed ones go")
    .argument("[project]", "a project folder", ".")
    .option("--against <source>", "the schema to take over, where it is not that of the project's source")
    .option(
      "--rename <old=new>",
      "what a table or column is called now, where the guess is wrong (repeatable)",
      collect,
      [],
    )
    .option("--dry-run", "say what would change, and write nothing")
    .option("--json", "for programs")
    .action(async (project: string, options: MigrateOptions) => {
      const after = await schemaToTake(project, options.against);
      let before: SchemaModel | undefined;
      const migration = await migrateFolder(project, after, (locked) => {
        before = locked;
        refuseOtherEngine(locked, after);
        return saidRenames(options.rename, locked);
      });
      const said = saidRenames(options.rename, before);
      const report = reportDrift(migration.project, before, after, said);
      if (options.dryRun !== true && migration.drift.changes.length > 0) await migration.write();
      if (options.json === true) {
        const { moved, dropped, set, drift } = migration;
        const written = options.dryRun !== true;
        await terminal.out(
          `${JSON.stringify({ changes: drift.changes, renames: drift.renames, moved, dropped, set, written }, null, 2)}\n`,
        );
        return;
      }
      await terminal.out(
        (report?.changes ?? [])
          .map((change) => `drift: ${changeWords({ ...change, breaks: [], settled: false })}\n`)
          .join(""),
      );
      await print(migration, options.dryRun === true, terminal);
    });
};

async function schemaToTake(project: string, against: string | undefined): Promise<SchemaModel> {
  if (against !== undefined) return (await readModel(against)).model;
  const { model, source } = await sessionOfProject(project);
  if (source.connected) return model;
  throw new SeedloomError(
    "source-unreadable",
    source.message ?? "The source cannot be read.",
    "Put the source back, or name another: --against SOURCE.",
  );
}

async function print({ moved, dropped, set, drift }: FolderMigration, dry: boolean, terminal: Terminal): Promise<void> {
  if (drift.changes.length === 0) return terminal.note("the schema has not changed: there is nothing to migrate.");
  const lines = [
    ...moved.map((sentence) => `moved: ${sentence}`),
    ...dropped.map((sentence) => `dropped: ${sentence}`),
    ...set.map((sentence) => `new: ${sentence}`),
  ];
  await terminal.out(lines.map((line) => `${line}\n`).join(""));
  const changes = count(drift.changes.length, "change");
  terminal.note(
    dry ? `${changes}; nothing was written, since this was a dry run.` : `took over ${changes} of the schema.`,
  );
}
