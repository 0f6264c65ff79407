import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ColumnView, GeneratorCard, SessionView } from "../../../../shared/api/views.ts";
import type { GenerateRule } from "../../../../shared/rules/rule.ts";
import { openSession, sessionStore } from "../../../state/session-store.ts";
import { stubMatchMedia } from "../test-window.ts";
import { RulePicker } from "./RulePicker.tsx";

const asked: { readonly rules: string[] } = vi.hoisted(() => ({ rules: [] }));
const cards = vi.hoisted(() => {
  const card = (id: string, label: string, extra: Partial<GeneratorCard> = {}): GeneratorCard => ({
    id,
    label,
    help: `Help of ${label}.`,
    category: "text",
    keywords: [],
    icon: "abc",
    family: "generate",
    localized: false,
    accepts: ["text"],
    fields: [],
    ...extra,
  });
  const pattern = { name: "pattern", label: "Pattern", type: "text", control: "pattern", default: "", optional: false };
  return [
    card("email", "E-mail", { category: "contact", keywords: ["mail"] }),
    card("pattern", "Pattern", { fields: [pattern as GeneratorCard["fields"][number]] }),
    ...Array.from({ length: 290 }, (_, k) => card(`word${k}`, `Dictionary ${k}`)),
  ];
});

// The backend's side of the door: the catalogue, and cells that say which rule they were asked for.
vi.mock("../../../host/api.ts", () => ({
  trpc: {
    design: {
      generators: { queryOptions: () => ({ queryKey: ["cards"], queryFn: () => cards, initialData: cards }) },
      trial: {
        queryOptions: (input: { readonly rule: GenerateRule }) => ({
          queryKey: ["trial", input],
          queryFn: () => {
            asked.rules.push(input.rule.generator);
            return {
              cells: [`made by ${input.rule.generator}`],
              ...(input.rule.generator === "word3" ? { problem: { severity: "warning", message: "Too long." } } : {}),
            };
          },
        }),
      },
    },
  },
}));

const rule: GenerateRule = { kind: "generate", generator: "email", params: {} };
const column: ColumnView = {
  column: { name: "x", type: "text", valueType: { kind: "text" }, nullable: true },
  key: "none",
  rule,
  edited: false,
  suggestion: {
    rule,
    reasons: ["name matches *mail*"],
    confidence: "high",
    alternatives: [{ rule: { kind: "generate", generator: "word1", params: {} }, reason: "by type" }],
  },
  label: "E-mail",
  options: "",
  icon: "mail",
  family: "generate",
  nulls: 0,
  unique: false,
  problems: [],
};
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
beforeEach(() => {
  localStorage.clear();
  asked.rules.length = 0;
  openSession(view);
  vi.useFakeTimers();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider>
        <RulePicker table="t" column={column} rule={rule} autoFocus />
      </MantineProvider>
    </QueryClientProvider>,
  );
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const box = (): HTMLElement => screen.getByRole("combobox", { name: "Find a rule" });
const type = (value: string): void => void fireEvent.change(box(), { target: { value } });
const press = (key: string): void => void fireEvent.keyDown(box(), { key });
const lines = (): readonly string[] => screen.queryAllByRole("option").map((line) => line.textContent);
const active = (): string | undefined =>
  document.getElementById(box().getAttribute("aria-activedescendant") ?? "")?.textContent;
const settle = (): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(200)));
const ruleNow = () => sessionStore.getState().draft?.tables["t"]?.columns["x"];

describe("the rule picker", () => {
  it("has the focus in the turn that it opens in, so that no key is lost", () => {
    expect(document.activeElement).toBe(box());
  });

  it("shows what is suggested first, with the reason", () => {
    expect(lines()).toEqual(["E-mailname matches *mail*", "Dictionary 1by type"]);
  });

  it("draws, and tries, only the lines in view", async () => {
    type("dictionary");
    await settle();
    expect(screen.getByText("Dictionary 0").closest("[role=option]")?.getAttribute("aria-setsize")).toBe("290");
    expect(lines().length).toBeLessThan(20);
    expect(new Set(asked.rules).size).toBeLessThan(20);
    expect(lines()[0]).toContain("made by word0");
  });

  it("asks for no samples of lines that are only passed by", async () => {
    type("dictionary");
    await act(async () => void (await vi.advanceTimersByTimeAsync(50)));
    type("e-mail");
    await settle();
    expect(asked.rules.filter((id) => id !== "word0" && id !== "email")).toEqual([]);
  });

  it("is walked and answered from the keyboard, the last line included", () => {
    type("dictionary");
    for (let k = 0; k < 50; k++) press("PageDown");
    expect(active()).toContain("Dictionary 289");
    press("ArrowUp");
    press("Enter");
    expect(ruleNow()).toMatchObject({ generator: "word288" });
    press("ArrowRight");
    // What was used last has become a category of its own, the first behind the suggestions.
    expect(screen.getByRole("button", { name: "Recent 1" }).getAttribute("aria-pressed")).toBe("true");
  });

  it("says why a rule does not fit before it is taken", async () => {
    type("dictionary 3");
    await settle();
    expect(screen.getByText("Too long.")).toBeDefined();
    expect(screen.getAllByLabelText("Does not fit as it is")).not.toHaveLength(0);
  });

  it("takes over what nothing matches", () => {
    type("QX-[0-9]{4}");
    expect(screen.getByText(/No rule matches/)).toBeDefined();
    press("Enter");
    expect(ruleNow()).toMatchObject({ generator: "pattern", params: { pattern: "QX-[0-9]{4}" } });
  });

  it("finds NULL, where the column takes it", () => {
    type("null");
    press("Enter");
    expect(ruleNow()).toEqual({ kind: "null" });
  });
});
