import { expect, test } from "vitest";
import { catalogue } from "../catalogue/index.ts";
import { compilePlan } from "../plan/compile-plan.ts";
import type { Plan } from "../plan/plan.ts";
import { applyEdit } from "../project/apply-edit.ts";
import { newProject } from "../project/new-project.ts";
import type { Project } from "../project/project.ts";
import { designOf } from "../rules/design-of.ts";
import type { ColumnModel, SchemaModel } from "../schema/schema-model.ts";
import { isMostlyStale, staleDates, staleProblems } from "./stale-dates.ts";

const date = (name: string): ColumnModel => ({ name, type: "DATE", valueType: { kind: "date" }, nullable: false });
const model: SchemaModel = {
  engine: "postgresql",
  defaultSchema: "public",
  views: [],
  tables: [
    {
      id: "licences",
      schema: "public",
      name: "licences",
      columns: [date("expires_on"), date("valid_until")],
      primaryKey: [],
      uniques: [],
      foreignKeys: [],
      checks: [],
    },
  ],
};
const project: Project = newProject({ source: "x", seed: 1, now: "2026-01-01", locales: { en: 1 } });
const planOf = (changed: Project, today: string): Plan =>
  compilePlan({
    design: designOf(model, changed, catalogue),
    catalogue,
    referenceDate: changed.now === "today" ? today : changed.now,
    locales: [],
  });
const stale = (changed: Project, today: string, within = 0) =>
  staleDates(planOf(changed, today), "licences", { today, within });

test("suggested dates that lie ahead are fresh on the day they were made, and pass with the time", () => {
  expect(stale(project, "2026-01-01")).toEqual([]);
  const found = stale(project, "2026-07-01", 30);
  expect(found.map(({ column }) => column)).toEqual(["expires_on", "valid_until"]);
  const [first] = found;
  expect(first?.passed).toBeGreaterThan(300);
  expect(first?.soon).toBeGreaterThan(30);
  expect(first?.soonest).toMatch(/^2026-01-0\d$/);
  expect(found.every(isMostlyStale)).toBe(true);
});

test("suggested dates move with a reference date of today, and are never stale", () => {
  expect(stale({ ...project, now: "today" }, "2031-01-01", 30)).toEqual([]);
});

test("a date that was written down stays behind, and its fix makes it relative", () => {
  const params = { from: "2026-02-01", to: "2026-03-01" };
  const written: Project = {
    ...project,
    now: "today",
    tables: { licences: { columns: { expires_on: { kind: "generate", generator: "date", params } } } },
  };
  expect(stale(written, "2026-02-01", 3).map(({ passed, column }) => [column, passed])).toEqual([["expires_on", 0]]);
  const freshness = { today: "2027-01-01", within: 0 };
  const plan = planOf(written, freshness.today);
  const [problem] = staleProblems(plan, "licences", staleDates(plan, "licences", freshness), freshness);
  expect(problem?.message).toMatch(
    /^Of 1000 dates of licences\.expires_on that were looked at 1000 have passed; the first is 2026-02-01\.$/,
  );
  const mended = planOf(
    applyEdit(written, {
      kind: "set-rule",
      table: "licences",
      column: "expires_on",
      rule: { kind: "generate", generator: "date", params: { from: "+1d", to: "+30d" } },
    }),
    freshness.today,
  );
  expect(staleDates(mended, "licences", freshness)).toEqual([]);
  expect(problem?.fixes.map(({ label }) => label)).toEqual(["Make its dates relative"]);
});

test("a fixed reference date can be moved, which mends what follows from it", () => {
  const freshness = { today: "2026-12-01", within: 0 };
  const plan = planOf(project, freshness.today);
  const [problem] = staleProblems(plan, "licences", staleDates(plan, "licences", freshness), freshness);
  expect(problem?.fixes.map(({ label }) => label)).toEqual([
    "Let the reference date be today",
    "Set the reference date to 2026-12-01",
  ]);
  for (const { edit } of problem?.fixes ?? []) expect(stale(applyEdit(project, edit), freshness.today)).toEqual([]);
});
