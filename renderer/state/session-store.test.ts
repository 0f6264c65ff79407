import { beforeEach, describe, expect, it } from "vitest";
import type { SessionView, TableSummary } from "../../shared/api/views.ts";
import {
  acceptUpdate,
  closeSession,
  edit,
  goToRow,
  hasUnsentEdits,
  openSession,
  redo,
  refreshSession,
  selectColumn,
  selectTable,
  sessionStore,
  showScenario,
  undo,
} from "./session-store.ts";

const table = (id: string, rowCount: number): TableSummary => ({
  id,
  schema: "main",
  name: id,
  columnCount: 2,
  mode: "generate",
  rowCount,
  errors: 0,
  warnings: 0,
  edited: 0,
});
const view: SessionView = {
  session: "s",
  revision: 4,
  name: "shop",
  source: { label: "shop.sqlite", engine: "sqlite", connected: true },
  project: { seedloom: 1, source: "", seed: 1, now: "today", locales: {}, tables: {}, scenarios: {}, exports: [] },
  tables: [table("customers", 1000), table("orders", 50)],
  views: [],
  problems: [],
  availableLocales: [],
};
const state = () => sessionStore.getState();

beforeEach(() => {
  closeSession();
  openSession(view);
});

describe("the selection", () => {
  it("starts with the first table and no column", () => {
    expect(state().selection).toEqual({ table: "customers", column: null, columns: [], row: 0 });
  });

  it("keeps the focus row of each table, and drops the column of another", () => {
    goToRow(700);
    selectColumn("email");
    selectTable("orders");
    expect(state().selection).toEqual({ table: "orders", column: null, columns: [], row: 0 });
    selectTable("customers");
    expect(state().selection.row).toBe(700);
  });

  it("stays within a table that has become shorter", () => {
    goToRow(700);
    acceptUpdate(view.project, { revision: 5, tables: [table("customers", 20), table("orders", 50)], problems: [] });
    expect(state().selection.row).toBe(19);
  });

  it("stays within the table's rows", () => {
    goToRow(5_000_000);
    expect(state().selection.row).toBe(999);
    goToRow(-3);
    expect(state().selection.row).toBe(0);
    goToRow(Number.NaN);
    expect(state().selection.row).toBe(0);
  });

  it("ignores a table that there is not", () => {
    selectTable("nowhere");
    expect(state().selection.table).toBe("customers");
  });
});

describe("edits", () => {
  it("change the draft at once and are named in the history", () => {
    edit({ kind: "set-seed", seed: 7 });
    expect(state().draft?.seed).toBe(7);
    expect(hasUnsentEdits(state())).toBe(true);
    expect(state().history.past).toHaveLength(1);
    expect(undo()).toBe(state().history.future[0]?.label);
    expect(state().draft).toBe(view.project);
    redo();
    expect(state().draft?.seed).toBe(7);
  });

  it("that change nothing leave no step behind", () => {
    edit({ kind: "set-seed", seed: 1 });
    expect(state().history.past).toEqual([]);
  });

  it("count as sent once the backend has taken this very draft", () => {
    edit({ kind: "set-seed", seed: 7 });
    const { draft } = state();
    if (!draft) throw new TypeError("no draft");
    edit({ kind: "set-seed", seed: 8 });
    acceptUpdate(draft, { revision: 5, tables: view.tables, problems: [] });
    expect(hasUnsentEdits(state())).toBe(true);
    expect(state().view?.revision).toBe(5);
    expect(state().draft?.seed).toBe(8);
  });

  it("are not mistaken for unsent ones when the project is saved or read again", () => {
    const again: SessionView = { ...view, project: { ...view.project }, folder: "/shop" };
    refreshSession(again);
    expect(hasUnsentEdits(state())).toBe(false);
    edit({ kind: "set-seed", seed: 7 });
    refreshSession(again);
    expect(state().draft?.seed).toBe(7);
    expect(hasUnsentEdits(state())).toBe(true);
  });

  it("do nothing without a project", () => {
    closeSession();
    edit({ kind: "set-seed", seed: 7 });
    expect([state().draft, undo()]).toEqual([null, undefined]);
  });
});

describe("a scenario on screen", () => {
  const smoke = { kind: "set-scenario", name: "smoke", scenario: { rows: 20, tables: {} } } as const;

  it("takes the edits", () => {
    edit(smoke);
    showScenario("smoke");
    edit({ kind: "set-rows", table: "orders", rows: 5 });
    expect(state().draft?.scenarios["smoke"]?.tables["orders"]?.rows).toBe(5);
    expect(state().draft?.tables).toEqual({});
  });

  it("is the one of the rows that an answer tells", () => {
    edit(smoke);
    showScenario("smoke");
    const answer = { revision: 5, tables: view.tables, problems: [] };
    acceptUpdate(state().draft ?? view.project, answer);
    expect(state().view?.scenario).toBe("smoke");
    showScenario(null);
    acceptUpdate(state().draft ?? view.project, answer);
    expect(state().view).not.toHaveProperty("scenario");
  });

  it("goes when it is undone, and goes along when it is renamed", () => {
    edit(smoke);
    showScenario("smoke");
    edit({ kind: "rename-scenario", name: "smoke", to: "quick" });
    expect(state().scenario).toBe("quick");
    undo();
    undo();
    expect(state().scenario).toBeNull();
    showScenario("nothing");
    expect(state().scenario).toBeNull();
  });
});
