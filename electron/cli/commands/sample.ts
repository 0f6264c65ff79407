import { stepWords, type SampleCounts, type SampleStep } from "../../../shared/api/sample-views.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { jobSpec } from "../../backend/exports.ts";
import { sessionOfProject } from "../../backend/sessions/open-session.ts";
import { tablePlan } from "../../backend/sessions/session.ts";
import { wholeTables } from "../../../shared/plan/sample/sample-plan.ts";
import { openSource } from "../../drivers/open-source.ts";
import { loadPlan } from "../../jobs/load-plan.ts";
import { countRows } from "../../jobs/prepare-masking.ts";
import { openSample } from "../../jobs/sample/sampled-source.ts";
import { whyHere } from "../../jobs/sample/why-here.ts";
import type { AddCommand } from "../main.ts";
import { parseCount } from "../parse-count.ts";
import { sampleHelp, withSamples } from "../sample-option.ts";
import { stopSignal } from "../stop-signal.ts";
import { textTable } from "../text-table.ts";
import { grouped } from "../words.ts";

interface SampleOptions {
  readonly from?: string;
  readonly scenario?: string;
  readonly sample: readonly string[];
  readonly table?: string;
  readonly row?: string;
  readonly json?: true;
}

const collect = (word: string, words: readonly string[]): readonly string[] => [...words, word];

export const addSample: AddCommand = (program, terminal) => {
  program
    .command("sample")
    .description("how many rows of the source a project takes of each table, and why a row is among them")
    .argument("[project]", "a project folder", ".")
    .option("--from <address>", "where the rows come from; the project's source by default")
    .option("--scenario <name>", "a scenario of the project")
    .option("--sample <table:what>", sampleHelp, collect, [])
    .option("--table <name>", "of this table, say why --row is taken")
    .option("--row <number>", "its number in the sample; rows are numbered from 1")
    .option("--json", "for programs: the counts, or the chain of rows")
    .action(async (project: string, options: SampleOptions) => {
      const answer = await look(project, options);
      if (options.json === true) await terminal.out(`${JSON.stringify(answer, null, 2)}\n`);
      else if ("tables" in answer) await terminal.out(countsText(answer));
      else await terminal.out(chainText(answer.chain));
    });
};

type Answer = SampleCounts | { readonly chain: readonly SampleStep[] };

async function look(project: string, options: SampleOptions): Promise<Answer> {
  const { table, row } = options;
  if ((table === undefined) !== (row === undefined)) {
    throw new SeedloomError("usage", "Say --table and --row together: the row whose reason is wanted.");
  }
  const session = await sessionOfProject(project, async (address) => options.from ?? address);
  if (!session.source.connected) {
    const message = session.source.message ?? "The source cannot be read.";
    throw new SeedloomError("source-unreadable", message, "Say --from ADDRESS.");
  }
  session.project = withSamples(session.project, session.model, options.sample);
  const { scenario } = options;
  const plan = await loadPlan(jobSpec(session, { format: "sql", ...(scenario === undefined ? {} : { scenario }) }));
  const stop = stopSignal();
  const source = await openSource(session.source.path);
  try {
    const sample = await openSample(source, plan.design, stop.signal);
    if (sample === undefined) {
      throw new SeedloomError(
        "export-blocked",
        "The project takes all rows of its masked tables.",
        "Say `sample` for a table in the project, or --sample customers:100.",
      );
    }
    if (table === undefined || row === undefined) {
      const tables: SampleCounts["tables"][number][] = [];
      for (const [id, rows] of sample.rows)
        tables.push({
          table: id,
          rows: rows.size,
          chosen: rows.chosen,
          of: await countRows(source, rows, stop.signal),
        });
      const whole: SampleCounts["whole"][number][] = [];
      for (const model of wholeTables(plan.design, sample.plan))
        whole.push({ table: model.id, rows: await countRows(source, { table: model }, stop.signal) });
      return { tables, whole };
    }
    const number = parseCount(row, "--row");
    if (number < 1) throw new SeedloomError("usage", "--row takes a row number, and rows are numbered from 1.");
    const at = { table: tablePlan(plan, table).id, row: number - 1 };
    return { chain: await whyHere(sample, plan, at, stop.signal) };
  } finally {
    stop.release();
    await source.close();
  }
}

function countsText({ tables, whole }: SampleCounts): string {
  const all = [
    ...tables.map(({ chosen, ...table }) => ({ ...table, chosen: grouped(chosen) })),
    // No key connects these with the others.
    ...whole.map(({ table, rows }) => ({ table, rows, of: rows, chosen: "all" })),
  ];
  return textTable([
    { name: "table", align: "start", cells: all.map(({ table }) => table) },
    { name: "chosen", align: "end", cells: all.map(({ chosen }) => chosen) },
    { name: "rows", align: "end", cells: all.map(({ rows }) => grouped(rows)) },
    { name: "of", align: "end", cells: all.map(({ of }) => grouped(of)) },
  ]);
}

function chainText(chain: readonly SampleStep[]): string {
  return chain
    .map((step, at) => {
      const key = step.key === undefined ? "" : ` (${step.key})`;
      return `${"  ".repeat(at)}${step.table} row ${grouped(step.row + 1)}${key}: ${stepWords(step, chain[at - 1])}\n`;
    })
    .join("");
}
