import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { TableId } from "../../../shared/schema/schema-model.ts";

/** A column that a dialog or a popover is about. */
interface Place {
  readonly table: TableId;
  readonly column: string;
}

type PrivacyDialog =
  | { readonly kind: "key" }
  | { readonly kind: "policy" }
  | ({ readonly kind: "keep"; readonly looksLike: string; readonly reason: string } & Place);

/** How the privacy screen looks; nothing of it belongs to a project, and no value of a source is ever in it. */
interface PrivacyState {
  readonly onlyOpen: boolean;
  /** Null while the filter is closed. */
  readonly filter: string | null;
  /** Tables whose findings are folded away. */
  readonly folded: readonly TableId[];
  readonly hidden: boolean;
  readonly shown: "pairs" | "masked";
  /** The first row of the preview, 0-based, by table. */
  readonly start: Readonly<Record<TableId, number>>;
  /** The finding whose masks are listed. */
  readonly picker: Place | null;
  readonly dialog: PrivacyDialog | null;
  /** How long the rows on screen took. Milliseconds. */
  readonly masked: { readonly rows: number; readonly elapsed: number } | null;
}

const hiddenKey = "seedloom.privacy.hidden";

/** That source values are hidden is remembered: they are shown again only by whoever asks for it. */
function readHidden(): boolean {
  try {
    return localStorage.getItem(hiddenKey) === "true";
  } catch {
    return false;
  }
}

export const privacyStore = createStore<PrivacyState>(() => ({
  onlyOpen: false,
  filter: null,
  folded: [],
  hidden: readHidden(),
  shown: "pairs",
  start: {},
  picker: null,
  dialog: null,
  masked: null,
}));
const { setState } = privacyStore;

export const showOnlyOpen = (onlyOpen: boolean): void => setState({ onlyOpen });
export const setFindingsFilter = (filter: string | null): void => setState({ filter });
export const showAs = (shown: PrivacyState["shown"]): void => setState({ shown });
export const openMaskPicker = (picker: Place | null): void => setState({ picker });
export const openPrivacyDialog = (dialog: PrivacyDialog): void => setState({ dialog, picker: null });
export const closePrivacyDialog = (): void => setState({ dialog: null });
export const reportMasked = (masked: PrivacyState["masked"]): void => setState({ masked });
export const startAt = (table: TableId, row: number): void =>
  setState(({ start }) => ({ start: { ...start, [table]: Math.max(0, row) } }));
export const foldFindings = (table: TableId): void =>
  setState(({ folded }) => ({
    folded: folded.includes(table) ? folded.filter((one) => one !== table) : [...folded, table],
  }));

export function hideSource(hidden: boolean): void {
  setState({ hidden });
  try {
    localStorage.setItem(hiddenKey, String(hidden));
  } catch {
    // A browser may forbid storage: it then lasts as long as the window.
  }
}

export const usePrivacy = <T>(selector: (state: PrivacyState) => T): T => useStore(privacyStore, selector);
