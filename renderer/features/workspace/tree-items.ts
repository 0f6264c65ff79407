import { nearest } from "../../../shared/base/nearest.ts";
import { alikeNames } from "../../components/alike-names.ts";
import type { SessionView, TableSummary } from "../../../shared/api/views.ts";

export type TreeItem =
  | {
      readonly kind: "group";
      readonly id: string;
      readonly label: string;
      readonly note: string;
      readonly rows: number;
      readonly folded: boolean;
    }
  | {
      readonly kind: "table";
      readonly id: string;
      readonly table: TableSummary;
      readonly group: string;
      readonly alike: boolean;
    }
  | { readonly kind: "view"; readonly id: string; readonly label: string; readonly group: string };

export interface TreeInput {
  readonly view: Pick<SessionView, "name" | "tables" | "views">;
  /** What stands behind the first group's name: the engine. */
  readonly note: string;
  readonly filter: string;
  /** Ids of groups that are folded away; a filter unfolds them. */
  readonly folded: ReadonlySet<string>;
}

/** Whether every word of the filter is somewhere in the name. */
function matches(filter: string): (name: string) => boolean {
  const words = filter.toLowerCase().split(/\s+/u).filter(Boolean);
  return (name) => {
    const lower = name.toLowerCase();
    return words.every((word) => lower.includes(word));
  };
}

const viewsGroup = "views:";

/** The rows of the schema tree, top to bottom: a group for each schema with its tables, then the views. */
export function treeItems({ view, note, filter, folded }: TreeInput): readonly TreeItem[] {
  const isMatch = matches(filter);
  const filtering = filter.trim() !== "";
  const schemas = new Map<string, TableSummary[]>();
  for (const table of view.tables) {
    if (!isMatch(table.name) && !isMatch(table.id)) continue;
    const group = schemas.get(table.schema);
    if (group) group.push(table);
    else schemas.set(table.schema, [table]);
  }
  const several = new Set(view.tables.map(({ schema }) => schema)).size > 1;
  const alikes = alikeNames(view.tables.map(({ name }) => name));
  const items: TreeItem[] = [];
  for (const [schema, tables] of schemas) {
    const id = `schema:${schema}`;
    const isFolded = !filtering && folded.has(id);
    const rows = tables.reduce((sum, table) => sum + table.rowCount, 0);
    items.push({ kind: "group", id, label: several ? schema : view.name, note, rows, folded: isFolded });
    if (!isFolded)
      for (const table of tables)
        items.push({ kind: "table", id: `table:${table.id}`, table, group: id, alike: alikes.has(table.name) });
  }
  const views = view.views.filter(isMatch);
  if (views.length > 0) {
    const isFolded = !filtering && folded.has(viewsGroup);
    items.push({ kind: "group", id: viewsGroup, label: "Views", note: "not filled", rows: 0, folded: isFolded });
    if (!isFolded)
      for (const label of views) items.push({ kind: "view", id: `view:${label}`, label, group: viewsGroup });
  }
  return items;
}

/** The table that a filter without a match was most likely meant to find. */
export function closestTable(filter: string, tables: readonly TableSummary[]): TableSummary | undefined {
  const name = nearest(
    filter.trim(),
    tables.map((table) => table.name),
  );
  return tables.find((table) => table.name === name);
}

/** Where arrow keys lead in the tree; undefined where they change a fold or nothing. */
export function moveInTree(items: readonly TreeItem[], active: number, key: string, page: number): number | undefined {
  const last = items.length - 1;
  const within = (index: number): number => Math.max(0, Math.min(last, index));
  switch (key) {
    case "ArrowDown":
      return within(active + 1);
    case "ArrowUp":
      return within(active - 1);
    case "PageDown":
      return within(active + page);
    case "PageUp":
      return within(active - page);
    case "Home":
      return 0;
    case "End":
      return last;
    case "ArrowLeft": {
      const item = items[active];
      return item && item.kind !== "group" ? items.findIndex(({ id }) => id === item.group) : undefined;
    }
    case "ArrowRight": {
      const item = items[active];
      return item?.kind === "group" && !item.folded ? within(active + 1) : undefined;
    }
    default:
      return undefined;
  }
}
