import type { Batch } from "../../../shared/batches/batch.ts";
import { tableReader } from "../../../shared/batches/table-reader.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { decodeUtf8 } from "../../../shared/base/utf8.ts";
import type { ByteBuffer } from "../../../shared/encoders/encoder.ts";
import { formatById } from "../../../shared/encoders/index.ts";
import type { Plan } from "../../../shared/plan/plan.ts";
import type { Problem } from "../../../shared/rules/problem.ts";
import type { ColumnModel, TableId } from "../../../shared/schema/schema-model.ts";
import { cellText } from "../../../shared/vectors/cells.ts";
import { alignOf } from "../../backend/privacy/masked-page.ts";
import { withMaskedSource } from "../../backend/privacy/masked-source.ts";
import { sessionOfProject } from "../../backend/sessions/open-session.ts";
import { tablePlan } from "../../backend/sessions/session.ts";
import { maskRootOf } from "../../backend/storage/mask-key.ts";
import type { AddCommand } from "../main.ts";
import { parseCount } from "../parse-count.ts";
import { stopSignal } from "../stop-signal.ts";
import type { Terminal } from "../terminal.ts";
import { textTable, type TextColumn } from "../text-table.ts";
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
    .description("rows of a table as an export would write them; masked ones with the key in SEEDLOOM_KEY")
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
      const { id, masked, rowCount } = tablePlan(plan, options.table);
      for (const line of problemLines(problems, id)) terminal.note(line);
      const rows = { id, start: start - 1, asked, json: options.json === true };
      if (masked === undefined) return await show({ ...rows, plan, rowCount, read: readerOf(plan, id) }, terminal);
      const key = await maskRootOf(process.env);
      const stop = stopSignal();
      await withMaskedSource(session, { signal: stop.signal, ...(key === undefined ? {} : { key }) }, (source) => {
        const table = tablePlan(source.plan, id);
        const read = (from: number, count: number) => source.batch(table, from, count);
        return show({ ...rows, plan: source.plan, rowCount: table.rowCount, read }, terminal);
      }).finally(() => stop.release());
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

interface Rows {
  readonly plan: Plan;
  readonly id: TableId;
  readonly rowCount: number;
  /** 0-based number of the first row, and how many are asked for. */
  readonly start: number;
  readonly asked: number;
  readonly json: boolean;
  readonly read: (start: number, count: number) => Batch | Promise<Batch>;
}

function readerOf(plan: Plan, id: TableId): Rows["read"] {
  const reader = tableReader(plan, id, { batchRows: pageSize });
  return (start, count) => reader.readRange(start, count);
}

async function show(rows: Rows, terminal: Terminal): Promise<void> {
  const { plan, id, rowCount, start, asked, json, read } = rows;
  const count = Math.max(0, Math.min(asked, rowCount - start));
  if (count === 0 && asked > 0)
    terminal.note(`${id} has ${grouped(rowCount)} rows; there are none from row ${grouped(start + 1)} on.`);
  if (json) return await terminal.out(await rowsJson(rows, count));
  for (let at = 0; at < count; at += pageSize) {
    const size = Math.min(pageSize, count - at);
    const batch = await read(start + at, size);
    await terminal.out(
      textTable(tablePlan(plan, id).designed.columns.map(({ column }) => textsOf(batch, column, size))),
    );
  }
}

/** A column as text; without values where the database fills it. */
function textsOf({ columns, vectors }: Batch, column: ColumnModel, count: number): TextColumn {
  const vector = vectors[columns.findIndex(({ name }) => name === column.name)];
  const cells = Array.from({ length: count }, (_, i) => (vector === undefined ? null : cellText(vector, i)));
  return { name: column.name, align: alignOf(column), cells };
}

/** Rows as the JSON export writes them, so that integers of any size and decimals keep their digits. */
async function rowsJson({ plan, id, start, read }: Rows, count: number): Promise<string> {
  const { table, written, rowCount } = tablePlan(plan, id);
  const format = formatById("ndjson");
  const { engine, defaultSchema } = plan.design.model;
  const encoder = format?.encoder({ table, columns: written, rowCount, dialect: engine, defaultSchema });
  const out: ByteBuffer = { bytes: new Uint8Array(64 * 1024), length: 0 };
  for (let at = 0; at < count; at += pageSize) {
    encoder?.rows(await read(start + at, Math.min(pageSize, count - at)), out);
  }
  const lines = decodeUtf8(out.bytes, 0, out.length)
    .split("\n")
    .filter((line) => line !== "");
  return lines.length === 0 ? "[]\n" : `[\n${lines.map((line) => `  ${line}`).join(",\n")}\n]\n`;
}
