import { afterEach, expect, it } from "vitest";
import type { SessionView } from "../../shared/api/views.ts";
import type { Problem } from "../../shared/rules/problem.ts";
import { startFindings } from "./await-findings.ts";
import { closeSession, openSession, sessionStore } from "./session-store.ts";

const view: SessionView = {
  session: "s",
  revision: 4,
  name: "shop",
  source: { label: "shop.sqlite", engine: "sqlite", connected: true },
  project: { seedloom: 1, source: "", seed: 1, now: "today", locales: {}, tables: {}, scenarios: {}, exports: [] },
  tables: [],
  views: [],
  problems: [],
  checking: true,
  availableLocales: [],
};
const problem: Problem = { severity: "warning", code: "check-conflict", message: "3% of rows break it.", fixes: [] };
const shown = () => sessionStore.getState().view;
const settled = () => new Promise((resolve) => setTimeout(resolve));

let stop = (): void => undefined;
afterEach(() => {
  stop();
  closeSession();
});

it("takes up findings that come after the answer", async () => {
  stop = startFindings(async () => ({ revision: 4, tables: [], problems: [problem], checking: false }));
  openSession(view);
  expect(shown()?.problems).toEqual([]);
  await settled();
  expect(shown()).toMatchObject({ problems: [problem], checking: false });
});

it("leaves findings of a revision that is no longer shown, and asks for those of the new one", async () => {
  const asked: ((revision: number) => void)[] = [];
  stop = startFindings(
    () =>
      new Promise((resolve) =>
        asked.push((revision) => resolve({ revision, tables: [], problems: [problem], checking: false })),
      ),
  );
  openSession(view);
  sessionStore.setState({ view: { ...view, revision: 5 } });
  asked[0]?.(4);
  await settled();
  expect(shown()?.problems).toEqual([]);
  expect(asked).toHaveLength(2);
  asked[1]?.(5);
  await settled();
  expect(shown()?.problems).toEqual([problem]);
});

it("asks nothing where everything was tried", async () => {
  let asked = 0;
  stop = startFindings(async () => {
    asked++;
    return { revision: 4, tables: [], problems: [], checking: false };
  });
  openSession({ ...view, checking: false });
  await settled();
  expect(asked).toBe(0);
});
