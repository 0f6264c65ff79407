import type { ExportRequest } from "../../../shared/api/inputs.ts";
import type { SessionView, TableSummary } from "../../../shared/api/views.ts";
import type { ExportFormat, SqlDialectId } from "../../../shared/project/project.ts";
import type { Problem } from "../../../shared/rules/problem.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";
import { folderName, joinPath } from "../../components/join-path.ts";

/** What the export screen asks; plain data, so that leaving the screen loses nothing. */
export interface ExportForm {
  readonly format: ExportFormat;
  readonly dialect: SqlDialectId;
  readonly folder: string;
  /** Tables that are left out. */
  readonly without: ReadonlySet<TableId>;
  /** Row counts of this run only. */
  readonly rows: Readonly<Record<TableId, number>>;
}

/** The tables that can be written at all. */
export const exportable = (view: Pick<SessionView, "tables">): readonly TableSummary[] =>
  view.tables.filter(({ mode }) => mode === "generate");

export const chosenTables = (view: Pick<SessionView, "tables">, form: ExportForm): readonly TableSummary[] =>
  exportable(view).filter(({ id }) => !form.without.has(id));

export const rowsOf = (table: TableSummary, form: ExportForm): number => form.rows[table.id] ?? table.rowCount;

/** The form that a project starts with: its engine's SQL into `seeds` in its folder. */
export function firstForm(view: SessionView, homeFolder: string): ExportForm {
  const folder =
    view.folder === undefined ? joinPath(homeFolder, `${folderName(view.name)}-seeds`) : joinPath(view.folder, "seeds");
  return { format: "sql", dialect: view.source.engine, folder, without: new Set(), rows: {} };
}

export function exportRequest(view: SessionView, form: ExportForm): ExportRequest {
  const chosen = chosenTables(view, form);
  const overrides = Object.fromEntries(
    chosen.flatMap(({ id }) => {
      const rows = form.rows[id];
      return rows === undefined ? [] : [[id, rows] as const];
    }),
  );
  return {
    format: form.format,
    folder: form.folder,
    ...(form.format === "sql" ? { dialect: form.dialect } : {}),
    ...(chosen.length === exportable(view).length ? {} : { tables: chosen.map(({ id }) => id) }),
    ...(Object.keys(overrides).length === 0 ? {} : { rows: overrides }),
  };
}

/** Errors that stop this export: of a chosen table, or of the project as a whole. */
export function blockingProblems(view: Pick<SessionView, "tables" | "problems">, form: ExportForm): readonly Problem[] {
  const chosen = new Set(chosenTables(view, form).map(({ id }) => id));
  return view.problems.filter(
    ({ severity, table }) => severity === "error" && (table === undefined || chosen.has(table)),
  );
}

const quote = (word: string): string =>
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
    `--out ${quote(folder)}`,
    ...(request.tables ?? []).map((table) => `--table ${quote(table)}`),
    ...Object.entries(request.rows ?? {}).map(([table, rows]) => `--rows ${quote(`${table}=${rows}`)}`),
  ];
}
