import type { Project } from "../../shared/project/project.ts";
import { emptyHistory, type History, type Step } from "./history.ts";
import { hasUnsentEdits, sessionStore } from "./session-store.ts";

// Loading the window again must not take the steps of undo away. They stay with the tab, as the open session's id does: they
// are the window's own, and a project's folder has no place for them.
const key = "seedloom.history";
/** The tab's storage holds about 5 MB; the oldest steps give way. Characters. */
const mostText = 2_000_000;
const settleMilliseconds = 300;

interface Kept {
  readonly session: string;
  /** The project that the steps lead away from. */
  readonly draft: Project;
  readonly history: History<Project>;
}

/** Keeps the steps of undo for as long as the browser's tab lives. Returns what stops it. */
export function rememberHistory(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const { view, draft, history } = sessionStore.getState();
    if (view && draft) keep({ session: view.session, draft, history });
  };
  const stop = sessionStore.subscribe((now, before) => {
    // A gesture is many edits: what it has come to is written, not each of them.
    if (now.history !== before.history && now.view?.session === before.view?.session) {
      clearTimeout(timer);
      timer = setTimeout(write, settleMilliseconds);
    }
  });
  const leave = (): void => {
    if (timer !== undefined) write();
  };
  window.addEventListener("pagehide", leave);
  return () => {
    stop();
    clearTimeout(timer);
    window.removeEventListener("pagehide", leave);
  };
}

/** Takes the steps back that were kept for the project on screen, if it still is what they lead away from. */
export function restoreHistory(): void {
  const now = sessionStore.getState();
  const kept = read();
  if (!now.view || !now.draft || hasUnsentEdits(now) || kept?.session !== now.view.session) return;
  // An edit that never reached the backend, or one made elsewhere: the steps no longer fit.
  if (orderless(kept.draft) !== orderless(now.draft)) return;
  sessionStore.setState({ history: kept.history });
}

function keep(kept: Kept): void {
  try {
    let text = JSON.stringify(kept);
    let { past } = kept.history;
    while (text.length > mostText && past.length > 1) {
      past = past.slice(Math.ceil(past.length / 2));
      text = JSON.stringify({ ...kept, history: { ...emptyHistory, past } });
    }
    sessionStorage.setItem(key, text);
  } catch {
    // Without storage, or with a project that is larger than it, a reload starts without steps.
    forget();
  }
}

function forget(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // There is none.
  }
}

function read(): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return isKept(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

// The window wrote it itself; only its outline is looked at.
const isKept = (kept: unknown): kept is Kept =>
  typeof kept === "object" &&
  kept !== null &&
  "session" in kept &&
  "draft" in kept &&
  "history" in kept &&
  isHistory(kept.history);
const isHistory = (history: unknown): boolean =>
  typeof history === "object" &&
  history !== null &&
  "past" in history &&
  "future" in history &&
  isSteps(history.past) &&
  isSteps(history.future);
const isSteps = (steps: unknown): steps is readonly Step<Project>[] =>
  Array.isArray(steps) &&
  steps.every((step: unknown) => typeof step === "object" && step !== null && "snapshot" in step);

/**
 * A project as text, whatever the order of its settings: the backend puts them in its own. The source is the session's, and
 * is called otherwise once the project was saved.
 */
const orderless = (project: Project): string =>
  JSON.stringify({ ...project, source: "" }, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : value,
  );
