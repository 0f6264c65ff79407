import { useCallback, useState } from "react";

const key = (project: string, pane: string): string => `seedloom.pane.${pane}.${project}`;

function read(project: string, pane: string): number | undefined {
  try {
    const stored = Number(localStorage.getItem(key(project, pane)));
    return Number.isFinite(stored) && stored > 0 ? stored : undefined;
  } catch {
    // A browser may forbid storage; panes then start at their default.
    return undefined;
  }
}

function write(project: string, pane: string, size: number): void {
  try {
    localStorage.setItem(key(project, pane), String(Math.round(size)));
  } catch {
    // As above: the size then lasts as long as the window.
  }
}

/** A pane's size in pixels, remembered for each project. */
export function usePaneSize(project: string, pane: string, initial: number): [number, (size: number) => void] {
  const [sizes, setSizes] = useState<Readonly<Record<string, number>>>({});
  const name = key(project, pane);
  const size = sizes[name] ?? read(project, pane) ?? initial;
  const change = useCallback(
    (next: number) => {
      setSizes((now) => ({ ...now, [name]: next }));
      write(project, pane, next);
    },
    [name, project, pane],
  );
  return [size, change];
}
