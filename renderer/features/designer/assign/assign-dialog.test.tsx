import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { AssignmentHit, AssignmentRequest } from "../../../../shared/api/assignment.ts";
import type { SessionView } from "../../../../shared/api/views.ts";
import type { Rule } from "../../../../shared/rules/rule.ts";
import { openSession, sessionStore, undo } from "../../../state/session-store.ts";
import { stubMatchMedia } from "../test-window.ts";
import { AssignDialog } from "./AssignDialog.tsx";
import { assignmentWords } from "./assignment-edit.ts";

const present = { label: "Pattern", options: "", icon: "abc", family: "generate" } as const;
const hit = (column: string, more: Partial<AssignmentHit> = {}): AssignmentHit => ({
  table: "t",
  column,
  type: "text",
  kind: "text",
  present,
  edited: false,
  ...more,
});

// The backend's side of the door: two columns end in _at, and one of them takes no text.
vi.mock("../../../host/api.ts", () => {
  const column = {
    column: { name: "made_at", type: "text", valueType: { kind: "text" }, nullable: true },
    suggestion: { rule: { kind: "default" }, reasons: [], confidence: "low", alternatives: [] },
    rule: { kind: "default" },
  };
  const flag = {
    id: "flag",
    label: "Yes or no",
    help: "Either.",
    category: "structure",
    keywords: [],
    icon: "abc",
    family: "generate",
    localized: false,
    accepts: ["boolean"],
    fields: [],
  };
  const card = {
    id: "constant",
    label: "Constant",
    help: "One value.",
    category: "structure",
    keywords: [],
    icon: "abc",
    family: "generate",
    localized: false,
    accepts: ["text"],
    fields: [{ name: "value", label: "Value", type: "text", default: "", optional: false }],
  };
  const answer = (name: string, data: unknown) => ({ queryKey: [name, {}], queryFn: () => data, initialData: data });
  return {
    trpc: {
      design: {
        table: { queryOptions: () => answer("table", { id: "t", columns: [column] }) },
        generators: {
          queryOptions: () => answer("cards", [card, flag, { ...flag, id: "day", label: "Day", accepts: ["date"] }]),
        },
        trial: { queryOptions: () => ({ queryKey: ["trial", {}], queryFn: () => ({ cells: ["x"] }) }) },
        assignment: {
          queryOptions: (input: Pick<AssignmentRequest, "columns"> & { readonly rule?: Rule }) => ({
            queryKey: ["assignment", input],
            queryFn: () => {
              const named = Array.isArray(input.columns) || ("name" in input.columns && input.columns.name === "*_at");
              const { rule } = input;
              return {
                hits: !named
                  ? []
                  : rule
                    ? [hit("made_at", { rule, sample: "x" }), hit("flag_at", { unfit: "It holds no text." })]
                    : [hit("made_at"), hit("flag_at", { kind: "boolean" })],
                facets: { kind: [], personal: [{ id: "email", label: "E-mail", columns: 2 }], rule: [] },
              };
            },
          }),
        },
      },
    },
  };
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
/** What the backend's answer brings, however long it takes. */
const shown = (text: string): Promise<HTMLElement> => screen.findByText(text, undefined, { timeout: 30_000 });
const draw = (picked?: readonly { readonly table: string; readonly column: string }[]): void => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <AssignDialog picked={picked} />
      </MantineProvider>
    </QueryClientProvider>,
  );
};
const chooseConstant = (): void => {
  fireEvent.click(screen.getByRole("button", { name: "Choose a rule" }));
  fireEvent.change(screen.getByRole("combobox", { name: "Find a rule" }), { target: { value: "constant" } });
  fireEvent.keyDown(screen.getByRole("combobox", { name: "Find a rule" }), { key: "Enter" });
};
const columns = () => sessionStore.getState().draft?.tables["t"]?.columns;

beforeAll(() => {
  stubMatchMedia();
  // jsdom lays nothing out; the list draws only the rows that fit in.
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(300);
});
beforeEach(() => openSession(view));
afterEach(cleanup);

describe("one rule for many columns", () => {
  it("asks which are meant, and sets nothing before that", async () => {
    draw();
    await shown("E-mail (2)");
    expect(screen.getByText("Say which columns you mean.")).toBeDefined();
    expect(screen.getByRole("button", { name: "Set rule" })).toHaveProperty("disabled", true);
    expect(screen.getByRole("option", { name: "E-mail (2)" })).toBeDefined();
  });

  it("shows what a pattern hits, what each would hold, and why one is left out; one step of undo", async () => {
    draw();
    fireEvent.change(screen.getByLabelText("Columns named"), { target: { value: "*_at" } });
    await shown("2 columns in 1 table.");
    chooseConstant();
    await shown("2 columns in 1 table; 1 cannot take the rule and is left out: t.flag_at.");
    expect(screen.getByText("It holds no text.")).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Set rule for 1 column" }));
    expect(columns()).toEqual({ made_at: { kind: "generate", generator: "constant", params: {} } });
    expect(undo()).toBe("Set Constant for 1 column");
    expect(columns()).toBeUndefined();
  });

  it("offers what suits any of the columns, and nothing that suits none", async () => {
    draw();
    fireEvent.change(screen.getByLabelText("Columns named"), { target: { value: "*_at" } });
    await shown("2 columns in 1 table.");
    fireEvent.click(screen.getByRole("button", { name: "Choose a rule" }));
    const search = screen.getByRole("combobox", { name: "Find a rule" });
    fireEvent.change(search, { target: { value: "yes or no" } });
    expect(await screen.findByRole("option", { name: /Yes or no/ })).toBeDefined();
    fireEvent.change(search, { target: { value: "day" } });
    expect(screen.queryByRole("option", { name: /Day/ })).toBeNull();
  });

  it("gives all of them the parameters that its form sets", async () => {
    draw();
    fireEvent.change(screen.getByLabelText("Columns named"), { target: { value: "*_at" } });
    await shown("2 columns in 1 table.");
    chooseConstant();
    const value = await screen.findByLabelText("Value", undefined, { timeout: 30_000 });
    fireEvent.change(value, { target: { value: "soon" } });
    const set = await screen.findByRole("button", { name: "Set rule for 1 column" }, { timeout: 30_000 });
    await waitFor(() => expect(set).toHaveProperty("disabled", false), { timeout: 30_000 });
    fireEvent.click(set);
    expect(columns()).toEqual({ made_at: { kind: "generate", generator: "constant", params: { value: "soon" } } });
  });

  it("takes the columns that were picked in the grid, and asks for no pattern", async () => {
    draw([{ table: "t", column: "made_at" }]);
    expect(screen.queryByLabelText("Columns named")).toBeNull();
    await shown("2 columns in 1 table.");
  });

  it("says which rules set by hand give way", () => {
    const rule: Rule = { kind: "null" };
    expect(assignmentWords([hit("a", { rule, edited: true }), hit("b", { rule })], true, false)).toBe(
      "2 columns in 1 table; 1 has a rule set by hand, which gives way.",
    );
  });
});
