import type { TableSummary } from "../../../shared/api/views.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";
import { isAvailable, type Command } from "../../commands/command.ts";
import { fuzzyMatch, fuzzySearch, searchable, type Searchable } from "./fuzzy.ts";
import { parsePaletteQuery, rowMeant } from "./palette-query.ts";

/** Something that Enter does. `marks` are positions in `label` that matched. */
interface ItemBase {
  readonly id: string;
  readonly label: string;
  readonly marks: readonly number[];
}
export type PaletteItem =
  | (ItemBase & { readonly kind: "row"; readonly table: TableSummary; readonly row: number })
  | (ItemBase & { readonly kind: "table"; readonly table: TableSummary })
  | (ItemBase & { readonly kind: "column"; readonly table: TableSummary; readonly column: string })
  | (ItemBase & { readonly kind: "set-rows"; readonly table: TableSummary; readonly rows: number })
  | (ItemBase & { readonly kind: "command"; readonly command: Command });

export interface PaletteGroup {
  readonly label: string;
  readonly items: readonly PaletteItem[];
}

interface ColumnPlace {
  readonly table: TableSummary;
  readonly column: string;
}

/** What can be found by name, prepared once: a schema may have a hundred thousand columns. */
export interface PaletteIndex {
  readonly tables: readonly Searchable<TableSummary>[];
  readonly columns: readonly Searchable<ColumnPlace>[];
}

export function paletteIndex(
  tables: readonly TableSummary[],
  columns: Readonly<Record<TableId, readonly string[]>>,
): PaletteIndex {
  return {
    tables: tables.map((table) => searchable(table, table.id)),
    columns: tables.flatMap((table) =>
      (columns[table.id] ?? []).map((column) => searchable({ table, column }, `${table.id}.${column}`)),
    ),
  };
}

export interface PaletteInput {
  readonly typed: string;
  readonly index: PaletteIndex;
  readonly selected: TableId | null;
  readonly commands: readonly Command[];
  /** A whole number with separators. */
  readonly format: (value: number) => string;
  /** In [0, 1): for `?`, a random row. */
  readonly random: () => number;
}

/** Builds a label and marks the parts that answer what was typed. */
function marked(...parts: readonly (string | { readonly mark: string })[]): Pick<ItemBase, "label" | "marks"> {
  let label = "";
  const marks: number[] = [];
  for (const part of parts) {
    if (typeof part === "string") label += part;
    else {
      for (let k = 0; k < part.mark.length; k++) marks.push(label.length + k);
      label += part.mark;
    }
  }
  return { label, marks };
}

/** Up to `most` tables that "orders" in "orders row 50m" may mean: the best match, or the selected one where none is named. */
function tablesMeant(words: string, { index, selected }: PaletteInput, most: number): readonly TableSummary[] {
  const exact = index.tables.filter(({ text, lower }) =>
    words === "" ? text === selected : lower === words.toLowerCase(),
  );
  const meant = words === "" || exact.length > 0 ? exact : fuzzySearch(words, index.tables, most);
  return meant.map(({ item }) => item);
}

function rowItems(input: PaletteInput, most: number): readonly PaletteItem[] {
  const { row } = parsePaletteQuery(input.typed);
  if (!row) return [];
  return tablesMeant(row.table, input, most).flatMap((table): PaletteItem[] => {
    const meant = rowMeant(row.row, table.rowCount, input.random);
    if (!meant) return [];
    const number = { mark: input.format(meant.row + 1) };
    if (!meant.beyond) {
      const text = marked("Go to row ", number, " of ", { mark: table.id });
      return [{ kind: "row", id: `row:${table.id}`, table, row: meant.row, ...text }];
    }
    const text = marked("Set row count of ", { mark: table.id }, " to ", number);
    return [{ kind: "set-rows", id: `rows:${table.id}`, table, rows: meant.row + 1, ...text }];
  });
}

function tableItems(query: string, index: PaletteIndex, most: number): readonly PaletteItem[] {
  return fuzzySearch(query, index.tables, most).map(({ item, match }) => ({
    kind: "table",
    id: `table:${item.id}`,
    table: item,
    label: item.id,
    marks: match.positions,
  }));
}

function columnItems(query: string, { index, selected }: PaletteInput, most: number): readonly PaletteItem[] {
  // Nothing typed after @: the columns at hand.
  const all = query === "" ? index.columns.filter(({ item }) => item.table.id === selected) : index.columns;
  return fuzzySearch(query, all, most).map(({ item, match }) => ({
    kind: "column",
    id: `column:${item.table.id}.${item.column}`,
    table: item.table,
    column: item.column,
    label: `${item.table.id}.${item.column}`,
    marks: match.positions,
  }));
}

function commandItems(query: string, commands: readonly Command[], most: number): readonly PaletteItem[] {
  // The palette is open already.
  const available = commands.filter((command) => command.id !== "palette.open" && isAvailable(command));
  const things = available.map((command) => searchable(command, `${command.label} ${command.keywords ?? ""}`));
  return fuzzySearch(query, things, most).map(({ item }) => ({
    kind: "command",
    id: `command:${item.id}`,
    command: item,
    label: item.label,
    marks: fuzzyMatch(query, item.label)?.positions ?? [],
  }));
}

/** What the palette offers for what is typed, in groups, best first. */
export function paletteGroups(input: PaletteInput): readonly PaletteGroup[] {
  const { index, commands } = input;
  const project = index.tables.length > 0;
  const { scope, text, row } = parsePaletteQuery(input.typed);
  const many = 50;
  const groups: PaletteGroup[] = [];
  const rows = scope === "all" || scope === "rows" ? rowItems(input, scope === "rows" ? many : 3) : [];
  groups.push({ label: "Rows", items: rows });
  if (scope === "rows" && !row) groups.push({ label: "Rows of", items: tableItems(text, index, many) });
  if (scope === "all" && project) {
    const query = row && row.table !== "" ? row.table : text;
    const columns = query.length >= 2 ? columnItems(query, input, 5) : [];
    groups.push({ label: "Tables and columns", items: [...tableItems(query, index, 5), ...columns] });
  }
  if (scope === "columns") groups.push({ label: "Columns", items: columnItems(text, input, many) });
  if (scope === "all" || scope === "commands") {
    groups.push({ label: "Commands", items: commandItems(text, commands, scope === "all" ? 6 : many) });
  }
  if (scope === "scenarios") {
    const ofScenarios = commands.filter(({ group }) => group === "Scenario");
    groups.push({ label: "Scenarios", items: commandItems(text, ofScenarios, many) });
  }
  return groups.filter(({ items }) => items.length > 0);
}
