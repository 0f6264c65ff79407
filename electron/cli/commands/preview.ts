import { tableReader } from "../../../shared/batches/table-reader.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { decodeUtf8 } from "../../../shared/base/utf8.ts";
import type { ByteBuffer } from "../../../shared/encoders/encoder.ts";
import { formatById } from "../../../shared/encoders/index.ts";
import type { Plan } from "../../../shared/plan/plan.ts";
import type { Problem } from "../../../shared/rules/problem.ts";
import { sessionOfProject } from "../../backend/sessions/open-session.ts";
import { previewPage } from "../../backend/sessions/preview.ts";
import { tablePlan } from "../../backend/sessions/session.ts";
import type { AddCommand } from "../main.ts";
import { parseCount } from "../parse-count.ts";
import { textTable } from "../text-table.ts";
import { count as counted, grouped } from "../words.ts";

interface PreviewOptions {
  readonly table: string;
  readonly start: string;
  readonly count: string;
  readonly json?: true;
}

const most = 100_000;
const pageSize = 1000;

export const addPreview: AddCommand = (program, terminal) => {
  program
    .command("preview")
    .description("rows of a table as an export would write them")
    .argument("[project]", "a project folder", ".")
    .requiredOption("--table <name>", "the table")
    .option("--start <number>", "the first row; rows are numbered from 1", "1")
    .option("--count <number>", "how many rows", "10")
    .option("--json", "for programs: an array with one object a row")
    .action(async (project: string, options: PreviewOptions) => {
      const start = parseCount(options.start, "--start");
      if (start < 1) throw new SeedloomError("usage", "--start takes a row number, and rows are numbered from 1.");
      const asked = parseCount(options.count, "--count");
      if (asked > most)
        throw new SeedloomError(
          "usage",
          `--count takes ${grouped(most)} rows at most.`,
          "For more, use seedloom export.",
        );
      const session = await sessionOfProject(project);
      if (session.source.message !== undefined) terminal.note(session.source.message);
      const { plan, problems } = await session.compiled();
      const { id, rowCount } = tablePlan(plan, options.table);
      for (const line of problemLines(problems, id)) terminal.note(line);
      const count = Math.max(0, Math.min(asked, rowCount - (start - 1)));
      if (count === 0 && asked > 0)
        terminal.note(`${id} has ${grouped(rowCount)} rows; there are none from row ${grouped(start)} on.`);
      if (options.json === true) return await terminal.out(rowsJson(plan, id, start - 1, count));
      for (let at = 0; at < count; at += pageSize) {
        const page = await previewPage(session, {
          session: session.id,
          table: id,
          start: start - 1 + at,
          count: Math.min(pageSize, count - at),
        });
        await terminal.out(textTable(page.columns));
      }
    });
};

const mostLines = 8;

/** What is wrong with the rows of a table, errors first: these are shown, and an export refuses them. */
function problemLines(problems: readonly Problem[], table: string): readonly string[] {
  const own = problems.filter((problem) => problem.table === table || problem.table === undefined);
  const errors = own.filter(({ severity }) => severity === "error");
  const lines = [...errors, ...own.filter(({ severity }) => severity === "warning")].map(
    ({ severity, message, fixes: [fix] }) => `${severity}: ${message}${fix === undefined ? "" : ` Fix: ${fix.label}.`}`,
  );
  const more = lines.length - mostLines;
  return [
    ...(errors.length > 0 ? [`An export refuses rows like these: ${counted(errors.length, "error")}.`] : []),
    ...lines.slice(0, mostLines),
    ...(more > 0 ? [`${counted(more, "more problem")}; \`seedloom check\` lists all.`] : []),
  ];
}

/** Rows as the JSON export writes them, so that integers of any size and decimals keep their digits. */
function rowsJson(plan: Plan, id: string, start: number, count: number): string {
  const { table, written, rowCount } = tablePlan(plan, id);
  const reader = tableReader(plan, id, { batchRows: pageSize });
  const format = formatById("ndjson");
  const { engine, defaultSchema } = plan.design.model;
  const encoder = format?.encoder({ table, columns: written, rowCount, dialect: engine, defaultSchema });
  const out: ByteBuffer = { bytes: new Uint8Array(64 * 1024), length: 0 };
  for (let at = 0; at < count; at += pageSize) {
    encoder?.rows(reader.readRange(start + at, Math.min(pageSize, count - at)), out);
  }
  const lines = decodeUtf8(out.bytes, 0, out.length)
    .split("\n")
    .filter((line) => line !== "");
  return lines.length === 0 ? "[]\n" : `[\n${lines.map((line) => `  ${line}`).join(",\n")}\n]\n`;
}
