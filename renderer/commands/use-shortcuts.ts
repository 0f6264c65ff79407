import { useEffect } from "react";
import { isMac } from "../host/platform.ts";
import { allCommands, isAvailable } from "./command.ts";
import { isTyped, matchesShortcut } from "./shortcut.ts";

/** Two letters count as one shortcut when the second comes within this time. */
const sequenceMilliseconds = 900;

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("input:not([type=checkbox], [type=radio], [type=range]), textarea, select"));

/** A field that holds what the project holds has nothing of its own to take back. */
const isSaved = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("select, [data-saved]");

/** A dialog has the keyboard to itself. */
const dialogOpen = (): boolean => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

/** Listens for the shortcuts of every command, once for the window. */
export function useShortcuts(): void {
  useEffect(() => {
    const mac = isMac();
    let earlier: { readonly event: KeyboardEvent; readonly at: number } | undefined;

    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || dialogOpen()) return;
      const now = performance.now();
      const presses = earlier && now - earlier.at < sequenceMilliseconds ? [earlier.event, event] : [event];
      const typing = isField(event.target);
      const command = allCommands()
        .flatMap((candidate) =>
          [candidate.shortcut, candidate.otherShortcut].flatMap((keys) =>
            keys !== undefined && matchesShortcut(keys, presses, mac) ? [{ candidate, keys }] : [],
          ),
        )
        // "g t" before "t".
        .sort((a, b) => b.keys.split(" ").length - a.keys.split(" ").length)
        .find(({ candidate, keys }) => {
          const fires = candidate.inFields === "saved" ? isSaved(event.target) : candidate.inFields === true;
          if (typing && (!fires || isTyped(keys))) return false;
          return isAvailable(candidate);
        })?.candidate;
      earlier = command || typing ? undefined : { event, at: now };
      if (!command) return;
      event.preventDefault();
      command.run();
    }

    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
