import { describe, expect, it } from "vitest";
import type { SessionView, TableSummary } from "../../../shared/api/views.ts";
import type { Problem } from "../../../shared/rules/problem.ts";
import { folderName, joinPath } from "../../components/join-path.ts";
import { blockingProblems, everything, quoteWord, runOptions } from "./export-form.ts";

const table = (id: string, mode: TableSummary["mode"] = "generate"): TableSummary => ({
  id,
  schema: "main",
  name: id,
  columnCount: 1,
  mode,
  rowCount: 100,
  errors: 0,
  warnings: 0,
  edited: 0,
});
const view: SessionView = {
  session: "s",
  revision: 1,
  name: "shop",
  folder: "/home/kim/shop",
  source: { label: "shop.sqlite", engine: "sqlite", connected: true },
  project: { seedloom: 1, source: "", seed: 1, now: "today", locales: {}, tables: {}, scenarios: {}, exports: [] },
  tables: [table("customers"), table("orders"), table("countries", "existing")],
  views: [],
  problems: [
    { severity: "error", code: "capacity", table: "orders", message: "", fixes: [] },
    { severity: "warning", code: "capacity", table: "customers", message: "", fixes: [] },
  ],
  availableLocales: [],
};

describe("a run", () => {
  it("names its tables only where some are left out", () => {
    expect(runOptions(view, everything)).toEqual({});
    expect(runOptions(view, { without: new Set(["orders"]), rows: { customers: 7, orders: 9 } })).toEqual({
      tables: ["customers"],
      rows: { customers: 7 },
    });
  });

  it("is stopped by an error of one of its tables, not by one of another", () => {
    const stopped = (...tables: readonly string[]) =>
      blockingProblems(view, { tables: new Set(tables), targets: new Set(), stopOnErrors: true });
    expect(stopped("orders").map((problem) => problem.table)).toEqual(["orders"]);
    expect(stopped("customers")).toEqual([]);
  });

  it("is stopped by an export that cannot run only where it takes it, and a load never is", () => {
    const refused: Problem = { severity: "error", code: "target-refused", target: "copy", message: "", fixes: [] };
    const stopped = (...targets: readonly string[]) =>
      blockingProblems({ problems: [refused] }, { tables: new Set(), targets: new Set(targets), stopOnErrors: true });
    expect(stopped("copy", "csv")).toEqual([refused]);
    expect(stopped("csv")).toEqual([]);
    expect(stopped()).toEqual([]);
  });

  it("has words quoted for a shell", () => {
    expect(quoteWord("seeds/a-b.sql")).toBe("seeds/a-b.sql");
    expect(quoteWord("it's")).toBe(String.raw`'it'\''s'`);
  });

  it("joins paths in the way of their system", () => {
    expect(joinPath(String.raw`C:\shop`, "seeds")).toBe(String.raw`C:\shop\seeds`);
    expect(joinPath("/", "seeds")).toBe("/seeds");
  });

  it("names folders as every system and every shell can have them", () => {
    expect(folderName("Sample shop")).toBe("sample-shop");
    expect(folderName("größe: 1/2")).toBe("größe-1-2");
    expect(folderName("..")).toBe("project");
  });
});
