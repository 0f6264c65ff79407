import { describe, expect, it } from "vitest";
import type { ConnectionView } from "../../../shared/api/load-views.ts";
import type { SessionView, TableSummary } from "../../../shared/api/views.ts";
import { firstLoadForm, loadCommand, loadRequest, trialRequest } from "./load-form.ts";

const table = (id: string): TableSummary => ({
  id,
  schema: "main",
  name: id,
  columnCount: 1,
  mode: "generate",
  rowCount: 100,
  errors: 0,
  warnings: 0,
  edited: 0,
});
const view: SessionView = {
  session: "s",
  revision: 1,
  name: "shop",
  source: { label: "shop", engine: "postgresql", connected: true },
  project: { seedloom: 1, source: "", seed: 1, now: "today", locales: {}, tables: {}, scenarios: {}, exports: [] },
  tables: [table("customers"), table("orders")],
  views: [],
  problems: [],
  availableLocales: [],
};
const all = { without: new Set<string>(), rows: {} };
const some = { without: new Set(["customers"]), rows: { customers: 7, orders: 9 } };
const live: ConnectionView = {
  id: "1",
  label: "Live shop",
  engine: "postgresql",
  values: {},
  protected: true,
  password: "kept",
  address: "postgresql://kim@db:5432/shop?sslmode=require",
};

describe("a load", () => {
  it("keeps what is there and is proved, unless told otherwise", () => {
    expect(loadRequest(view, all, firstLoadForm, "1")).toEqual({
      to: { connection: "1" },
      clear: "keep",
      existing: "refuse",
      triggers: "on",
      proof: true,
    });
  });

  it("takes the tables and rows of the export, and the name that was typed", () => {
    expect(loadRequest(view, some, { ...firstLoadForm, clear: "delete" }, "1", "Live shop")).toMatchObject({
      clear: "delete",
      tables: ["orders"],
      rows: { orders: 9 },
      confirm: "Live shop",
    });
  });

  it("is the same on the command line, with a variable in the place of the password", () => {
    const form = { ...firstLoadForm, clear: "truncate", existing: "update", triggers: "off" } as const;
    expect(loadCommand(view, some, form, live)).toEqual([
      "seedloom load",
      "--to 'postgresql://kim:${SEEDLOOM_PASSWORD}@db:5432/shop?sslmode=require'",
      "--clear truncate",
      "--existing update",
      "--triggers off",
      "--proof",
      "--confirm 'Live shop'",
      "--table orders",
      "--rows orders=9",
    ]);
    expect(loadCommand(view, all, { ...firstLoadForm, clear: "delete" }, { ...live, password: "none" })).toEqual([
      "seedloom load",
      "--to 'postgresql://kim@db:5432/shop?sslmode=require'",
      "--clear",
      "--proof",
      "--confirm 'Live shop'",
    ]);
  });

  it("is of the scenario on screen, as its proof and its command are", () => {
    const smoke = { ...view, scenario: "smoke" };
    expect(loadRequest(smoke, all, firstLoadForm, "1")).toMatchObject({ scenario: "smoke" });
    expect(trialRequest(smoke, all)).toMatchObject({ scenario: "smoke" });
    expect(loadCommand(smoke, all, firstLoadForm, live)).toContain("--scenario smoke");
  });

  it("is one of masking where rows come from the source, which has as many as it has", () => {
    const masked = { ...view, tables: [table("customers"), { ...table("orders"), mode: "mask" as const }] };
    expect(loadCommand(masked, some, firstLoadForm, { ...live, protected: false })).toEqual([
      "seedloom mask",
      "--to 'postgresql://kim:${SEEDLOOM_PASSWORD}@db:5432/shop?sslmode=require'",
      "--proof",
      "--table orders",
    ]);
  });

  it("can be tried without a database, with the same rows", () => {
    expect(trialRequest(view, some)).toMatchObject({ to: { trial: true }, proof: true, tables: ["orders"] });
  });
});
