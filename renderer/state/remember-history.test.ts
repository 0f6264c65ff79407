import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SessionView } from "../../shared/api/views.ts";
import { rememberHistory, restoreHistory } from "./remember-history.ts";
import { acceptUpdate, closeSession, edit, openSession, sessionStore, undo } from "./session-store.ts";

const project: SessionView["project"] = {
  seedloom: 1,
  source: "",
  seed: 1,
  now: "today",
  locales: {},
  tables: {},
  scenarios: {},
  exports: [],
};
const view = (session: string, changes: Partial<SessionView["project"]> = {}): SessionView => ({
  session,
  revision: 1,
  name: "shop",
  source: { label: "shop.sqlite", engine: "sqlite", connected: true },
  project: { ...project, ...changes },
  tables: [],
  views: [],
  problems: [],
  availableLocales: [],
});
const draft = () => sessionStore.getState().draft;

let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  stop = rememberHistory();
  openSession(view("s"));
});
afterEach(() => {
  stop();
  closeSession();
  vi.useRealTimers();
});

/** Two edits that the backend took, written down, and the window loaded again. */
function reload(next: SessionView): void {
  edit({ kind: "set-seed", seed: 2 });
  edit({ kind: "set-seed", seed: 3 });
  const sent = draft();
  if (sent) acceptUpdate(sent, { revision: 2, tables: [], problems: [] });
  vi.advanceTimersByTime(1000);
  closeSession();
  openSession(next);
  restoreHistory();
}

describe("loading the window again", () => {
  it("keeps the steps of undo", () => {
    reload(view("s", { seed: 3 }));
    expect(undo()).toBe("Set seed to 3");
    expect(draft()?.seed).toBe(2);
    expect(undo()).toBeDefined();
    expect(draft()?.seed).toBe(1);
  });

  it("keeps them for a project that was saved meanwhile, whose source is named from its folder", () => {
    reload(view("s", { seed: 3, source: "../shop.sqlite" }));
    expect(undo()).toBeDefined();
  });

  it("minds no order of settings", () => {
    const { seedloom, ...rest } = project;
    reload({ ...view("s"), project: { ...rest, seed: 3, seedloom } });
    expect(undo()).toBeDefined();
  });

  it("leaves steps that lead away from another state, or another project", () => {
    reload(view("s", { seed: 99 }));
    expect(undo()).toBeUndefined();
    reload(view("other", { seed: 3 }));
    expect(undo()).toBeUndefined();
  });

  it("takes no storage that somebody else wrote for its own", () => {
    sessionStorage.setItem("seedloom.history", '{"session":"s","draft":{},"history":{"past":"x"}}');
    restoreHistory();
    expect(undo()).toBeUndefined();
  });

  it("writes what waits when the window is left at once", () => {
    edit({ kind: "set-seed", seed: 7 });
    window.dispatchEvent(new Event("pagehide"));
    expect(sessionStorage.getItem("seedloom.history")).toContain('"seed":7');
  });
});
