import type { GeneratorCatalogue } from "../generators/generator.ts";
import { applyEdit } from "../project/apply-edit.ts";
import { defaultNewColumns } from "../project/new-columns.ts";
import { own } from "../project/own.ts";
import type { Project } from "../project/project.ts";
import type { Rule } from "../rules/rule.ts";
import { suggestTable } from "../rules/suggest-table.ts";
import { findColumn, findTable, type ColumnModel, type SchemaModel, type TableModel } from "../schema/schema-model.ts";
import { ruleOfPolicy } from "./new-columns.ts";
import type { SchemaDrift } from "./schema-change.ts";

/**
 * The project with the rules that its policy gives new columns of tables it knows. Rows of a masked table come from the source,
 * so that a column which nobody has looked at is made anew there, and never kept. `told` is given a sentence for each.
 */
export function withNewColumns(
  project: Project,
  drift: SchemaDrift,
  after: SchemaModel,
  catalogue: GeneratorCatalogue,
  told: (sentence: string) => void,
): Project {
  const policy = project.newColumns ?? defaultNewColumns;
  return withRules(project, drift, after, (table, column) => {
    const masked = own(project.tables, table.id)?.mode === "mask" && column.generated === undefined;
    const suggested = (): Rule | undefined => suggestTable(table, after, catalogue).get(column.name)?.rule;
    const rule = ruleOfPolicy(policy, column) ?? (masked ? suggested() : undefined);
    told(
      `${table.id}.${column.name} ${rule === undefined ? "gets the rule that is suggested for it" : words[rule.kind]}.`,
    );
    return rule;
  });
}

const words: Readonly<Record<Rule["kind"], string>> = {
  null: "is NULL",
  default: "is left to the database",
  generate: "is made anew",
  mask: "is masked",
  keep: "is kept",
};

/** A project as it is run while its source has columns that nobody has looked at yet: by its policy. */
export function underPolicy(project: Project, drift: SchemaDrift, after: SchemaModel): Project {
  const policy = project.newColumns ?? defaultNewColumns;
  return withRules(project, drift, after, (_table, column) => ruleOfPolicy(policy, column));
}

function withRules(
  project: Project,
  drift: SchemaDrift,
  after: SchemaModel,
  ruleOf: (table: TableModel, column: ColumnModel) => Rule | undefined,
): Project {
  return drift.changes.reduce((now, { kind, what, table: id, column: name }) => {
    const table = kind === "added" && what === "column" ? findTable(after, id) : undefined;
    const column = table && findColumn(table, name ?? "");
    if (table === undefined || column === undefined) return now;
    if (own(own(now.tables, id)?.columns ?? {}, column.name) !== undefined) return now;
    const rule = ruleOf(table, column);
    return rule === undefined ? now : applyEdit(now, { kind: "set-rule", table: id, column: column.name, rule });
  }, project);
}
