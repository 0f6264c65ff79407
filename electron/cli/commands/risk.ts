import {
  groupSizes,
  type ReachView,
  type RiskFigures,
  type RiskView,
} from "../../../shared/api/privacy-check-views.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { applyEdit } from "../../../shared/project/apply-edit.ts";
import type { SingleEdit } from "../../../shared/project/project-edit.ts";
import { withMaskedSource } from "../../backend/privacy/masked-source.ts";
import { reach } from "../../backend/privacy/reach.ts";
import { tableRisk } from "../../backend/privacy/risk.ts";
import { sessionOfProject } from "../../backend/sessions/open-session.ts";
import { saveSession } from "../../backend/sessions/save-session.ts";
import type { Session } from "../../backend/sessions/session.ts";
import { maskRootOf } from "../../backend/storage/mask-key.ts";
import { projectFolder } from "../../backend/storage/project-folder.ts";
import type { AddCommand } from "../main.ts";
import { parseWhole } from "../parse-count.ts";
import { stopSignal } from "../stop-signal.ts";
import { count, grouped } from "../words.ts";

interface RiskOptions {
  readonly table: string;
  readonly quasi?: string;
  readonly sensitive?: string;
  readonly reach?: string;
  readonly apply?: true;
  readonly least?: string;
  readonly scenario?: string;
  readonly from?: string;
  readonly json?: true;
}

export const addRisk: AddCommand = (program, terminal) => {
  program
    .command("risk")
    .description("who could be singled out: k-anonymity, l-diversity and t-closeness of a masked table")
    .argument("[project]", "a project folder", ".")
    .requiredOption("--table <name>", "the table")
    .option("--quasi <columns>", "columns that together could tell who somebody is: a,b,address_id.city_id.city")
    .option("--sensitive <column>", "a column that must not be told by them")
    .option("--reach <k>", "find the least that makes every row look like k - 1 others")
    .option("--apply", "with --reach: write what it found into the project")
    .option("--least <k>", "fail where k is smaller after masking")
    .option("--scenario <name>", "a scenario of the project")
    .option("--from <address>", "where the rows are; the project's source by default")
    .option("--json", "for programs")
    .action(async (project: string, options: RiskOptions) => {
      const least = options.least === undefined ? undefined : parseWhole(options.least, "--least", 1, 1_000_000);
      const wanted = options.reach === undefined ? undefined : parseWhole(options.reach, "--reach", 2, 1000);
      if (options.apply === true && (wanted === undefined || options.from !== undefined)) {
        throw new SeedloomError("usage", "--apply needs --reach, and the project's own source.");
      }
      const folder = projectFolder(project);
      const session = await sessionOfProject(folder, async (address) => options.from ?? address);
      session.scenario = options.scenario;
      const key = await maskRootOf(process.env);
      const stop = stopSignal();
      const { risk, reached } = await withMaskedSource(
        session,
        { signal: stop.signal, ...(key === undefined ? {} : { key }) },
        async (source) => {
          const { table, sensitive } = options;
          const quasi = options.quasi?.split(",").map((path) => path.trim());
          const found = await tableRisk(source, { table, quasi, sensitive });
          if (found.quasi.length === 0) throw noColumns(table);
          if (wanted === undefined) return { risk: found };
          return {
            risk: found,
            reached: await reach(source, session.project, { table, quasi: found.quasi, k: wanted }),
          };
        },
      ).finally(() => stop.release());
      if (reached !== undefined && options.apply === true) await apply(session, folder, reached.edits);
      await terminal.out(
        options.json === true
          ? `${JSON.stringify({ ...risk, ...(reached === undefined ? {} : { reach: reached }) }, null, 2)}\n`
          : words(risk, reached),
      );
      const { k } = reached !== undefined && options.apply === true ? reached.figures : risk.masked;
      if (least !== undefined && k < least) {
        throw new SeedloomError(
          "check-failed",
          `k is ${k} after masking, and ${least} is asked for.`,
          `--reach ${least} finds what would do.`,
        );
      }
    });
};

const noColumns = (table: string): SeedloomError =>
  new SeedloomError(
    "usage",
    `No column of ${table} looks like one that together with others tells who somebody is.`,
    "Name some: --quasi birth_date,postal_code.",
  );

async function apply(session: Session, folder: string, edits: readonly SingleEdit[]): Promise<void> {
  session.project = edits.reduce((project, edit) => applyEdit(project, edit), session.project);
  await saveSession(session, folder, false);
}

function words(risk: RiskView | Omit<RiskView, "revision">, reached: ReachView | undefined): string {
  const { table, quasi, looked, rows, source, masked, sensitive } = risk;
  const lines = [
    `${table} over ${quasi.join(", ")}: ${count(looked, "row")}${looked < rows ? ` of ${grouped(rows)}` : ""}`,
    `k = ${grouped(masked.k)} (source ${grouped(source.k)}), ${count(masked.uniqueRows, "unique row")} (source ${grouped(source.uniqueRows)})`,
    `groups by size: ${groupSizes.map(({ label }, i) => `${label}: ${grouped(masked.groups[i] ?? 0)} (${grouped(source.groups[i] ?? 0)})`).join(", ")}`,
    ...(sensitive === undefined ? [] : disclosed(sensitive, masked)),
  ];
  if (reached !== undefined) {
    lines.push(`k = ${grouped(reached.figures.k)} with:`);
    for (const { path, label } of reached.steps) lines.push(`  ${path}: ${label}`);
  }
  return lines.map((line) => `${line}\n`).join("");
}

const disclosed = (sensitive: string, { disclosure }: RiskFigures): readonly string[] =>
  disclosure === undefined
    ? []
    : [
        `${sensitive}: l = ${disclosure.distinct} (entropy ${disclosure.entropy.toFixed(3)}), t = ${disclosure.closeness.toFixed(3)}`,
      ];
