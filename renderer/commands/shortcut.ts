/** The keys of one press; a shortcut is one press, or two in a row ("g t"). */
interface Press {
  readonly key: string;
  /** Ctrl, or Cmd on a Mac. */
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

const parsePress = (text: string): Press => {
  const parts = text.split("+");
  return {
    key: parts.at(-1) ?? "",
    mod: parts.includes("mod"),
    shift: parts.includes("shift"),
    alt: parts.includes("alt"),
  };
};

/** Reads "mod+shift+z" or "g t". */
const parseShortcut = (text: string): readonly Press[] => text.split(" ").map(parsePress);

// With Shift held, the key's own name is another sign; its place on the keyboard stays.
const places: Readonly<Record<string, string>> = {
  "\\": "Backslash",
  ".": "Period",
  "/": "Slash",
  ",": "Comma",
  "?": "Slash",
};

function isPress(press: Press, event: KeyPress, mac: boolean): boolean {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const otherMod = mac ? event.ctrlKey : event.metaKey;
  if (mod !== press.mod || otherMod || event.altKey !== press.alt) return false;
  const sameKey = event.key.toLowerCase() === press.key;
  const place = places[press.key];
  // A sign such as "/" needs Shift on some keyboards, so for a bare sign only the sign counts.
  if (place !== undefined && !press.mod) return sameKey;
  return event.shiftKey === press.shift && (sameKey || (place !== undefined && event.code === place));
}

/** Whether the presses so far, oldest first, end with this shortcut. */
export function matchesShortcut(shortcut: string, presses: readonly KeyPress[], mac: boolean): boolean {
  const wanted = parseShortcut(shortcut);
  const recent = presses.slice(-wanted.length);
  return (
    recent.length === wanted.length &&
    wanted.every((press, k) => {
      const event = recent[k];
      return event !== undefined && isPress(press, event, mac);
    })
  );
}

/** Whether a plain letter would do it, so that it must not fire while someone types. */
export const isTyped = (shortcut: string): boolean =>
  parseShortcut(shortcut).every(({ key, mod, alt }) => !mod && !alt && key.length === 1);

const names: Readonly<Record<string, string>> = {
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  enter: "Enter",
  escape: "Esc",
  tab: "Tab",
};

/** The keys as a keyboard names them: Ctrl, Shift, Z; on a Mac ⌘, ⇧, Z. */
export function shortcutKeys(shortcut: string, mac: boolean): readonly string[] {
  return parseShortcut(shortcut).flatMap(({ key, mod, shift, alt }) =>
    [
      mod ? (mac ? "⌘" : "Ctrl") : "",
      shift ? (mac ? "⇧" : "Shift") : "",
      alt ? (mac ? "⌥" : "Alt") : "",
      names[key] ?? key.toUpperCase(),
    ].filter(Boolean),
  );
}

/** The same in one text, for a tooltip: "Ctrl Shift Z". */
export const shortcutText = (shortcut: string, mac: boolean): string => shortcutKeys(shortcut, mac).join(" ");
