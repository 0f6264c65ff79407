import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

export type Screen = "designer" | "privacy" | "export";
export type ExportTo = "files" | "database";
export type DialogName =
  | "save"
  | "close"
  | "connect"
  | "open-file"
  | "open-project"
  | "keyboard"
  | "export-folder"
  | "load"
  | "commit";

/** What is open and where the user is; nothing of it belongs to a project. */
export interface UiState {
  readonly screen: Screen;
  /** The palette's first text, or null while it is closed. */
  readonly palette: string | null;
  readonly dialog: DialogName | null;
  /** Where the export screen writes to. */
  readonly exportTo: ExportTo;
  /** In a narrow window a pane is a drawer, closed until asked for; in a wide one it stands, until it is folded away. */
  readonly sidebar: PaneState;
  readonly inspector: PaneState;
  /** Milliseconds that the engine took for the preview on screen. */
  readonly previewElapsed: number | null;
}

export interface PaneState {
  readonly folded: boolean;
  readonly drawer: boolean;
}

const initial: UiState = {
  screen: "designer",
  palette: null,
  dialog: null,
  exportTo: "files",
  sidebar: { folded: false, drawer: false },
  inspector: { folded: false, drawer: false },
  previewElapsed: null,
};

export const uiStore = createStore<UiState>(() => initial);
const { setState } = uiStore;

export const showScreen = (screen: Screen): void => setState({ screen });
export const showExport = (exportTo: ExportTo): void => setState({ screen: "export", exportTo });
export const openPalette = (text = ""): void => setState({ palette: text });
export const closePalette = (): void => setState({ palette: null });
export const openDialog = (dialog: DialogName): void => setState({ dialog, palette: null });
export const closeDialog = (): void => setState({ dialog: null });
export const setPane = (pane: "sidebar" | "inspector", change: Partial<PaneState>): void =>
  setState((state) => ({ [pane]: { ...state[pane], ...change } }));
/** Shows a pane, whether it stands or is a drawer. */
export const openPane = (pane: "sidebar" | "inspector"): void => setPane(pane, { folded: false, drawer: true });
/** The designer tells how long the page on screen took; the status bar shows it. */
export const reportPreview = (elapsed: number): void => setState({ previewElapsed: elapsed });

export const useUi = <T>(selector: (state: UiState) => T): T => useStore(uiStore, selector);
