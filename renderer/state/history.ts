/** Undo and redo over whole snapshots: a project is plain data that shares what did not change. */
export interface History<T> {
  readonly past: readonly Step<T>[];
  readonly future: readonly Step<T>[];
}

export interface Step<T> {
  /** What was done, as undo names it: "Set rule for total_amount". */
  readonly label: string;
  /** The state before it (in `past`) or after it (in `future`). */
  readonly snapshot: T;
  /** Steps of one gesture, such as a dragged slider, carry one mark and are undone together. */
  readonly gesture?: string;
}

const deepest = 200;

export const emptyHistory: History<never> = { past: [], future: [] };

/** Notes a change that led away from `before`; whatever was undone is gone. */
export function record<T>(history: History<T>, label: string, before: T, gesture?: string): History<T> {
  const last = history.past.at(-1);
  if (gesture !== undefined && last?.gesture === gesture) return { past: history.past, future: [] };
  const step: Step<T> = gesture === undefined ? { label, snapshot: before } : { label, snapshot: before, gesture };
  return { past: [...history.past, step].slice(-deepest), future: [] };
}

interface Moved<T> {
  readonly history: History<T>;
  readonly state: T;
  readonly label: string;
}

/** One step back from `now`, or undefined where there is none. */
export function stepBack<T>(history: History<T>, now: T): Moved<T> | undefined {
  const step = history.past.at(-1);
  if (!step) return undefined;
  return {
    state: step.snapshot,
    label: step.label,
    history: { past: history.past.slice(0, -1), future: [{ label: step.label, snapshot: now }, ...history.future] },
  };
}

/** One step forward again, or undefined where nothing was undone. */
export function stepForward<T>(history: History<T>, now: T): Moved<T> | undefined {
  const step = history.future[0];
  if (!step) return undefined;
  return {
    state: step.snapshot,
    label: step.label,
    history: { past: [...history.past, { label: step.label, snapshot: now }], future: history.future.slice(1) },
  };
}
