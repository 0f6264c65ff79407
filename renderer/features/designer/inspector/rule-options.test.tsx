import { EditorView } from "@codemirror/view";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ColumnView, SessionView, TableView } from "../../../../shared/api/views.ts";
import type { ExpressionScope } from "../../../../shared/expressions/scope.ts";
import type { GenerateRule, Rule } from "../../../../shared/rules/rule.ts";
import { openSession, sessionStore } from "../../../state/session-store.ts";
import { ruleInForce } from "../logic/bulk-edits.ts";
import { generating } from "../logic/targets.ts";
import { stubMatchMedia } from "../test-window.ts";
import { RuleOptions } from "./RuleOptions.tsx";

const scope: ExpressionScope = vi.hoisted(() => ({
  table: "orders",
  children: [],
  tables: { orders: { columns: { status: { kind: "text" }, shipped: { kind: "text" } }, parents: {} } },
}));
vi.mock("../../../host/api.ts", () => ({
  trpc: {
    design: {
      scope: { queryOptions: () => ({ queryKey: ["scope"], queryFn: () => scope }) },
      trial: { queryOptions: () => ({ queryKey: ["trial"], queryFn: () => ({ cells: [] }) }) },
    },
  },
}));

const rule: GenerateRule = { kind: "generate", generator: "slug", params: {} };
const columnOf = (name: string, suggested: GenerateRule, extra: Partial<ColumnView> = {}): ColumnView => ({
  column: { name, type: "text", valueType: { kind: "text" }, nullable: true },
  key: "none",
  rule: suggested,
  edited: false,
  suggestion: { rule: suggested, reasons: [], confidence: "low", alternatives: [] },
  label: "Slug",
  options: "",
  icon: "link",
  family: "generate",
  nulls: 0,
  unique: false,
  problems: [],
  ...extra,
});
const columns = [
  columnOf("status", rule),
  columnOf("shipped", { ...rule, unique: true }),
  columnOf("code", rule, { key: "unique", unique: true }),
];
const table: TableView = {
  id: "orders",
  schema: "main",
  name: "orders",
  mode: "generate",
  rowCount: 10,
  rows: 10,
  rowsEdited: false,
  primaryKey: [],
  uniques: [],
  foreignKeys: [],
  checks: [],
  columns,
};
const session: SessionView = {
  session: "s",
  revision: 1,
  name: "shop",
  source: { label: "shop.sqlite", engine: "sqlite", connected: true },
  project: {
    seedloom: 1,
    source: "shop.sqlite",
    seed: 1,
    now: "today",
    locales: {},
    tables: {},
    scenarios: {},
    exports: [],
  },
  tables: [],
  views: [],
  problems: [],
  availableLocales: [],
};

async function draw(...names: readonly string[]): Promise<void> {
  cleanup();
  const { draft } = sessionStore.getState();
  const targets = columns
    .filter(({ column }) => names.includes(column.name))
    .map((view) => ({ view, rule: ruleInForce(draft, "orders", view) }));
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider>
        <RuleOptions table={table} targets={generating(targets)} localized={false} />
      </MantineProvider>
    </QueryClientProvider>,
  );
  await act(() => new Promise<void>((resolve) => void setTimeout(resolve, 20)));
}
const set = (name: string): Rule | undefined => sessionStore.getState().draft?.tables["orders"]?.columns[name];
const unique = (): HTMLSelectElement => screen.getByRole<HTMLSelectElement>("combobox", { name: "Unique" });
const choose = (value: string): void => void fireEvent.change(unique(), { target: { value } });

beforeAll(() => {
  stubMatchMedia();
  // jsdom draws nothing, so texts have no boxes.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});
beforeEach(() => openSession(session));
afterEach(cleanup);

describe("whether values differ", () => {
  it("is asked for, in every row or where possible, and no longer", async () => {
    await draw("status");
    expect(unique().value).toBe("not asked for");
    choose("where possible");
    expect(set("status")).toEqual({ ...rule, unique: "where possible" });
    await draw("status");
    expect(unique().value).toBe("where possible");
    choose("always");
    expect(set("status")).toEqual({ ...rule, unique: true });
    await draw("status");
    choose("not asked for");
    expect(set("status")).toEqual(rule);
  });

  it("holds where possible for what is suggested so, and stays that in an edit of something else", async () => {
    await draw("shipped");
    expect(unique().value).toBe("where possible");
    fireEvent.change(screen.getByRole("textbox", { name: "Null share" }), { target: { value: "10" } });
    expect(set("shipped")).toEqual({ ...rule, unique: "where possible", nulls: 0.1 });
  });

  it("is not to be changed where a key asks for it, and is mixed where columns differ", async () => {
    await draw("code");
    const fixed = screen.getByRole<HTMLButtonElement>("switch", { name: /asked for by a key$/ });
    expect([fixed.disabled, fixed.getAttribute("aria-checked")]).toEqual([true, "true"]);
    await draw("status", "code");
    expect(unique().value).toBe("mixed");
    choose("where possible");
    expect(set("status")).toMatchObject({ unique: "where possible" });
    expect(set("code")).toBeUndefined();
  });
});

describe("the condition", () => {
  const editor = (): EditorView => {
    const view = EditorView.findFromDOM(screen.getByRole("textbox", { name: "Only where" }));
    if (!view) throw new Error("There is no editor.");
    return view;
  };
  const type = (text: string): void =>
    act(() => editor().dispatch({ changes: { from: 0, to: editor().state.doc.length, insert: text } }));

  it("is taken when it is right, told what is wrong with it, and goes when it is empty", async () => {
    await draw("shipped");
    type('status == "paid"');
    expect(set("shipped")).toEqual({ ...rule, unique: "where possible", when: 'status == "paid"' });
    type('statsu == "paid"');
    expect(await screen.findByText(/orders has no column statsu/, undefined, { timeout: 30_000 })).toBeDefined();
    expect(set("shipped")).toMatchObject({ when: 'status == "paid"' });
    fireEvent.click(screen.getByRole("button", { name: "Use status" }));
    await draw("shipped");
    type("status");
    expect(await screen.findByText(/A condition is true or false/, undefined, { timeout: 30_000 })).toBeDefined();
    type("");
    fireEvent.blur(editor().contentDOM);
    expect(set("shipped")).toEqual({ ...rule, unique: "where possible" });
  });
});
