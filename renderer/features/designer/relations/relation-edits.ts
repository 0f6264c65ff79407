import type { RelationView, TableView } from "../../../../shared/api/views.ts";
import type { ProjectEdit, SingleEdit } from "../../../../shared/project/project-edit.ts";
import type { GenerateRule, OwnedRows } from "../../../../shared/rules/rule.ts";

/** The relation that gives a column its value. */
export const relationOf = (table: TableView, column: string): RelationView | undefined =>
  table.relations?.find(({ columns }) => columns.includes(column));

/** Rows for each parent that come to about as many as there are now. */
export function rowsPerParent(parent: string, rowCount: number, parentRows: number): OwnedRows {
  const mean = parentRows > 0 && rowCount > 0 ? Math.min(1_000_000, rowCount / parentRows) : 2.5;
  const rounded = Number(mean.toFixed(mean < 10 ? 2 : 0));
  if (mean < 1) return { per: parent, from: 1, to: 1, without: Number((1 - mean).toFixed(4)) };
  const to = Math.min(1_000_000, Math.max(1, Math.ceil(2 * rounded - 1)));
  return (1 + to) / 2 === rounded
    ? { per: parent, from: 1, to, without: 0 }
    : { per: parent, from: 1, to, average: rounded, without: 0 };
}

/** Lays the rows by the parent: so many for each. How parents were picked before is no longer said. */
export function groupRows(table: TableView, relation: RelationView, rule: GenerateRule): ProjectEdit {
  const rows = rowsPerParent(relation.parent, table.rowCount, relation.parentRows);
  const setRows: SingleEdit = { kind: "set-rows", table: table.id, rows };
  const column = relation.columns[0];
  if (rule.params["pick"] === undefined || column === undefined) return setRows;
  const { pick: _, ...params } = rule.params;
  return {
    kind: "several",
    label: `Group rows of ${table.id} by ${relation.parent}`,
    edits: [setRows, { kind: "set-rule", table: table.id, column, rule: { ...rule, params } }],
  };
}

/** As many rows as now, each with a parent of its own choosing. Said in the rule too, since a fixed count alone stays grouped. */
export function freeRows(table: TableView, relation: RelationView, rule: GenerateRule): ProjectEdit {
  const setRows: SingleEdit = { kind: "set-rows", table: table.id, rows: table.rowCount };
  const column = relation.columns[0];
  if (column === undefined) return setRows;
  return {
    kind: "several",
    label: `Free rows of ${table.id} from ${relation.parent}`,
    edits: [
      setRows,
      {
        kind: "set-rule",
        table: table.id,
        column,
        rule: { ...rule, params: { ...rule.params, pick: rule.params["pick"] ?? "uniform" } },
      },
    ],
  };
}

/** How a row finds its parent, in a sentence. */
export function pickWords(relation: RelationView, rule: GenerateRule): string {
  switch (relation.pick) {
    case "owner":
      return `Rows are grouped by ${relation.parent}.`;
    case "tree":
      return "Each row points to an earlier row of the table; the first is the top of the tree.";
    case "root":
      return "Points to the top of the row's branch.";
    case "same-owner":
      return `Picks among the rows of ${relation.parent} that belong to the same owner.`;
    case "owner-of":
      return "Follows from the row that another foreign key points to.";
    case "each once":
      return `Every row of ${relation.parent} at most once: the column is unique.`;
    case "together":
      return "Drawn together with the other columns of a key, so that no combination comes twice.";
    case "free":
      return rule.params["pick"] === "zipf"
        ? "A few parents have most of the rows."
        : rule.params["pick"] === "even"
          ? "All parents have as many rows."
          : "Each row picks its parent by chance.";
  }
}
