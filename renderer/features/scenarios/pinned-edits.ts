import { mergePinned, type PinnedRow, type PinnedValue } from "../../../shared/project/pinned-row.ts";
import type { Project } from "../../../shared/project/project.ts";
import type { SingleEdit } from "../../../shared/project/project-edit.ts";
import type { ColumnModel, TableId } from "../../../shared/schema/schema-model.ts";

/** The pinned rows of a table that the layer on screen, project or scenario, says itself. */
const ownPinned = (draft: Project, scenario: string | null, table: TableId): readonly PinnedRow[] =>
  (scenario === null ? draft.tables : draft.scenarios[scenario]?.tables)?.[table]?.pinned ?? [];

/** All pinned rows of a table as they stand on screen, first rows first. */
export const shownPinned = (draft: Project, scenario: string | null, table: TableId): readonly PinnedRow[] =>
  scenario === null
    ? ownPinned(draft, null, table)
    : mergePinned(ownPinned(draft, null, table), ownPinned(draft, scenario, table));

/** Whether a row can be let go here: one of the project stays in its scenarios. */
export const canUnpin = (draft: Project, scenario: string | null, table: TableId, name: string): boolean =>
  ownPinned(draft, scenario, table).some((row) => row.name === name);

/** Keeps `row`, in the place of the one that was called `before`, or as the last. */
export function pinRow(
  draft: Project,
  scenario: string | null,
  table: TableId,
  row: PinnedRow,
  before: string = row.name,
): SingleEdit {
  const own = ownPinned(draft, scenario, table);
  const at = own.findIndex(({ name }) => name === before);
  return { kind: "set-pinned", table, pinned: at < 0 ? [...own, row] : own.with(at, row) };
}

export const unpinRow = (draft: Project, scenario: string | null, table: TableId, name: string): SingleEdit => ({
  kind: "set-pinned",
  table,
  pinned: ownPinned(draft, scenario, table).filter((row) => row.name !== name),
});

/** A name that no pinned row of the table has yet: "row-12", "row-12-2". */
export function freeName(wanted: string, taken: readonly PinnedRow[]): string {
  let name = wanted;
  for (let k = 2; taken.some((row) => row.name === name); k++) name = `${wanted}-${k}`;
  return name;
}

/** What a person typed, as the file keeps it: numbers and truths as themselves where nothing is lost. */
export function typedValue(text: string, { valueType }: ColumnModel): PinnedValue {
  switch (valueType.kind) {
    case "integer":
    case "decimal":
    case "real": {
      const value = Number(text);
      return text.trim() !== "" && String(value) === text.trim() ? value : text.trim();
    }
    case "boolean":
      return text === "true" || text === "1" ? true : text === "false" || text === "0" ? false : text;
    default:
      return text;
  }
}
