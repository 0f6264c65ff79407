import type { SessionView, TableSummary, UpdateResult } from "../../../shared/api/views.ts";
import { availableLocales } from "../../../shared/generators/faker/locales.ts";
import type { Problem } from "../../../shared/rules/problem.ts";
import type { Compiled, Session } from "./session.ts";

export function sessionView(session: Session, compiled: Compiled): SessionView {
  const { source, model } = session;
  return {
    session: session.id,
    revision: compiled.revision,
    name: session.name,
    ...(session.folder === undefined ? {} : { folder: session.folder }),
    ...(session.savedAt === undefined ? {} : { savedAt: session.savedAt }),
    source: {
      label: source.label,
      engine: model.engine,
      connected: source.connected,
      // What had changed when it was opened is settled by a migration.
      ...(source.message === undefined || session.project.taken !== undefined ? {} : { message: source.message }),
    },
    project: session.project,
    ...(session.scenario === undefined ? {} : { scenario: session.scenario }),
    ...findings(session, compiled),
    columnNames: Object.fromEntries(model.tables.map(({ id, columns }) => [id, columns.map(({ name }) => name)])),
    views: model.views.map(({ schema, name }) => (schema === model.defaultSchema ? name : `${schema}.${name}`)),
    availableLocales,
  };
}

/** What an edit has changed. */
export function updateResult(session: Session, compiled: Compiled): UpdateResult {
  return {
    revision: compiled.revision,
    ...findings(session, compiled),
    ...(session.folder === undefined || session.savedAt === undefined ? {} : { savedAt: session.savedAt }),
  };
}

/** What is known to stand against the project: by its rules and numbers, and by the rows that were tried. */
export const openProblems = (session: Session, compiled: Compiled): readonly Problem[] => [
  ...compiled.problems,
  ...session.checks.problems(),
];

/** The same, and what its exports refuse: of those that were changed since, what was found before. */
const allProblems = (session: Session, compiled: Compiled): readonly Problem[] => [
  ...openProblems(session, compiled),
  ...(session.project.exports.length === 0 ? [] : (session.refused?.problems ?? [])),
];

/** Whether the exports are still to be asked what they refuse of a revision. */
export const exportsUnasked = ({ project, refused }: Session, { revision }: Compiled): boolean =>
  project.exports.length > 0 && refused?.revision !== revision;

function findings(
  session: Session,
  compiled: Compiled,
): Pick<UpdateResult, "tables" | "problems" | "drift"> & { readonly checking: boolean } {
  const problems = allProblems(session, compiled);
  const drift = session.schema.report(session.project);
  return {
    tables: tableSummaries(compiled, problems),
    problems,
    ...(drift === undefined ? {} : { drift }),
    checking: session.checks.pending || exportsUnasked(session, compiled),
  };
}

/** A line a table, in the schema's order. */
function tableSummaries({ plan }: Compiled, problems: readonly Problem[]): readonly TableSummary[] {
  const counts = countProblems(problems);
  return plan.design.model.tables.flatMap(({ id, schema, name, columns }): readonly TableSummary[] => {
    const table = plan.tables.get(id);
    if (table === undefined) return [];
    const { mode, rowsEdited, columns: designed } = table.designed;
    return [
      {
        id,
        schema,
        name,
        columnCount: columns.length,
        mode,
        rowCount: mode === "generate" || mode === "mask" ? table.rowCount : 0,
        errors: counts.get(id)?.errors ?? 0,
        warnings: counts.get(id)?.warnings ?? 0,
        edited: designed.filter(({ edited }) => edited).length + (rowsEdited ? 1 : 0),
      },
    ];
  });
}

interface ProblemCount {
  errors: number;
  warnings: number;
}

function countProblems(problems: readonly Problem[]): ReadonlyMap<string, ProblemCount> {
  const counts = new Map<string, ProblemCount>();
  for (const { table, severity } of problems) {
    if (table === undefined) continue;
    const count = counts.get(table) ?? { errors: 0, warnings: 0 };
    counts.set(table, count);
    if (severity === "error") count.errors++;
    else count.warnings++;
  }
  return counts;
}
