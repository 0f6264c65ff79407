import type { KeyboardEvent } from "react";
import { edit, selectColumns, sessionStore } from "../../../state/session-store.ts";
import { designerStore, focusForm, openPicker, setAnchor, startEditing } from "../designer-store.ts";
import { clickSelection, neighbour } from "../logic/selection-range.ts";
import { isForced, uniquenessOf, withUniqueness } from "../logic/uniqueness.ts";
import { stepCell } from "./leave-editor.ts";
import type { GridRow } from "./grid-columns.tsx";

/** The keys of the column grid: arrows move, Shift extends, Enter or F2 edits, a digit types a null share. */
export function gridKeys(event: KeyboardEvent, rows: readonly GridRow[], page: number): void {
  const names = rows.map((row) => row.view.column.name);
  const { column, columns } = sessionStore.getState().selection;
  const current = rows.find((row) => row.view.column.name === column);
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: -1,
    ArrowDown: 1,
    PageUp: -page,
    PageDown: page,
    Home: -names.length,
    End: names.length,
  };
  const step = steps[event.key];
  if (event.altKey) return;

  if (step !== undefined) {
    event.preventDefault();
    const next = neighbour(names, column ?? undefined, step);
    if (next === undefined) return;
    if (!event.shiftKey) {
      setAnchor(next);
      selectColumns([next], next);
      return;
    }
    const anchor = designerStore.getState().anchor ?? column ?? next;
    setAnchor(anchor);
    selectColumns(clickSelection(names, columns, anchor, next, { shift: true, toggle: false }), next);
    return;
  }
  const control = event.ctrlKey || event.metaKey;
  if (control && event.key.toLowerCase() === "a") {
    event.preventDefault();
    if (names.length > 0) selectColumns(names, column ?? names[0] ?? null);
    return;
  }
  if (control || !current) return;
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
    event.preventDefault();
    stepCell(event.key === "ArrowRight" ? 1 : -1);
    return;
  }
  if (event.key === "Escape" && columns.length > 1 && column !== null) {
    selectColumns([column], column);
    return;
  }
  act(event, current);
}

function act(event: KeyboardEvent, row: GridRow): void {
  const { name } = row.view.column;
  const { cell } = designerStore.getState();
  const canEdit = row.rule.kind === "generate";
  const opens = event.key === "Enter" || event.key === "F2";
  if (row.view.column.generated !== undefined) return;
  if (event.key.toLowerCase() === "r" || (opens && cell === "rule")) {
    event.preventDefault();
    openPicker(name);
  } else if (opens && cell === "options") {
    event.preventDefault();
    focusForm();
  } else if (opens && cell === "nulls" && canEdit) {
    event.preventDefault();
    startEditing(name, "nulls");
  } else if ((event.key === " " || opens) && cell === "unique") {
    event.preventDefault();
    toggleUnique(row);
  } else if (/^\d$/.test(event.key) && cell === "nulls" && canEdit) {
    event.preventDefault();
    startEditing(name, "nulls", event.key);
  } else if (event.key === "Delete" && row.view.edited) {
    edit({ kind: "set-rule", table: row.table, column: name, rule: null });
  }
}

/** Asks for distinct values, or no longer; a key or unique constraint of the schema stays unique. */
export function toggleUnique(row: GridRow): void {
  const { table, view, rule } = row;
  if (rule.kind !== "generate" || isForced(row)) return;
  const asked = uniquenessOf(row) === "not asked for" ? "always" : "not asked for";
  edit({ kind: "set-rule", table, column: view.column.name, rule: withUniqueness(rule, asked) });
}
