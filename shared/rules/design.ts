import type { GeneratorCatalogue } from "../generators/generator.ts";
import type { PinnedRow } from "../project/pinned-row.ts";
import type { Project } from "../project/project.ts";
import type { ColumnModel, SchemaModel, TableId, TableModel } from "../schema/schema-model.ts";
import type { Rows, Rule, Suggestion, TableMode } from "./rule.ts";
import type { Sample } from "./sample-rule.ts";

/** The project laid over what is suggested for a schema: the rule in force for every column. */
export interface Design {
  readonly model: SchemaModel;
  readonly project: Project;
  readonly seed: number;
  readonly tables: ReadonlyMap<TableId, DesignedTable>;
}

export interface DesignedTable {
  readonly table: TableModel;
  readonly mode: TableMode;
  readonly rows: Rows;
  readonly rowsEdited: boolean;
  /** Of a masked table: which of its rows are taken. */
  readonly sample?: Sample;
  /** The table by whose rows these are grouped: from the row rule, else from the suggested one where the count is fixed. */
  readonly owner?: TableId;
  /** The first rows, kept as they are written. */
  readonly pinned?: readonly PinnedRow[];
  /** In table order; generated columns included (their rule is `default`). */
  readonly columns: readonly DesignedColumn[];
}

export interface DesignedColumn {
  readonly column: ColumnModel;
  readonly rule: Rule;
  /** The user set it. */
  readonly edited: boolean;
  readonly suggestion: Suggestion;
  /** The column alone must hold distinct values: a single-column key or unique constraint, or the rule asks for it. */
  readonly unique: boolean;
}

/** Signature of designOf (design-of.ts): pure; the suggestions of a model are cached by its identity. */
export type DesignOf = (
  model: SchemaModel,
  project: Project,
  catalogue: GeneratorCatalogue,
  scenario?: string,
) => Design;
