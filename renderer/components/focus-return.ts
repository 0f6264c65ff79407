import { useEffect, useState } from "react";

/** What lies over the window for a while: the focus that it has is not one to go back to. */
const passing = '[role="dialog"], [role="menu"]';
const dialog = '[role="dialog"][aria-modal="true"]';

let last: HTMLElement | null = null;

/** Remembers what had the focus in the window itself. Returns what stops it. */
export function rememberFocus(): () => void {
  function onFocusIn({ target }: FocusEvent): void {
    if (target instanceof HTMLElement && target.closest(passing) === null) last = target;
  }
  document.addEventListener("focusin", onFocusIn);
  return () => document.removeEventListener("focusin", onFocusIn);
}

/** Where keys make sense when what had the focus is gone: the list of tables, what a screen switches between, the title bar. */
const starts = [
  '[role="tree"]',
  '[data-testid="column-grid"]',
  'main [role="radio"][aria-checked="true"]',
  "header button",
];

const canTakeFocus = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element.isConnected && !element.matches(":disabled");

/** Gives the focus to a place of the window where keys make sense, where it is nowhere. */
export function focusSomewhere(): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  const places = [last, ...starts.map((start) => document.querySelector(start))];
  places.find(canTakeFocus)?.focus();
}

function returnFocus(before: Element | null): void {
  const open = document.querySelector(dialog);
  // Of two dialogs the upper one went: the focus goes back into the lower one.
  if (open === null) return focusSomewhere();
  // The lower one's trap, which was off meanwhile, takes the focus first.
  if (open.contains(before) && canTakeFocus(before)) setTimeout(() => before.focus());
}

/** Gives the focus back to where it was in the window, or in the dialog below, when the calling component goes. */
export function useFocusReturn(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // What opens instead is drawn first.
      setTimeout(() => returnFocus(before));
    },
    [before],
  );
}
