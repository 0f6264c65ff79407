import { describe, expect, test } from "vitest";
import { applyEdit } from "./apply-edit.ts";
import { applyWithin } from "./apply-within.ts";
import type { Project } from "./project.ts";

const project: Project = {
  seedloom: 1,
  source: "shop.sqlite",
  seed: 7,
  now: "2026-11-22",
  locales: { en: 1 },
  tables: { customers: { rows: 1000, columns: {} } },
  scenarios: { smoke: { rows: 20, tables: {} } },
  exports: [
    { format: "csv", scenario: "smoke", to: "seeds", options: {} },
    { format: "csv", to: "all", options: {} },
  ],
};

describe("an edit while a scenario is on screen", () => {
  test("goes into the scenario", () => {
    const edited = applyWithin(project, "smoke", { kind: "set-rows", table: "customers", rows: 3 });
    expect(edited.scenarios["smoke"]).toEqual({ rows: 20, tables: { customers: { rows: 3, columns: {} } } });
    expect(edited.tables).toBe(project.tables);
  });

  test("takes its own rows back, not the project's", () => {
    const edited = applyWithin(project, "smoke", { kind: "set-rows", table: "customers", rows: 3 });
    const back = applyWithin(edited, "smoke", { kind: "set-rows", table: "customers", rows: null });
    expect(back).toEqual(project);
    expect(applyWithin(project, "smoke", { kind: "set-rows", table: "customers", rows: null })).toBe(project);
  });

  test("gives it a seed of its own", () => {
    const edited = applyWithin(project, "smoke", { kind: "set-seed", seed: 8 });
    expect([edited.seed, edited.scenarios["smoke"]?.seed]).toEqual([7, 8]);
  });

  test("is the project's where a scenario cannot say it", () => {
    expect(applyWithin(project, "smoke", { kind: "set-now", now: "2027-01-01" }).now).toBe("2027-01-01");
  });

  test("pins rows, and lets them go", () => {
    const pinned = [{ name: "ada", values: { id: 1 } }];
    const edited = applyWithin(project, "smoke", { kind: "set-pinned", table: "customers", pinned });
    expect(edited.scenarios["smoke"]?.tables["customers"]?.pinned).toBe(pinned);
    expect(applyWithin(edited, "smoke", { kind: "set-pinned", table: "customers", pinned: [] })).toEqual(project);
  });
});

describe("a scenario", () => {
  test("takes its exports along when it is renamed or removed", () => {
    const renamed = applyEdit(project, { kind: "rename-scenario", name: "smoke", to: "quick" });
    expect(Object.keys(renamed.scenarios)).toEqual(["quick"]);
    expect(renamed.exports[0]).toMatchObject({ scenario: "quick" });
    const removed = applyEdit(renamed, { kind: "set-scenario", name: "quick", scenario: null });
    expect([removed.scenarios, removed.exports]).toEqual([{}, [project.exports[1]]]);
  });
});
