/** Scrolls a view as far as it takes to show a part of it, and nothing around the view: scrollIntoView moves that, too. */
export function reveal(view: HTMLElement, part: Element, left = 0, top = 0): void {
  const outer = view.getBoundingClientRect();
  const inner = part.getBoundingClientRect();
  const by = (start: number, end: number, from: number, to: number): number =>
    start < from ? start - from : end > to ? Math.min(end - to, start - from) : 0;
  view.scrollLeft += by(inner.left, inner.right, outer.left + left, outer.right);
  view.scrollTop += by(inner.top, inner.bottom, outer.top + top, outer.bottom);
}
