import { EditorView } from "@codemirror/view";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState, type ReactNode } from "react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { ColumnView } from "../../../../shared/api/views.ts";
import { completionsAt } from "../../../../shared/expressions/completions.ts";
import type { ExpressionScope } from "../../../../shared/expressions/scope.ts";
import type { GenerateRule } from "../../../../shared/rules/rule.ts";
import { stubMatchMedia } from "../test-window.ts";
import { ExpressionField } from "./ExpressionField.tsx";
import { bestFirst, conditionVerdict, nameBefore, verdictOf, type EditorLanguage } from "./expression-words.ts";

const scope: ExpressionScope = vi.hoisted(() => ({
  table: "orders",
  children: ["items"],
  tables: {
    orders: {
      columns: {
        quantity: { kind: "integer", bits: 32 },
        price: { kind: "decimal", scale: 2 },
        customer_id: { kind: "integer", bits: 32 },
      },
      parents: { customer_id: "customers", customer: "customers" },
    },
    customers: { columns: { first_name: { kind: "text" } }, parents: {} },
    items: { columns: { amount: { kind: "decimal", scale: 2 } }, parents: {} },
  },
}));

// The backend's side of the door: the scope, which is there when a field is drawn, and cells that say which rule they were asked for.
vi.mock("../../../host/api.ts", () => ({
  trpc: {
    design: {
      scope: { queryOptions: () => ({ queryKey: ["scope"], queryFn: () => scope, initialData: scope }) },
      trial: {
        queryOptions: (input: { readonly rule: GenerateRule; readonly start: number }) => ({
          queryKey: ["trial", input],
          queryFn: () => ({ cells: [`${String(input.rule.params["expression"])} at ${input.start}`, null] }),
        }),
      },
    },
  },
}));

beforeAll(() => {
  stubMatchMedia();
  // jsdom draws nothing, so texts have no boxes.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});
afterEach(cleanup);

const rule: GenerateRule = { kind: "generate", generator: "formula", params: {} };
const column: ColumnView = {
  column: { name: "total", type: "numeric", valueType: { kind: "decimal", scale: 2 }, nullable: true },
  key: "none",
  rule,
  edited: true,
  suggestion: { rule, reasons: [], confidence: "low", alternatives: [] },
  label: "Formula",
  options: "",
  icon: "math-function",
  family: "generate",
  nulls: 0,
  unique: false,
  problems: [],
};

const changes: string[] = [];

function Held({ language, start }: { readonly language: EditorLanguage; readonly start: string }): ReactNode {
  const [text, setText] = useState(start);
  const field = (
    <ExpressionField
      id="field"
      label="Expression"
      language={language}
      text={text}
      columns={["quantity", "price"]}
      table="orders"
      place={{
        table: "orders",
        column,
        rowCount: 100,
        ruleWith: (expression) => ({ ...rule, params: { expression } }),
        rule,
        without: [],
        form: () => null,
      }}
      onChange={(next) => {
        changes.push(next);
        setText(next);
      }}
    />
  );
  return (
    <>
      {field}
      <button type="button" onClick={() => setText("price")}>
        Undo
      </button>
    </>
  );
}

async function draw(start = "", language: EditorLanguage = "expression"): Promise<EditorView> {
  changes.length = 0;
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider>
        <Held language={language} start={start} />
      </MantineProvider>
    </QueryClientProvider>,
  );
  await act(() => new Promise<void>((resolve) => void setTimeout(resolve)));
  const view = EditorView.findFromDOM(screen.getByRole("textbox", { name: "Expression" }));
  if (!view) throw new Error("There is no editor.");
  return view;
}
const type = (view: EditorView, text: string): void =>
  act(() =>
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: text },
      selection: { anchor: text.length },
    }),
  );
const press = (view: EditorView, key: string): boolean => fireEvent.keyDown(view.contentDOM, { key });

describe("the editor of an expression", () => {
  it("takes what is right at once, and shows its type and its values in the rows in view", async () => {
    const view = await draw();
    type(view, "quantity * pri");
    expect(changes).toEqual([]);
    type(view, "quantity * price");
    expect(changes).toEqual(["quantity * price"]);
    expect(screen.getByText("decimal(2)")).toBeDefined();
    expect(await screen.findByText("quantity * price at 0", undefined, { timeout: 30_000 })).toBeDefined();
    expect(screen.getByText("NULL")).toBeDefined();
  });

  it("says what is wrong once typing rests, mends it on a click, and is described by what it says", async () => {
    const view = await draw();
    type(view, "prise + 1");
    expect(screen.queryByText(/has no column/)).toBeNull();
    expect(await screen.findByText(/orders has no column prise/, undefined, { timeout: 30_000 })).toBeDefined();
    expect(view.contentDOM.getAttribute("aria-invalid")).toBe("true");
    expect(document.getElementById(view.contentDOM.getAttribute("aria-describedby") ?? "")?.textContent).toContain(
      "prise",
    );
    fireEvent.click(screen.getByRole("button", { name: "Use price" }));
    expect(changes).toEqual(["price + 1"]);
    expect(view.state.doc.toString()).toBe("price + 1");
  });

  it("keeps half an expression when it is left, and gives it up on Escape", async () => {
    const view = await draw("quantity");
    type(view, "quantity +");
    press(view, "Enter");
    expect(changes).toEqual(["quantity +"]);
    type(view, "price");
    press(view, "Escape");
    expect(changes.at(-1)).toBe("quantity +");
    expect(view.state.doc.toString()).toBe("quantity +");
  });

  it("starts a line with Shift and Enter, and leaves Tab to the form", async () => {
    const view = await draw("quantity");
    fireEvent.keyDown(view.contentDOM, { key: "Enter", shiftKey: true });
    expect(view.state.doc.lines).toBe(2);
    // Not prevented: the focus goes on.
    expect(press(view, "Tab")).toBe(true);
  });

  it("follows what changes outside: undo", async () => {
    const view = await draw("quantity");
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(view.state.doc.toString()).toBe("price");
    expect(changes).toEqual([]);
  });
});

describe("words of the editor", () => {
  it.each([
    ["cust", "expression", "cust"],
    ["customer.fi", "expression", "customer.fi"],
    ["price + ", "expression", ""],
    ['"cust', "expression", undefined],
    ['"a" + qu', "expression", "qu"],
    ["Dear cust", "template", undefined],
    ["{{cust", "template", "cust"],
    ["{{cust}} an", "template", undefined],
    ["{{first}} {{la", "template", "la"],
  ] as const)("%s (%s) asks for %s", (text, language, wanted) => expect(nameBefore(text, language)).toBe(wanted));

  it("lists what begins so first", () => {
    const labels = bestFirst(completionsAt(scope, "pad"), "pad").map(({ label }) => label);
    expect(labels).toEqual(["padStart", "padEnd"]);
    expect(bestFirst(completionsAt(scope, "cust"), "cust")[0]?.label).toBe("customer_id");
    expect(bestFirst(completionsAt(scope, "name"), "name").map(({ label }) => label)).toContain("customer.first_name");
  });

  it("judges a template field by field, with the place in the whole text", () => {
    const verdict = (text: string) => verdictOf(text, "template", scope, undefined);
    expect(verdict("No. {{quantity}} of {{upper(customer.first_name)}}")).toEqual({ ok: true });
    expect(verdict("No. {{prise}}")).toMatchObject({ ok: false, error: { from: 6, to: 11, fix: { text: "price" } } });
    expect(verdict("No. {{price")).toMatchObject({ ok: false, error: { from: 4, to: 11 } });
    expect(verdict("a{{}}")).toMatchObject({ ok: false, error: { message: "A field is empty." } });
  });

  it("says where a value cannot stand in the column, and what makes it fit", () => {
    const verdict = verdictOf("customer.first_name", "expression", scope, { kind: "integer", bits: 32 });
    expect(verdict).toMatchObject({ ok: false, error: { fix: { text: "int(customer.first_name)" } } });
  });

  it("takes nothing but true and false as a condition", () => {
    expect(conditionVerdict("price > 3 && customer.first_name != null", scope)).toEqual({ ok: true });
    expect(conditionVerdict("quantity * 2", scope)).toMatchObject({
      ok: false,
      error: { message: "A condition is true or false, and this is a whole number.", from: 0, to: 12 },
    });
    expect(conditionVerdict("prise > 3", scope)).toMatchObject({ ok: false, error: { fix: { text: "price" } } });
  });

  it("lets the condition of a mask look at the columns of its own row alone", () => {
    expect(conditionVerdict("price > 3", scope, "source row")).toEqual({ ok: true });
    for (const other of ['customer.first_name == "Ada"', "count(items) > 1"]) {
      expect(conditionVerdict(other, scope)).toEqual({ ok: true });
      expect(conditionVerdict(other, scope, "source row")).toMatchObject({
        ok: false,
        error: { message: "This looks at other rows; a mask sees the columns of its own." },
      });
    }
  });
});
