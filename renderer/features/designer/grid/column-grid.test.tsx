import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ColumnView, SessionView } from "../../../../shared/api/views.ts";
import type { GenerateRule } from "../../../../shared/rules/rule.ts";
import { openSession, selectColumn, sessionStore } from "../../../state/session-store.ts";
import { resetDesigner } from "../designer-store.ts";
import { stubMatchMedia } from "../test-window.ts";
import { ColumnGrid } from "./ColumnGrid.tsx";
import type { GridRow } from "./grid-columns.tsx";

// The grid needs no backend; its rule picker, closed here, would open the connection.
vi.mock("../../../host/api.ts", () => ({ trpc: {}, client: {} }));

const rule: GenerateRule = { kind: "generate", generator: "integer", params: {} };
const apart: GenerateRule = { ...rule, unique: "where possible" };
const row = (name: string, nullable: boolean, extra: Partial<ColumnView> = {}): GridRow => ({
  table: "orders",
  rule,
  sample: { text: "7", written: true },
  spark: undefined,
  code: false,
  view: {
    column: { name, type: "integer", valueType: { kind: "integer", bits: 64 }, nullable },
    key: "none",
    rule,
    edited: false,
    suggestion: { rule, reasons: [], confidence: "high", alternatives: [] },
    label: "Integer",
    options: "1 to 100",
    icon: "hash",
    family: "generate",
    nulls: 0,
    unique: false,
    problems: [],
    ...extra,
  },
});
const session: SessionView = {
  session: "s",
  revision: 1,
  name: "shop",
  source: { label: "shop.sqlite", engine: "sqlite", connected: true },
  project: {
    seedloom: 1,
    source: "shop.sqlite",
    seed: 1,
    now: "today",
    locales: {},
    tables: {},
    scenarios: {},
    exports: [],
  },
  tables: [
    {
      id: "orders",
      schema: "main",
      name: "orders",
      columnCount: 3,
      mode: "generate",
      rowCount: 10,
      errors: 0,
      warnings: 0,
      edited: 0,
    },
  ],
  views: [],
  problems: [],
  availableLocales: [],
};

beforeAll(stubMatchMedia);
beforeEach(() => {
  openSession(session);
  resetDesigner();
  selectColumn("a");
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <ColumnGrid name="orders" rows={[row("a", true), row("b", false), { ...row("c", true), rule: apart }]} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  grid().focus();
});
afterEach(cleanup);

const grid = (): HTMLElement => screen.getByRole("grid", { name: "Columns of orders" });
const keys = (...names: string[]): void => names.forEach((key) => void fireEvent.keyDown(grid(), { key }));
const editor = (column: string): HTMLElement => screen.getByRole("textbox", { name: `Null share of ${column}` });
const rules = (): unknown => sessionStore.getState().draft?.tables["orders"]?.columns;
const selection = () => sessionStore.getState().selection;

describe("the column grid", () => {
  it("moves with the arrows and extends with Shift", () => {
    keys("ArrowDown");
    expect(selection()).toMatchObject({ column: "b", columns: ["b"] });
    fireEvent.keyDown(grid(), { key: "ArrowDown", shiftKey: true });
    expect(selection()).toMatchObject({ column: "c", columns: ["b", "c"] });
    keys("Home");
    expect(selection()).toMatchObject({ column: "a", columns: ["a"] });
  });

  it("says which cell the keys act on", () => {
    keys("ArrowRight", "ArrowRight");
    expect(grid().getAttribute("aria-activedescendant")).toBe("cg-0-nulls");
    expect(document.getElementById("cg-0-nulls")?.textContent).toBe("0");
  });
});

describe("a null share typed in place", () => {
  it("starts with a digit, and Enter saves and moves down", () => {
    keys("ArrowRight", "ArrowRight", "1");
    fireEvent.change(editor("a"), { target: { value: "19%" } });
    fireEvent.keyDown(editor("a"), { key: "Enter" });
    expect(rules()).toEqual({ a: { ...rule, nulls: 0.19 } });
    expect(selection().column).toBe("b");
    expect(document.activeElement).toBe(grid());
  });

  it("is saved by Tab, which moves right", () => {
    keys("ArrowRight", "ArrowRight", "F2");
    fireEvent.change(editor("a"), { target: { value: "5" } });
    fireEvent.keyDown(editor("a"), { key: "Tab" });
    expect(rules()).toEqual({ a: { ...rule, nulls: 0.05 } });
    expect(selection().column).toBe("a");
    expect(grid().getAttribute("aria-activedescendant")).toBe("cg-0-unique");
  });

  it("is left as it was by Escape", () => {
    keys("ArrowRight", "ArrowRight", "Enter");
    fireEvent.change(editor("a"), { target: { value: "50" } });
    fireEvent.keyDown(editor("a"), { key: "Escape" });
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(rules()).toBeUndefined();
  });

  it("keeps the editor open, with the cause, while it is invalid", async () => {
    keys("ArrowDown", "ArrowRight", "ArrowRight", "9");
    fireEvent.keyDown(editor("b"), { key: "Enter" });
    expect(editor("b").getAttribute("aria-invalid")).toBe("true");
    expect(await screen.findByText("b takes no NULL", undefined, { timeout: 30_000 })).toBeDefined();
    expect(rules()).toBeUndefined();
  });

  it("is one step of undo with a name", () => {
    keys("ArrowRight", "ArrowRight", "2");
    fireEvent.keyDown(editor("a"), { key: "Enter" });
    expect(sessionStore.getState().history.past.map(({ label }) => label)).toHaveLength(1);
  });
});

describe("unique", () => {
  it("is asked for by Space", () => {
    keys("ArrowRight", "ArrowRight", "ArrowRight", " ");
    expect(rules()).toEqual({ a: { ...rule, unique: true } });
  });

  it("is told where it holds where possible, and is no longer asked for after Space", () => {
    expect(screen.getByRole("img", { name: /^Unique where possible/ })).toBeDefined();
    expect(screen.queryByRole("img", { name: "Unique" })).toBeNull();
    selectColumn("c");
    keys("ArrowRight", "ArrowRight", "ArrowRight", " ");
    expect(rules()).toEqual({ c: rule });
  });
});
