import { useEffect } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** Something that a person can do. Palette, shortcuts and menus read the same record. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** For the list of keys. */
  readonly group: "Project" | "Edit" | "Go to" | "View" | "Column" | "Scenario";
  /** "mod+k", "g t", "f8". */
  readonly shortcut?: string;
  /** Another habit's keys for the same: they work, and are not shown. */
  readonly otherShortcut?: string;
  /** More words a person may search for. */
  readonly keywords?: string;
  /**
   * Fires while a field has the focus, too; `saved`: unless its text is being edited (`data-saved` tells that it is not).
   * Plain letters never do.
   */
  readonly inFields?: boolean | "saved";
  /** Whether it makes sense now. Absent: always. */
  readonly when?: () => boolean;
  readonly run: () => void;
}

/** Commands that a part of the window adds while it is on screen. */
const registered = createStore<{ readonly lists: readonly (readonly Command[])[] }>(() => ({ lists: [] }));

/** Adds commands until the returned function is called. */
export function registerCommands(commands: readonly Command[]): () => void {
  registered.setState(({ lists }) => ({ lists: [...lists, commands] }));
  return () => registered.setState(({ lists }) => ({ lists: lists.filter((list) => list !== commands) }));
}

/** Adds commands while the calling component is on screen; `commands` must keep its identity. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => registerCommands(commands), [commands]);
}

export const allCommands = (): readonly Command[] => registered.getState().lists.flat();

export const useAllCommands = (): readonly Command[] => useStore(registered, ({ lists }) => lists).flat();

export const isAvailable = (command: Command): boolean => command.when?.() ?? true;

/** Runs a command by its id, if it makes sense now. */
export function runCommand(id: string): void {
  const command = allCommands().find((candidate) => candidate.id === id);
  if (command && isAvailable(command)) command.run();
}
