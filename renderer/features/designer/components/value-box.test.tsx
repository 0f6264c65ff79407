import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parseCount } from "../logic/parse-count.ts";
import { ValueBox, type ValueBoxProps } from "./ValueBox.tsx";

afterEach(cleanup);

function box(props: Partial<ValueBoxProps<number>> = {}): {
  readonly input: HTMLElement;
  readonly saved: readonly (readonly [number, string])[];
} {
  const saved: (readonly [number, string])[] = [];
  render(
    <ValueBox
      label="Rows"
      text="1,000"
      parse={(text) => parseCount(text)}
      onCommit={(value, gesture) => saved.push([value, gesture])}
      {...props}
    />,
  );
  return { input: screen.getByRole("textbox", { name: "Rows" }), saved };
}
const type = (input: HTMLElement, value: string): boolean => fireEvent.change(input, { target: { value } });

describe("a field that is saved", () => {
  it("takes its value on Enter, and only a changed one", () => {
    const { input, saved } = box();
    fireEvent.keyDown(input, { key: "Enter" });
    expect(saved).toEqual([]);
    type(input, "50m");
    fireEvent.keyDown(input, { key: "Enter" });
    expect(saved.map(([value]) => value)).toEqual([50_000_000]);
  });

  it("leaves undo to the window but while its text is edited", () => {
    const { input } = box();
    expect(input).toHaveProperty("dataset.saved", "true");
    type(input, "2k");
    expect(input).not.toHaveProperty("dataset.saved");
    fireEvent.keyDown(input, { key: "Enter" });
    expect(input).toHaveProperty("dataset.saved", "true");
  });

  it("takes its value when it is left", () => {
    const { input, saved } = box();
    type(input, "2k");
    fireEvent.blur(input);
    expect(saved.map(([value]) => value)).toEqual([2000]);
  });

  it("keeps an invalid text, with its cause below", () => {
    const { input, saved } = box();
    type(input, "many");
    fireEvent.keyDown(input, { key: "Enter" });
    expect(saved).toEqual([]);
    expect(input).toHaveProperty("value", "many");
    expect(screen.getByRole("alert").textContent).toBe("“many” is not a number of rows; try 1,000 or 50m");
    expect(input.getAttribute("aria-invalid")).toBe("true");
  });

  it("restores the value on Escape", () => {
    const { input, saved } = box();
    type(input, "many");
    fireEvent.keyDown(input, { key: "Enter" });
    fireEvent.keyDown(input, { key: "Escape" });
    expect(input).toHaveProperty("value", "1,000");
    expect(screen.queryByRole("alert")).toBeNull();
    expect(saved).toEqual([]);
  });
});

describe("a field that is taken while it is typed", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("takes what was typed in one go as one step of undo, and the next go as another", () => {
    const { input, saved } = box({ live: true });
    type(input, "12");
    act(() => void vi.advanceTimersByTime(100));
    type(input, "120");
    act(() => void vi.advanceTimersByTime(100));
    fireEvent.blur(input);
    type(input, "7");
    act(() => void vi.advanceTimersByTime(100));
    expect(saved.map(([value]) => value)).toEqual([12, 120, 7]);
    expect(new Set(saved.slice(0, 2).map(([, gesture]) => gesture)).size).toBe(1);
    expect(saved[2]?.[1]).not.toBe(saved[0]?.[1]);
  });

  it("takes the first key at once, and the ones right behind it together", () => {
    const { input, saved } = box({ live: true });
    for (const text of ["1", "12", "120"]) type(input, text);
    expect(saved.map(([value]) => value)).toEqual([1]);
    act(() => void vi.advanceTimersByTime(100));
    expect(saved.map(([value]) => value)).toEqual([1, 120]);
  });

  it("does not lose a value when it goes away while it settles", () => {
    const { input, saved } = box({ live: true });
    type(input, "1");
    type(input, "12");
    cleanup();
    expect(saved.map(([value]) => value)).toEqual([1, 12]);
  });

  it("leaves the last valid value in force while the text is not one", () => {
    const { input, saved } = box({ live: true });
    type(input, "12");
    act(() => void vi.advanceTimersByTime(100));
    type(input, "12x");
    act(() => void vi.advanceTimersByTime(100));
    expect(saved.map(([value]) => value)).toEqual([12]);
    expect(screen.getByRole("alert").textContent).toContain("12x");
  });
});
