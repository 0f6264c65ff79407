import { MantineProvider } from "@mantine/core";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { FormField } from "../../../../shared/api/views.ts";
import { formFields } from "../../../../shared/generators/form-fields.ts";
import { generatorCatalogue } from "../../../../shared/generators/index.ts";
import type { Shared } from "../logic/targets.ts";
import { stubMatchMedia } from "../test-window.ts";
import { ParameterField } from "./ParameterField.tsx";

beforeAll(stubMatchMedia);
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function draw(field: Partial<FormField>, shared: Shared<unknown> & { readonly inherited?: boolean }): unknown[] {
  const changes: unknown[] = [];
  const whole: FormField = { name: "x", label: "Field", type: "text", default: undefined, optional: false, ...field };
  render(
    <MantineProvider>
      <ParameterField
        field={whole}
        shared={{ inherited: false, ...shared }}
        columns={["first_name", "last_name"]}
        onChange={(value) => changes.push(value)}
      />
    </MantineProvider>,
  );
  return changes;
}
const type = (name: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(name), { target: { value } });
  act(() => void vi.advanceTimersByTime(100));
};

describe("the parameter form draws what a rule declares", () => {
  it("a number, with its unit", () => {
    const changes = draw({ type: "number", unit: "EUR", minimum: 0 }, { mixed: false, value: 54 });
    expect(screen.getByText("EUR")).toBeDefined();
    type("Field", "60.5");
    type("Field", "-1");
    expect(changes).toEqual([60.5]);
    expect(screen.getByRole("alert").textContent).toBe("At least 0");
  });

  it("a share, shown and typed in percent", () => {
    const changes = draw({ type: "number", control: "slider", minimum: 0, maximum: 1 }, { mixed: false, value: 0.4 });
    expect(screen.getByRole("slider", { name: "Field" }).getAttribute("aria-valuetext")).toBe("40%");
    type("Field, as a number", "25%");
    type("Field, as a number", "30");
    expect(changes).toEqual([0.25, 0.3]);
  });

  it("a slider that the arrow keys move", () => {
    const changes = draw(
      { type: "number", control: "slider", minimum: 0, maximum: 2, step: 0.1 },
      { mixed: false, value: 0.9 },
    );
    fireEvent.keyDown(screen.getByRole("slider"), { key: "ArrowRight" });
    fireEvent.keyDown(screen.getByRole("slider"), { key: "End" });
    expect(changes).toEqual([1, 2]);
  });

  it("a choice, one of the row's columns, and a switch", () => {
    const choice = draw({ type: "choice", choices: ["days", "weeks"] }, { mixed: false, value: "days" });
    fireEvent.change(screen.getByRole("combobox"), { target: { value: "weeks" } });
    expect(choice).toEqual(["weeks"]);
    cleanup();
    const column = draw({ control: "column" }, { mixed: false, value: "gone" });
    expect(screen.getByRole("option", { name: "gone (not there)" })).toBeDefined();
    fireEvent.change(screen.getByRole("combobox"), { target: { value: "last_name" } });
    expect(column).toEqual(["last_name"]);
    cleanup();
    const flag = draw({ type: "boolean" }, { mixed: false, value: false });
    fireEvent.click(screen.getByRole("switch"));
    expect(flag).toEqual([true]);
  });

  it("a path over several keys is one of the choices", () => {
    draw({ control: "column" }, { mixed: false, value: "last_name.country_id.code" });
    expect(screen.getByLabelText("Field").className).not.toContain("is-invalid");
    expect(screen.getByRole("option", { name: "last_name.country_id.code" })).toBeDefined();
  });

  it("what differs between several columns reads mixed", () => {
    draw({ type: "number" }, { mixed: true });
    expect(screen.getByLabelText("Field")).toHaveProperty("placeholder", "mixed");
  });
});

describe("the weights editor", () => {
  it("shows each value's share", () => {
    draw({ type: "weights" }, { mixed: false, value: { gold: 1, silver: 3 } });
    expect([screen.getByText("25%"), screen.getByText("75%")]).toHaveLength(2);
  });

  it("changes a weight and takes a value away", () => {
    const changes = draw({ type: "weights" }, { mixed: false, value: { gold: 1, silver: 3 } });
    type("Weight of gold", "2");
    fireEvent.click(screen.getByRole("button", { name: "Remove silver" }));
    expect(changes).toEqual([{ gold: 2, silver: 3 }, { gold: 1 }]);
  });

  it("saves weights that are all 0, so that the column has a problem, and says so", () => {
    const changes = draw({ type: "weights" }, { mixed: false, value: { gold: 1, silver: 0 } });
    type("Weight of gold", "0");
    expect(changes).toEqual([{ gold: 0, silver: 0 }]);
    cleanup();
    draw({ type: "weights" }, { mixed: false, value: changes[0] });
    expect(screen.getByRole("alert").textContent).toBe("One weight must be above 0");
  });

  it("keeps a new line to itself until it has a value of its own", () => {
    const changes = draw({ type: "weights" }, { mixed: false, value: { gold: 1 } });
    fireEvent.click(screen.getByRole("button", { name: "Add a value" }));
    expect(changes).toEqual([]);
    type("Value 2", "gold");
    expect(changes).toEqual([]);
    expect(screen.getByRole("alert").textContent).toBe("“gold” is there twice");
    type("Value 2", "silver");
    expect(changes).toEqual([{ gold: 1, silver: 1 }]);
  });
});

describe("fields of values with parts", () => {
  const bar = (name: string): HTMLElement => screen.getByRole("slider", { name });
  const bars = { type: "list", control: "histogram" } as const;

  it("a histogram, bar by bar from the keyboard, and as many bars as asked for", () => {
    const changes = draw(bars, { mixed: false, value: [1, 4] });
    fireEvent.keyDown(bar("Bar 1 of 2"), { key: "PageUp" });
    fireEvent.keyDown(bar("Bar 1 of 2"), { key: "End" });
    fireEvent.keyDown(bar("Bar 2 of 2"), { key: "Delete" });
    fireEvent.keyDown(bar("Bar 2 of 2"), { key: "+" });
    expect(changes).toEqual([
      [1.48, 4],
      [1, 0],
      [1, 2.5, 4],
    ]);
  });

  it("a histogram, drawn over its bars in one step", () => {
    const changes = draw(bars, { mixed: false, value: [1, 1, 1, 1] });
    const plot = bar("Bar 1 of 4").parentElement ?? document.body;
    plot.setPointerCapture = () => undefined;
    plot.getBoundingClientRect = () => ({ left: 0, bottom: 120, width: 400, height: 120 }) as DOMRect;
    fireEvent.pointerDown(plot, { button: 0, pointerId: 1, clientX: 50, clientY: 0 });
    fireEvent.pointerMove(plot, { pointerId: 1, clientX: 250, clientY: 120 });
    // The form would hand the first change back before the second; here both start from the same bars.
    expect(changes).toEqual([
      [1.2, 1, 1, 1],
      [1.2, 0.6, 0, 1],
    ]);
  });

  it("a histogram of named bars, which are all alike where nothing is said", () => {
    const changes = draw({ ...bars, labels: ["Jan", "Feb"] }, { mixed: false, value: [], inherited: true });
    expect(screen.queryByLabelText("Number of bars")).toBeNull();
    fireEvent.keyDown(bar("Jan"), { key: "Delete" });
    fireEvent.click(screen.getByRole("button", { name: "All alike" }));
    expect(changes).toEqual([[0, 1], undefined]);
  });

  it("a list of things as a table, each part with its own limits", () => {
    const part = (name: string): FormField => ({ name, label: name, type: "number", default: 1, optional: false });
    const changes = draw(
      { type: "list", control: "rows", items: [part("mean"), { ...part("weight"), minimum: 0 }] },
      { mixed: false, value: [{ mean: 20, weight: 3 }] },
    );
    type("mean of line 1", "25");
    type("weight of line 1", "-1");
    fireEvent.click(screen.getByRole("button", { name: "Add a line" }));
    expect(changes).toEqual([
      [{ mean: 25, weight: 3 }],
      [
        { mean: 20, weight: 3 },
        { mean: 20, weight: 3 },
      ],
    ]);
  });

  it("steps from one status to the next", () => {
    const changes = draw({ type: "json", control: "steps" }, { mixed: false, value: { new: { paid: 8 } } });
    type("Weight of paid", "5");
    fireEvent.click(screen.getByRole("button", { name: "Add a status" }));
    expect(changes).toEqual([{ new: { paid: 5 } }]);
    fireEvent.click(screen.getByRole("button", { name: "Remove new" }));
    expect(changes).toHaveLength(1);
  });

  it("the usual steps where none are set, all of which are kept with the first edit", () => {
    const changes = draw({ type: "json", control: "steps" }, { mixed: false, value: {}, inherited: true });
    type("Weight of closed", "9");
    // The first takes it from what follows working.
    const removes = screen.getAllByRole("button", { name: "Remove waiting" });
    fireEvent.click(removes[1] ?? document.body);
    expect(changes).toEqual([
      {
        open: { working: 1 },
        working: { waiting: 2, done: 3 },
        waiting: { working: 1 },
        done: { closed: 9, working: 1 },
      },
      { open: { working: 1 }, working: { waiting: 2, done: 3 }, done: { closed: 4, working: 1 } },
    ]);
  });

  it("no parameter of any rule is left to be written as JSON", () => {
    const bare = generatorCatalogue.all.flatMap((generator) =>
      formFields(generator)
        .filter((field) => field.type === "json" && field.control === undefined)
        .map((field) => `${generator.id} ${field.name}`),
    );
    expect(bare).toEqual([]);
  });
});
