import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** The cells of a column row that a person can change in place, left to right. */
export const editableCells = ["rule", "options", "nulls", "unique"] as const;
export type EditableCell = (typeof editableCells)[number];

export interface ColumnPlace {
  readonly table: string;
  readonly column: string;
}

/** What the designer's panes tell each other besides the selection; nothing of it belongs to a project. */
interface DesignerState {
  /** The column whose rule picker is open in the grid. */
  readonly picker: string | null;
  /** The cell of the selected column that keys act on. */
  readonly cell: EditableCell;
  /** The cell being edited in place; `text` is what the first key typed. */
  readonly editing: { readonly column: string; readonly cell: EditableCell; readonly text?: string } | null;
  /** Shows only columns whose name or rule holds this text; null while the filter is closed. */
  readonly filter: string | null;
  /** Where new selections by Shift start from. */
  readonly anchor: string | null;
  /** Counts requests to put the focus somewhere; a pane reacts when its number changes. */
  readonly focusForm: number;
  readonly focusRowBox: number;
  /** The dialog that assigns one rule to many columns is open; with these columns, where they were picked before. */
  readonly assign: { readonly columns?: readonly ColumnPlace[] } | null;
  /** The dialog of rules by the source's values is open. */
  readonly values: boolean;
  /** The dialog of the project's own generators is open. */
  readonly customs: boolean;
  /** The newest revision whose rows the preview shows: what costs more waits for it, so that rows come first. */
  readonly shown: { readonly session: string; readonly revision: number } | null;
}

const initial: DesignerState = {
  picker: null,
  cell: "rule",
  editing: null,
  filter: null,
  anchor: null,
  focusForm: 0,
  focusRowBox: 0,
  assign: null,
  values: false,
  customs: false,
  shown: null,
};

export const designerStore = createStore<DesignerState>(() => initial);
const { setState } = designerStore;

export const openPicker = (column: string): void => setState({ picker: column });
export const closePicker = (): void => setState({ picker: null });
export const setCell = (cell: EditableCell): void => setState({ cell });
export const setFilter = (filter: string | null): void => setState({ filter });
export const startEditing = (column: string, cell: EditableCell, text?: string): void =>
  setState({ cell, editing: text === undefined ? { column, cell } : { column, cell, text } });
export const stopEditing = (): void => setState({ editing: null });
export const setAnchor = (anchor: string | null): void => setState({ anchor });
export const openAssign = (columns?: readonly ColumnPlace[]): void => setState({ assign: columns ? { columns } : {} });
export const closeAssign = (): void => setState({ assign: null });
export const openValues = (): void => setState({ values: true });
export const closeValues = (): void => setState({ values: false });
export const openCustoms = (): void => setState({ customs: true });
export const closeCustoms = (): void => setState({ customs: false });
/** Puts the focus into the first parameter of the inspector's form. */
export const focusForm = (): void => setState((state) => ({ focusForm: state.focusForm + 1 }));
/** Puts the focus into the preview's row box ("go to row"). */
export const focusRowBox = (): void => setState((state) => ({ focusRowBox: state.focusRowBox + 1 }));

/** Tells that the rows of a revision are on screen. */
export function showedRevision(session: string, revision: number): void {
  const { shown } = designerStore.getState();
  if (shown?.session !== session || shown.revision < revision) setState({ shown: { session, revision } });
}

/** Another table: its columns are filtered and edited anew. */
export const resetDesigner = (): void =>
  setState({ picker: null, editing: null, filter: null, anchor: null, cell: "rule" });

export const useDesigner = <T>(selector: (state: DesignerState) => T): T => useStore(designerStore, selector);
