import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SessionView, TableSummary } from "../../../shared/api/views.ts";
import { closeSession, openSession, sessionStore } from "../../state/session-store.ts";
import { Sidebar } from "./Sidebar.tsx";

const table = (id: string): TableSummary => ({
  id,
  schema: "main",
  name: id,
  columnCount: 2,
  mode: "generate",
  rowCount: 1000,
  errors: id === "payments" ? 1 : 0,
  warnings: 0,
  edited: 0,
});
const view: SessionView = {
  session: "s",
  revision: 1,
  name: "shop",
  source: { label: "shop.sqlite", engine: "sqlite", connected: true },
  project: { seedloom: 1, source: "", seed: 1, now: "today", locales: {}, tables: {}, scenarios: {}, exports: [] },
  tables: ["customers", "orders", "order_items", "payments"].map(table),
  views: ["order_totals"],
  problems: [],
  availableLocales: [],
};
const names = () => screen.getAllByRole("treeitem").map((item) => item.textContent);
const selected = () => sessionStore.getState().selection.table;

beforeEach(() => {
  // jsdom lays nothing out; the tree draws only the rows that fit in.
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(600);
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(232);
  openSession(view);
  render(<Sidebar view={view} />);
});
afterEach(() => {
  cleanup();
  closeSession();
  vi.restoreAllMocks();
});

describe("the sidebar", () => {
  it("shows tables with their row counts, and views apart", () => {
    expect(names()).toEqual([
      "shopSQLite4,000",
      "customers1,000",
      "orders1,000",
      "order_items1,000",
      "payments1,000",
      "Viewsnot filled",
      "order_totals",
    ]);
    expect(screen.getByRole("img", { name: "Errors" })).toBeDefined();
  });

  it("opens the first table that the filter leaves with Enter", () => {
    const box = screen.getByRole("searchbox", { name: "Filter tables" });
    fireEvent.change(box, { target: { value: "pay" } });
    expect(names()).toHaveLength(2);
    fireEvent.keyDown(box, { key: "Enter" });
    expect(selected()).toBe("payments");
  });

  it("leads from a misspelt name to the table that was meant", () => {
    fireEvent.change(screen.getByRole("searchbox"), { target: { value: "paymnts" } });
    expect(screen.getByText("No table named “paymnts”")).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "payments" }));
    expect(selected()).toBe("payments");
    expect(names()).toHaveLength(7);
  });

  it("is walked with the keyboard: arrows move, Enter opens, a group folds", () => {
    const tree = screen.getByRole("tree");
    fireEvent.keyDown(tree, { key: "ArrowDown" });
    expect(selected()).toBe("customers");
    fireEvent.keyDown(tree, { key: "Enter" });
    expect(selected()).toBe("orders");
    fireEvent.keyDown(tree, { key: "ArrowLeft" });
    fireEvent.keyDown(tree, { key: "ArrowLeft" });
    expect(names()).toEqual(["shopSQLite4,000", "Viewsnot filled", "order_totals"]);
  });
});
