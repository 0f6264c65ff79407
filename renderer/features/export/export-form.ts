import type { ExportRequest } from "../../../shared/api/inputs.ts";
import type { SessionView, TableSummary } from "../../../shared/api/views.ts";
import { isOfLoads, type Problem } from "../../../shared/rules/problem.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";

/** What is loaded: which tables, and how many rows; plain data, so that leaving the screen loses nothing. */
export interface RunChoice {
  /** Tables that are left out. */
  readonly without: ReadonlySet<TableId>;
  /** Row counts of this run only. */
  readonly rows: Readonly<Record<TableId, number>>;
}

/** All tables, as many rows as the project says. */
export const everything: RunChoice = { without: new Set(), rows: {} };

/** The tables that can be written at all. */
export const exportable = (view: Pick<SessionView, "tables">): readonly TableSummary[] =>
  view.tables.filter(({ mode }) => mode === "generate" || mode === "mask");

export const chosenTables = (view: Pick<SessionView, "tables">, { without }: RunChoice): readonly TableSummary[] =>
  exportable(view).filter(({ id }) => !without.has(id));

export const rowsOf = (table: TableSummary, { rows }: RunChoice): number => rows[table.id] ?? table.rowCount;

/** The part of a request that says which tables and how many rows; nothing of it where it is all as the project has it. */
export function runOptions(view: SessionView, choice: RunChoice): Pick<ExportRequest, "tables" | "rows"> {
  const chosen = chosenTables(view, choice);
  const overrides = Object.fromEntries(
    chosen.flatMap(({ id }) => {
      const rows = choice.rows[id];
      return rows === undefined ? [] : [[id, rows] as const];
    }),
  );
  return {
    ...(chosen.length === exportable(view).length ? {} : { tables: chosen.map(({ id }) => id) }),
    ...(Object.keys(overrides).length === 0 ? {} : { rows: overrides }),
  };
}

/** What a run takes: tables, and of files the exports by name. */
export interface Taken {
  readonly tables: ReadonlySet<TableId>;
  readonly targets: ReadonlySet<string>;
  /** False: what only a database would refuse stops no files. */
  readonly stopOnErrors: boolean;
}

/** Errors that stop a run: of one of its tables or exports, or of the project as a whole. */
export function blockingProblems(view: Pick<SessionView, "problems">, taken: Taken): readonly Problem[] {
  return view.problems.filter(
    (problem) =>
      problem.severity === "error" &&
      (problem.target === undefined || taken.targets.has(problem.target)) &&
      (problem.table === undefined || taken.tables.has(problem.table)) &&
      (taken.stopOnErrors || !isOfLoads(problem)),
  );
}

/** A word as a shell takes it. */
export const quoteWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
