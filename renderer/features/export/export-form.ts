import type { ExportRequest } from "../../../shared/api/inputs.ts";
import type { SessionView, TableSummary } from "../../../shared/api/views.ts";
import type { ExportFormat, SqlDialectId } from "../../../shared/project/project.ts";
import type { Problem } from "../../../shared/rules/problem.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";
import { folderName, joinPath } from "../../components/join-path.ts";

/** What is written, wherever to. */
export interface RunChoice {
  /** Tables that are left out. */
  readonly without: ReadonlySet<TableId>;
  /** Row counts of this run only. */
  readonly rows: Readonly<Record<TableId, number>>;
}

/** What the export screen asks; plain data, so that leaving the screen loses nothing. */
export interface ExportForm extends RunChoice {
  readonly format: ExportFormat;
  readonly dialect: SqlDialectId;
  readonly folder: string;
}

/** All tables, as many rows as the project says. */
export const everything: RunChoice = { without: new Set(), rows: {} };

/** The tables that can be written at all. */
export const exportable = (view: Pick<SessionView, "tables">): readonly TableSummary[] =>
  view.tables.filter(({ mode }) => mode === "generate");

export const chosenTables = (view: Pick<SessionView, "tables">, { without }: RunChoice): readonly TableSummary[] =>
  exportable(view).filter(({ id }) => !without.has(id));

export const rowsOf = (table: TableSummary, { rows }: RunChoice): number => rows[table.id] ?? table.rowCount;

/** The form that a project starts with: its engine's SQL into `seeds` in its folder. */
export function firstForm(view: SessionView, homeFolder: string): ExportForm {
  const folder =
    view.folder === undefined ? joinPath(homeFolder, `${folderName(view.name)}-seeds`) : joinPath(view.folder, "seeds");
  return { format: "sql", dialect: view.source.engine, folder, ...everything };
}

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

export function exportRequest(view: SessionView, form: ExportForm): ExportRequest {
  return {
    format: form.format,
    folder: form.folder,
    ...(form.format === "sql" ? { dialect: form.dialect } : {}),
    ...runOptions(view, form),
  };
}

/** Errors that stop this run: of a chosen table, or of the project as a whole. */
export function blockingProblems(
  view: Pick<SessionView, "tables" | "problems">,
  choice: RunChoice,
): readonly Problem[] {
  const chosen = new Set(chosenTables(view, choice).map(({ id }) => id));
  return view.problems.filter(
    ({ severity, table }) => severity === "error" && (table === undefined || chosen.has(table)),
  );
}

/** A word as a shell takes it. */
export const quoteWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** The folder as seen from the project's, where it lies inside; a repository may be checked out anywhere. */
function relativeTo(project: string, folder: string): string {
  const start = joinPath(project, "");
  return folder.startsWith(start) && folder.length > start.length ? folder.slice(start.length) : folder;
}

/** The same export on the command line, for a pipeline; it is run in the project's folder. */
export function commandLine(view: SessionView, form: ExportForm): readonly string[] {
  const request = exportRequest(view, form);
  const folder = view.folder === undefined ? form.folder : relativeTo(view.folder, form.folder);
  return [
    `--format ${request.format}`,
    ...(request.dialect !== undefined && request.dialect !== view.source.engine
      ? [`--dialect ${request.dialect}`]
      : []),
    `--out ${quoteWord(folder)}`,
    ...(request.tables ?? []).map((table) => `--table ${quoteWord(table)}`),
    ...Object.entries(request.rows ?? {}).map(([table, rows]) => `--rows ${quoteWord(`${table}=${rows}`)}`),
  ];
}
