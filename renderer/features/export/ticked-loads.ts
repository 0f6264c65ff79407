import { useEffect, useMemo } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { SessionView } from "../../../shared/api/views.ts";
import { toggled } from "../../state/export-view.ts";

const key = (folder: string): string => `seedloom.loads.${folder}`;

function read(folder: string | undefined): ReadonlySet<string> {
  if (folder === undefined) return new Set();
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key(folder)) ?? "[]");
    return new Set(Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : []);
  } catch {
    // A browser may forbid storage, and others may write there.
    return new Set();
  }
}

function write(folder: string, ids: ReadonlySet<string>): void {
  try {
    localStorage.setItem(key(folder), JSON.stringify([...ids]));
  } catch {
    // As above: they then last as long as the window.
  }
}

const store = createStore<{ readonly bySession: Readonly<Record<string, ReadonlySet<string>>> }>(() => ({
  bySession: {},
}));

/**
 * The connections that a run loads after its files, by id. Connections are of this machine, so this is remembered here for each
 * project's folder, and not in its files.
 */
export function useTickedLoads({ session, folder }: Pick<SessionView, "session" | "folder">) {
  const remembered = useMemo(() => read(folder), [folder]);
  const ticked = useStore(store, ({ bySession }) => bySession[session]);
  useEffect(() => {
    if (folder !== undefined && ticked) write(folder, ticked);
  }, [folder, ticked]);
  const loads = ticked ?? remembered;
  return {
    loads,
    toggle: (id: string): void =>
      store.setState(({ bySession }) => ({ bySession: { ...bySession, [session]: toggled(loads, id) } })),
  };
}
