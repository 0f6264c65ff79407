/** The component library asks the window for the colour scheme; jsdom's window has no answer. */
export function stubMatchMedia(): void {
  const nothing = (): void => undefined;
  window.matchMedia = (media) => ({
    media,
    matches: false,
    onchange: null,
    addEventListener: nothing,
    removeEventListener: nothing,
    addListener: nothing,
    removeListener: nothing,
    dispatchEvent: () => false,
  });
}
