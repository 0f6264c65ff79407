const focusable =
  'button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])';

/** Moves the focus to the next or the previous pane, round and round. Panes carry `data-pane`, in the order of the page. */
export function walkPanes(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>("[data-pane]")];
  if (panes.length === 0) return;
  // The innermost pane counts: the designer's centre holds panes of its own.
  const now = panes.findLastIndex((pane) => pane.contains(document.activeElement));
  for (let k = 1; k <= panes.length; k++) {
    const pane = panes[(now + k * step + panes.length * 2) % panes.length];
    const target = pane?.matches("[tabindex]") ? pane : pane?.querySelector<HTMLElement>(focusable);
    if (target && target !== document.activeElement) {
      target.focus();
      return;
    }
  }
}
