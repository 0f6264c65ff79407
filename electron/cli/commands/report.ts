import { resolve } from "node:path";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { withMaskedSource } from "../../backend/privacy/masked-source.ts";
import { reportHtml } from "../../backend/privacy/report-html.ts";
import { privacyReport } from "../../backend/privacy/report.ts";
import { sessionOfProject } from "../../backend/sessions/open-session.ts";
import { maskRootOf } from "../../backend/storage/mask-key.ts";
import { projectFolder } from "../../backend/storage/project-folder.ts";
import { writeFileAtomic } from "../../sinks/write-file-atomic.ts";
import type { AddCommand } from "../main.ts";
import { stopSignal } from "../stop-signal.ts";
import { count } from "../words.ts";

interface ReportOptions {
  readonly out: string;
  readonly from?: string;
  readonly sample?: true;
  readonly scenario?: string;
}

export const addReport: AddCommand = (program, terminal) => {
  program
    .command("report")
    .description("a privacy report of a project: findings, decisions, masks, leaks, k-anonymity; no value is in it")
    .argument("[project]", "a project folder", ".")
    .requiredOption("--out <file>", "what to write: a name that ends in .html or .json")
    .option("--from <address>", "where the rows are; the project's source by default")
    .option("--scenario <name>", "a scenario of the project")
    .option("--sample", "look at a sample of each table only")
    .action(async (project: string, { out, from, sample, scenario }: ReportOptions) => {
      const html = /[.]html?$/iu.test(out);
      if (!html && !/[.]json$/iu.test(out)) {
        throw new SeedloomError("usage", `${out} is neither .html nor .json.`, "The name says what is written.");
      }
      const session = await sessionOfProject(projectFolder(project), async (address) => from ?? address);
      session.scenario = scenario;
      const key = await maskRootOf(process.env);
      const stop = stopSignal();
      const scope = sample === true ? "sample" : "all";
      const report = await withMaskedSource(
        session,
        { signal: stop.signal, ...(key === undefined ? {} : { key }) },
        (source) => privacyReport(session, source, { scope, key }),
      ).finally(() => stop.release());
      await writeFileAtomic(resolve(out), html ? reportHtml(report) : `${JSON.stringify(report, null, 2)}\n`);
      const { findings, open } = report.decided;
      terminal.note(
        `wrote ${out}: ${count(findings, "personal column")}, ${open} open; ${count(report.checks.leaks.leaks.length, "leak")}.`,
      );
    });
};
