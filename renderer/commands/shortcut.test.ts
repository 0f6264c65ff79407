import { describe, expect, it } from "vitest";
import { isTyped, matchesShortcut, shortcutText, type KeyPress } from "./shortcut.ts";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe("shortcuts", () => {
  it("takes Ctrl on most machines and Cmd on a Mac", () => {
    expect(matchesShortcut("mod+k", [press("k", { ctrlKey: true })], false)).toBe(true);
    expect(matchesShortcut("mod+k", [press("k", { metaKey: true })], true)).toBe(true);
    expect(matchesShortcut("mod+k", [press("k", { ctrlKey: true })], true)).toBe(false);
    expect(matchesShortcut("mod+k", [press("k", { ctrlKey: true, metaKey: true })], false)).toBe(false);
  });

  it("tells undo from redo although Shift changes the letter", () => {
    const redo = press("Z", { ctrlKey: true, shiftKey: true });
    expect(matchesShortcut("mod+shift+z", [redo], false)).toBe(true);
    expect(matchesShortcut("mod+z", [redo], false)).toBe(false);
  });

  it("finds a sign by its place when Shift makes it another sign", () => {
    const folded = press("|", { code: "Backslash", ctrlKey: true, shiftKey: true });
    expect(matchesShortcut("mod+shift+\\", [folded], false)).toBe(true);
    expect(matchesShortcut("mod+\\", [folded], false)).toBe(false);
  });

  it("takes / wherever a keyboard has it", () => {
    expect(matchesShortcut("/", [press("/", { shiftKey: true, code: "Digit7" })], false)).toBe(true);
    expect(matchesShortcut("/", [press("-", { code: "Slash" })], false)).toBe(false);
  });

  it("takes two letters in a row", () => {
    expect(matchesShortcut("g t", [press("g"), press("t")], false)).toBe(true);
    expect(matchesShortcut("g t", [press("t")], false)).toBe(false);
    expect(matchesShortcut("g t", [press("x"), press("t")], false)).toBe(false);
  });

  it("knows which shortcuts a person may type by accident", () => {
    expect([
      isTyped("r"),
      isTyped("g t"),
      isTyped("/"),
      isTyped("mod+k"),
      isTyped("f8"),
      isTyped("alt+arrowup"),
    ]).toEqual([true, true, true, false, false, false]);
  });

  it("names the keys as the keyboard does", () => {
    expect(shortcutText("mod+shift+z", false)).toBe("Ctrl Shift Z");
    expect(shortcutText("mod+shift+z", true)).toBe("⌘ ⇧ Z");
    expect(shortcutText("alt+arrowup", false)).toBe("Alt ↑");
  });
});
