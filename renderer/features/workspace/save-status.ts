import type { SessionState } from "../../state/session-store.ts";
import { hasUnsentEdits } from "../../state/session-store.ts";
import { formatTime } from "../../components/format.ts";

export interface SaveStatus {
  readonly text: string;
  readonly kind: "saved" | "saving" | "unsaved" | "failed";
}

/** What the status bar says about saving. */
export function saveStatus(state: SessionState): SaveStatus {
  const { view, failure } = state;
  if (failure && view?.folder !== undefined) return { text: "Not saved", kind: "failed" };
  if (!view || view.folder === undefined) return { text: "Not saved yet", kind: "unsaved" };
  if (hasUnsentEdits(state)) return { text: "Saving", kind: "saving" };
  return { text: view.savedAt === undefined ? "Saved" : `Saved ${formatTime(view.savedAt)}`, kind: "saved" };
}
