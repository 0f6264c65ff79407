import { assertNever } from "../base/assert-never.ts";
import { SeedloomError } from "../base/errors.ts";
import { policyLabels } from "../rules/personal/policies.ts";
import { policiesInOrder } from "../rules/personal/policy-id.ts";
import { renameGenerator, setGenerator, withRule } from "./custom-generators.ts";
import { own, without } from "./own.ts";
import { renameScenario, setScenario } from "./scenarios.ts";
import type { ProjectEdit, SingleEdit } from "./project-edit.ts";
import type { Project, TableDesign, VirtualKey } from "./project.ts";

/**
 * The project after an edit; what the edit does not name is the same object as before, and an edit that changes nothing
 * returns the project itself. A table's entry goes when it holds nothing any more.
 */
export function applyEdit(project: Project, edit: ProjectEdit): Project {
  return edit.kind === "several" ? edit.edits.reduce(applySingle, project) : applySingle(project, edit);
}

function applySingle(project: Project, edit: SingleEdit): Project {
  switch (edit.kind) {
    case "set-rule": {
      const { column } = edit;
      if (column === "__proto__") throw unnameable();
      if (edit.rule === null) {
        return changeTable(project, edit.table, (table) =>
          Object.hasOwn(table.columns, column) ? { ...table, columns: without(table.columns, column) } : table,
        );
      }
      const { project: changed, rule } = withRule(project, edit.rule);
      return changeTable(changed, edit.table, (table) => ({ ...table, columns: { ...table.columns, [column]: rule } }));
    }
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
    case "set-sample":
      return changeTable(project, edit.table, ({ sample, ...table }) => {
        if (edit.sample !== null) return { ...table, sample: edit.sample };
        return sample === undefined ? undefined : table;
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
    case "set-pinned":
      return changeTable(project, edit.table, ({ pinned, ...table }) => {
        if (edit.pinned.length > 0) return { ...table, pinned: edit.pinned };
        return pinned === undefined ? undefined : table;
      });
    case "set-scenario":
      return setScenario(project, edit.name, edit.scenario);
    case "rename-scenario":
      return renameScenario(project, edit.name, edit.to);
    case "add-key":
      return changeTable(project, edit.table, (table) => ({
        ...table,
        references: [...otherKeys(table, edit.key.columns), edit.key],
      }));
    case "remove-key":
      return changeTable(project, edit.table, ({ references, ...table }) => {
        const rest = otherKeys({ ...table, references }, edit.columns);
        if (rest.length === (references?.length ?? 0)) return undefined;
        return rest.length === 0 ? table : { ...table, references: rest };
      });
    case "set-generator":
      return setGenerator(project, edit.name, edit.generator);
    case "accept-versions":
      return { ...project, accepted: edit.versions };
    case "take-suggestions":
      return { ...project, suggestionsTaken: true };
    case "keep-rules":
      return Object.entries(edit.tables).reduce(keepRules, project);
    case "rename-generator":
      return renameGenerator(project, edit.name, edit.to);
    case "set-exports":
      return { ...project, exports: edit.exports };
    case "set-new-columns": {
      const { newColumns: _old, ...rest } = project;
      return edit.policy === null ? rest : { ...rest, newColumns: edit.policy };
    }
    case "set-policies": {
      const { policies: _old, ...rest } = project;
      return edit.policies.length === 0 ? rest : { ...rest, policies: policiesInOrder(edit.policies) };
    }
    case "migrate": {
      const { taken, tables, scenarios, exports } = edit;
      return { ...project, taken, tables, scenarios, exports };
    }
    default:
      return assertNever(edit);
  }
}

const keepRules = (project: Project, [id, { rows, columns }]: [string, TableDesign]): Project =>
  changeTable(project, id, (table) => ({
    ...table,
    ...(rows === undefined ? {} : { rows }),
    columns: { ...table.columns, ...columns },
  }));

/** A table's undeclared keys but for those over these columns. */
const otherKeys = ({ references = [] }: TableDesign, columns: readonly string[]): readonly VirtualKey[] =>
  references.filter((key) => key.columns.join("\0") !== columns.join("\0"));

/** Changes one table's entry; `change` returns undefined, or the table itself, where nothing changes. */
function changeTable(project: Project, name: string, change: (table: TableDesign) => TableDesign | undefined): Project {
  if (name === "__proto__") throw unnameable();
  const old = own(project.tables, name);
  const table = old ?? { columns: {} };
  const next = change(table);
  if (next === undefined || next === table) return project;
  const empty =
    next.mode === undefined &&
    next.rows === undefined &&
    next.sample === undefined &&
    next.references === undefined &&
    next.pinned === undefined &&
    Object.keys(next.columns).length === 0;
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
          : edit.mode === "mask"
            ? `Mask ${edit.table}`
            : `Use existing rows of ${edit.table}`;
    case "set-sample":
      return edit.sample === null ? `Take all rows of ${edit.table}` : `Set the sample of ${edit.table}`;
    case "set-seed":
      return `Set seed to ${edit.seed}`;
    case "set-now":
      return `Set reference date to ${edit.now}`;
    case "set-locales":
      return `Set locales to ${Object.keys(edit.locales).join(", ")}`;
    case "remove-table":
      return `Remove the settings of ${edit.table}`;
    case "set-pinned":
      return `Set pinned rows of ${edit.table}`;
    case "set-scenario":
      return `${edit.scenario === null ? "Delete" : "Set"} scenario ${edit.name}`;
    case "rename-scenario":
      return `Rename scenario ${edit.name} to ${edit.to}`;
    case "add-key":
      return `Add the key ${edit.table}.${edit.key.columns.join(", ")} to ${edit.key.to}`;
    case "remove-key":
      return `Remove the key ${edit.table}.${edit.columns.join(", ")}`;
    case "set-generator":
      return `${edit.generator === null ? "Delete" : "Set"} custom generator ${edit.name}`;
    case "accept-versions":
      return "Accept the new values";
    case "take-suggestions":
      return "Take the new rules";
    case "keep-rules":
      return "Keep the earlier rules";
    case "rename-generator":
      return `Rename custom generator ${edit.name} to ${edit.to}`;
    case "set-exports":
      return edit.what;
    case "set-new-columns":
      return `Set new columns to ${edit.policy ?? "fail"}`;
    case "set-policies":
      return edit.policies.length === 0 ? "Take back the policies" : `Set policies to ${policyLabels(edit.policies)}`;
    case "migrate":
      return "Migrate to the source's schema";
    default:
      return assertNever(edit);
  }
}
