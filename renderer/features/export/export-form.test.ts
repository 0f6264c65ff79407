import { describe, expect, it } from "vitest";
import type { SessionView, TableSummary } from "../../../shared/api/views.ts";
import { folderName, joinPath } from "../../components/join-path.ts";
import { blockingProblems, commandLine, exportRequest, firstForm } from "./export-form.ts";

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
const form = firstForm(view, "/home/kim");

describe("an export", () => {
  it("starts with the engine's SQL into the project's seeds", () => {
    expect(exportRequest(view, form)).toEqual({ format: "sql", dialect: "sqlite", folder: "/home/kim/shop/seeds" });
  });

  it("of a project that was never saved goes beside it, named after it", () => {
    const { folder, ...unsaved } = view;
    expect(folder).toBeDefined();
    expect(firstForm(unsaved, "/home/kim").folder).toBe("/home/kim/shop-seeds");
  });

  it("names its tables only where some are left out, and no dialect outside SQL", () => {
    expect(
      exportRequest(view, { ...form, format: "csv", without: new Set(["orders"]), rows: { customers: 7, orders: 9 } }),
    ).toEqual({
      format: "csv",
      folder: "/home/kim/shop/seeds",
      tables: ["customers"],
      rows: { customers: 7 },
    });
  });

  it("is stopped by an error of a chosen table, not by one of a table that is left out", () => {
    expect(blockingProblems(view, form).map((problem) => problem.table)).toEqual(["orders"]);
    expect(blockingProblems(view, { ...form, without: new Set(["orders"]) })).toEqual([]);
  });

  it("is the same on the command line, with words quoted for a shell", () => {
    expect(commandLine(view, form)).toEqual(["--format sql", "--out seeds"]);
    const odd = {
      ...form,
      folder: "/tmp/my seeds",
      without: new Set(["customers"]),
      rows: { orders: 50 },
      dialect: "mysql" as const,
    };
    expect(commandLine(view, odd)).toEqual([
      "--format sql",
      "--dialect mysql",
      "--out '/tmp/my seeds'",
      "--table orders",
      "--rows orders=50",
    ]);
    expect(commandLine(view, { ...form, folder: "it's" })).toContain(String.raw`--out 'it'\''s'`);
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
