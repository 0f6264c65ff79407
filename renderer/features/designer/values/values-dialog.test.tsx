import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { ValueRules } from "../../../../shared/api/value-rules.ts";
import type { SessionView } from "../../../../shared/api/views.ts";
import { openSession, sessionStore, undo } from "../../../state/session-store.ts";
import { stubMatchMedia } from "../test-window.ts";
import { ValuesDialog } from "./ValuesDialog.tsx";

// The backend's side of the door: one rule by a form, and one that lists values.
vi.mock("../../../host/api.ts", () => {
  const words = { label: "Pattern", options: "ORD-[0-9]{4}", icon: "abc", family: "generate" } as const;
  const found: ValueRules = {
    rows: 500,
    tables: 2,
    rules: [
      {
        table: "orders",
        column: "number",
        present: words,
        next: words,
        rule: { kind: "generate", generator: "pattern", params: { pattern: "ORD-[0-9]{4}" } },
        reason: "all 500 sampled values have this form",
        lists: false,
      },
      {
        table: "orders",
        column: "state",
        present: words,
        next: { ...words, label: "Weighted choice", options: "open 80%, shut 20%" },
        rule: { kind: "generate", generator: "weighted-choice", params: { values: { open: 80, shut: 20 } } },
        reason: "all 500 sampled values are one of 2",
        lists: true,
      },
    ],
  };
  const answer = { queryKey: ["values"], queryFn: () => found, initialData: found };
  return { trpc: { design: { valueRules: { queryOptions: () => answer } } } };
});

const view: SessionView = {
  session: "s",
  revision: 1,
  name: "shop",
  source: { label: "shop.sqlite", engine: "sqlite", connected: true },
  project: { seedloom: 1, source: "", seed: 1, now: "today", locales: {}, tables: {}, scenarios: {}, exports: [] },
  tables: [],
  views: [],
  problems: [],
  availableLocales: [],
};

beforeAll(stubMatchMedia);
beforeEach(() => openSession(view));
afterEach(cleanup);

const columns = () => Object.keys(sessionStore.getState().draft?.tables["orders"]?.columns ?? {});
const draw = (): void =>
  void render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <ValuesDialog />
      </MantineProvider>
    </QueryClientProvider>,
  );

it("takes rules by forms at once, and lists of values only where they are chosen; one step of undo", () => {
  draw();
  expect(screen.getByText("all 500 sampled values have this form")).toBeDefined();
  expect(screen.getByText(/writes these values into the project/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Take 1 rule" }));
  expect(columns()).toEqual(["number"]);
  expect(undo()).toBe("Take 1 rule by values");
  expect(columns()).toEqual([]);
});

it("takes what is ticked", () => {
  draw();
  fireEvent.click(screen.getByRole("checkbox", { name: "Take the rule for orders.number" }));
  fireEvent.click(screen.getByRole("checkbox", { name: "Take the rule for orders.state" }));
  fireEvent.click(screen.getByRole("button", { name: "Take 1 rule" }));
  expect(columns()).toEqual(["state"]);
});
