import { expect, test } from "vitest";
import { maskedTables, readsSource } from "./masked-tables.ts";
import { newProject } from "./new-project.ts";
import type { DataTarget, Project } from "./project.ts";

const columns = {};
const project: Project = {
  ...newProject({ source: "shop.sqlite", seed: 1, now: "today", locales: { en: 1 } }),
  tables: { customers: { mode: "mask", columns }, orders: { columns } },
  scenarios: {
    made: { tables: { customers: { mode: "generate", columns } } },
    all: { tables: { orders: { mode: "mask", columns } } },
  },
};
const csv = (more: Partial<DataTarget> = {}): DataTarget => ({ format: "csv", options: {}, to: "out", ...more });

test("a scenario says of each table anew whether its rows come from the source", () => {
  expect(maskedTables(project)).toEqual(["customers"]);
  expect(maskedTables(project, "made")).toEqual([]);
  expect(maskedTables(project, "all")).toEqual(["customers", "orders"]);
});

test("an export reads the source where one of its tables in one of its scenarios does", () => {
  expect(readsSource(project, csv())).toBe(true);
  expect(readsSource(project, csv({ tables: ["orders"] }))).toBe(false);
  expect(readsSource(project, csv({ scenario: "made" }))).toBe(false);
  expect(readsSource(project, csv({ scenarios: ["made", "all"], tables: ["orders"] }))).toBe(true);
  expect(readsSource(project, { code: "fishery", options: {}, to: "out" })).toBe(false);
});
