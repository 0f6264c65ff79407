import { selectColumn, sessionStore } from "../../../state/session-store.ts";
import { designerStore, editableCells, setCell } from "../designer-store.ts";
import { neighbour } from "../logic/selection-range.ts";

/** The names of the columns on screen, in their order; the grid keeps it up to date. */
let shownColumns: readonly string[] = [];
export const setShownColumns = (names: readonly string[]): void => {
  shownColumns = names;
};

/** Gives the focus back to the grid after an edit in place, one cell further on. */
export function leaveEditor(direction: "down" | "right" | "left" | "stay"): void {
  document.querySelector<HTMLElement>(".cg")?.focus({ preventScroll: true });
  if (direction === "down") stepColumn(1);
  if (direction === "right" || direction === "left") stepCell(direction === "right" ? 1 : -1);
}

/** Selects the next or previous column on screen. */
export function stepColumn(step: number): void {
  const { column } = sessionStore.getState().selection;
  const next = neighbour(shownColumns, column ?? undefined, step);
  if (next !== undefined && next !== column) selectColumn(next);
}

/** Moves to the next cell that can be edited; over the end of a row to the next row. */
export function stepCell(step: number): void {
  const at = editableCells.indexOf(designerStore.getState().cell) + step;
  const cell = editableCells[(at + editableCells.length) % editableCells.length];
  if (cell) setCell(cell);
  if (at < 0 || at >= editableCells.length) stepColumn(step);
}
