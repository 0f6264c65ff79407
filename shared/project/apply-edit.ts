import { assertNever } from "../base/assert-never.ts";
import { SeedloomError } from "../base/errors.ts";
import { own, without } from "./own.ts";
import type { ProjectEdit, SingleEdit } from "./project-edit.ts";
import type { Project, TableDesign } from "./project.ts";

/**
 * The project after an edit; what the edit does not name is the same object as before, and an edit that changes nothing
 * returns the project itself. A table's entry goes when it holds nothing any more.
 */
export function applyEdit(project: Project, edit: ProjectEdit): Project {
  return edit.kind === "several" ? edit.edits.reduce(applySingle, project) : applySingle(project, edit);
}

function applySingle(project: Project, edit: SingleEdit): Project {
  switch (edit.kind) {
    case "set-rule":
      return changeTable(project, edit.table, (table) => {
        if (edit.column === "__proto__") throw unnameable();
        if (edit.rule !== null) return { ...table, columns: { ...table.columns, [edit.column]: edit.rule } };
        return Object.hasOwn(table.columns, edit.column)
          ? { ...table, columns: without(table.columns, edit.column) }
          : table;
      });
    case "set-rows":
      return changeTable(project, edit.table, ({ rows, ...table }) => {
        if (edit.rows !== null) return { ...table, rows: edit.rows };
        return rows === undefined ? undefined : table;
      });
    case "set-mode":
      return changeTable(project, edit.table, ({ mode, ...table }) => {
        if (edit.mode !== null) return { ...table, mode: edit.mode };
        return mode === undefined ? undefined : table;
      });
    case "set-seed":
      return edit.seed === project.seed ? project : { ...project, seed: edit.seed };
    case "set-now":
      return edit.now === project.now ? project : { ...project, now: edit.now };
    case "set-locales":
      return { ...project, locales: edit.locales };
    case "remove-table":
      return Object.hasOwn(project.tables, edit.table)
        ? { ...project, tables: without(project.tables, edit.table) }
        : project;
    default:
      return assertNever(edit);
  }
}

/** Changes one table's entry; `change` returns undefined, or the table itself, where nothing changes. */
function changeTable(project: Project, name: string, change: (table: TableDesign) => TableDesign | undefined): Project {
  if (name === "__proto__") throw unnameable();
  const old = own(project.tables, name);
  const table = old ?? { columns: {} };
  const next = change(table);
  if (next === undefined || next === table) return project;
  const empty = next.mode === undefined && next.rows === undefined && Object.keys(next.columns).length === 0;
  if (!empty) return { ...project, tables: { ...project.tables, [name]: next } };
  return old === undefined ? project : { ...project, tables: without(project.tables, name) };
}

const unnameable = (): SeedloomError =>
  new SeedloomError(
    "project-invalid",
    "`__proto__` cannot be a name in a project.",
    "Leave this table or column to its suggested rule.",
  );

/** What an edit does, as undo names it: "Set rule for orders.total_amount". */
export function describeEdit(edit: ProjectEdit): string {
  switch (edit.kind) {
    case "several":
      return edit.label;
    case "set-rule":
      return `${edit.rule === null ? "Reset rule for" : "Set rule for"} ${edit.table}.${edit.column}`;
    case "set-rows":
      return `${edit.rows === null ? "Reset rows of" : "Set rows of"} ${edit.table}`;
    case "set-mode":
      return edit.mode === null || edit.mode === "generate"
        ? `Generate ${edit.table}`
        : edit.mode === "skip"
          ? `Skip ${edit.table}`
          : `Use existing rows of ${edit.table}`;
    case "set-seed":
      return `Set seed to ${edit.seed}`;
    case "set-now":
      return `Set reference date to ${edit.now}`;
    case "set-locales":
      return `Set locales to ${Object.keys(edit.locales).join(", ")}`;
    case "remove-table":
      return `Remove the settings of ${edit.table}`;
    default:
      return assertNever(edit);
  }
}
