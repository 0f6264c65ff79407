import type { GeneratorCatalogue } from "../generators/generator.ts";
import type { Project, TableDesign } from "../project/project.ts";
import { withVirtualKeys } from "../rules/virtual-keys.ts";
import type { Rule } from "../rules/rule.ts";
import { findColumn, findTable, type SchemaModel, type TableId } from "../schema/schema-model.ts";
import { withNewColumns } from "./with-new-columns.ts";
import { withRenamedGenerators } from "./rename-generators.ts";
import { renamedRule } from "./rename-words.ts";
import { columnNow, tableNow, type Comparison, type SchemaDrift } from "./schema-change.ts";

/** A project made for the schema as it is now, and what became of what it said. Sentences, in the schema's order. */
export interface Migration {
  readonly project: Project;
  readonly moved: readonly string[];
  readonly dropped: readonly string[];
  readonly set: readonly string[];
}

/**
 * Takes a project along with its schema: what was said of a renamed table or column is said of its new name, what was said of
 * one that is gone is dropped, and new columns get what the project's policy says. Nothing else changes. Pure.
 */
export function migrateProject(
  project: Project,
  drift: SchemaDrift,
  { before, after }: Pick<Comparison, "before" | "after">,
  catalogue: GeneratorCatalogue,
): Migration {
  const comparison: Comparison = { before, after, renames: drift.renames };
  const notes = { moved: new Set<string>(), dropped: new Set<string>(), set: new Set<string>() };
  const keyed = withVirtualKeys(before, project);
  const move = (tables: Project["tables"], where: string): Project["tables"] =>
    movedTables(tables, comparison, keyed, catalogue, notes, where);
  const moved: Project = {
    ...project,
    tables: move(project.tables, ""),
    scenarios: Object.fromEntries(
      Object.entries(project.scenarios).map(([name, scenario]) => [
        name,
        { ...scenario, tables: move(scenario.tables, ` in scenario ${name}`) },
      ]),
    ),
    exports: project.exports.flatMap((target, k) =>
      movedExport(target, String(target.name ?? k + 1), comparison, notes),
    ),
  };
  for (const { kind, what, table } of drift.changes) {
    if (kind === "added" && what === "table") notes.set.add(`${table} gets the rules that are suggested for it.`);
  }
  const renamed = withRenamedGenerators(moved, project, drift.renames, keyed, catalogue, (sentence) =>
    notes.moved.add(sentence),
  );
  return {
    project: withNewColumns(renamed, drift, after, catalogue, (sentence) => notes.set.add(sentence)),
    moved: [...notes.moved],
    dropped: [...notes.dropped],
    set: [...notes.set],
  };
}

interface Notes {
  readonly moved: Set<string>;
  readonly dropped: Set<string>;
}

function movedTables(
  tables: Project["tables"],
  comparison: Comparison,
  keyed: SchemaModel,
  catalogue: GeneratorCatalogue,
  notes: Notes,
  where: string,
): Project["tables"] {
  const { before, after, renames } = comparison;
  const entries = Object.entries(tables).flatMap(([id, design]): [TableId, TableDesign][] => {
    const old = findTable(before, id);
    // A table that neither schema has is a problem of its own, and not this change's.
    if (old === undefined) return [[id, design]];
    const now = findTable(after, tableNow(renames, id));
    if (now === undefined) {
      notes.dropped.add(`What was said of ${id}${where}: ${saidOf(design)}.`);
      return [];
    }
    if (now.id !== id) notes.moved.add(`What was said of ${id} is said of ${now.id}${where}.`);
    const columns = Object.entries(design.columns).flatMap(([name, rule]): [string, Rule][] => {
      const renamed = renamedRule(rule, { table: id, renames, model: keyed }, catalogue);
      if (findColumn(old, name) === undefined) return [[name, renamed]];
      const to = columnNow(renames, id, name);
      if (findColumn(now, to) === undefined) {
        notes.dropped.add(`The rule for ${id}.${name}${where}.`);
        return [];
      }
      if (to !== name) notes.moved.add(`The rule for ${id}.${name} is that for ${now.id}.${to}${where}.`);
      else if (JSON.stringify(renamed) !== JSON.stringify(rule))
        notes.moved.add(`The rule for ${now.id}.${to} reads the new names${where}.`);
      return [[to, renamed]];
    });
    const kept = movedRest(design, id, comparison, notes, where);
    const next: TableDesign = { ...kept, columns: Object.fromEntries(columns) };
    const said = Object.keys(next).length > 1 || columns.length > 0 || Object.keys(design.columns).length === 0;
    return said ? [[now.id, next]] : [];
  });
  return Object.fromEntries(entries);
}

/** What a table says besides its rules: rows per owner, undeclared keys, pinned rows. */
function movedRest(
  { columns: _columns, ...design }: TableDesign,
  id: TableId,
  { before, after, renames }: Comparison,
  notes: Notes,
  where: string,
): Omit<TableDesign, "columns"> {
  const there = (table: TableId): boolean =>
    findTable(before, table) === undefined || findTable(after, tableNow(renames, table)) !== undefined;
  const column = (table: TableId, name: string): string => columnNow(renames, table, name);
  const stays = (table: TableId, name: string): boolean => {
    const [old, now] = [findTable(before, table), findTable(after, tableNow(renames, table))];
    if (old === undefined || findColumn(old, name) === undefined) return true;
    return now !== undefined && findColumn(now, column(table, name)) !== undefined;
  };
  let rest: Omit<TableDesign, "columns"> = design;
  const { rows, references, pinned } = design;
  if (typeof rows === "object") {
    if (there(rows.per)) rest = { ...rest, rows: { ...rows, per: tableNow(renames, rows.per) } };
    else {
      const { rows: _gone, ...others } = rest;
      rest = others;
      notes.dropped.add(`The row count of ${id}, which was per row of ${rows.per}${where}.`);
    }
  }
  if (references !== undefined) {
    const kept = references.filter((key) => {
      const holds =
        there(key.to) && key.columns.every((name) => stays(id, name)) && key.key.every((name) => stays(key.to, name));
      if (!holds) notes.dropped.add(`The key ${id} (${key.columns.join(", ")}) to ${key.to}.`);
      return holds;
    });
    const moved = kept.map((key) => ({
      columns: key.columns.map((name) => column(id, name)),
      to: tableNow(renames, key.to),
      key: key.key.map((name) => column(key.to, name)),
    }));
    const { references: _old, ...others } = rest;
    rest = moved.length === 0 ? others : { ...others, references: moved };
  }
  if (pinned !== undefined) {
    rest = {
      ...rest,
      pinned: pinned.map((row) => ({
        ...row,
        values: Object.fromEntries(
          Object.entries(row.values).flatMap(([name, value]) => {
            if (stays(id, name)) return [[column(id, name), value]];
            notes.dropped.add(`${id}.${name} of the pinned row ${row.name}${where}.`);
            return [];
          }),
        ),
      })),
    };
  }
  return rest;
}

const saidOf = (design: TableDesign): string => {
  const rules = Object.keys(design.columns);
  const parts = [
    ...(rules.length === 0 ? [] : [`${rules.length === 1 ? "the rule" : "the rules"} for ${rules.join(", ")}`]),
    ...(design.rows === undefined ? [] : ["its row count"]),
    ...(design.mode === undefined ? [] : ["its mode"]),
    ...(design.pinned === undefined ? [] : ["its pinned rows"]),
    ...(design.references === undefined ? [] : ["its keys"]),
  ];
  return parts.join(", ") || "nothing";
};

function movedExport(
  target: Project["exports"][number],
  name: string,
  { before, after, renames }: Comparison,
  notes: Notes,
): Project["exports"] {
  if (!("tables" in target) || target.tables === undefined) return [target];
  const tables = target.tables.flatMap((id) => {
    const now = findTable(after, tableNow(renames, id));
    if (now !== undefined || findTable(before, id) === undefined) {
      if (now !== undefined && now.id !== id) notes.moved.add(`Export ${name} names ${now.id}, which was ${id}.`);
      return [now?.id ?? id];
    }
    notes.dropped.add(`${id} of export ${name}.`);
    return [];
  });
  if (tables.length > 0 || target.tables.length === 0) return [{ ...target, tables }];
  // Without names it would write every table.
  notes.dropped.add(`Export ${name}: none of its tables is left.`);
  return [];
}
