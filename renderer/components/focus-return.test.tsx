import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { focusSomewhere, rememberFocus, useFocusReturn } from "./focus-return.ts";

function Layer({ label }: { readonly label: string }) {
  useFocusReturn();
  return (
    <div role="dialog" aria-modal="true" aria-label={label}>
      <button type="button">{`In ${label}`}</button>
    </div>
  );
}

function Window({ first = false, second = false, opener = true }) {
  return (
    <>
      <div role="tree" aria-label="Tables" tabIndex={0} />
      {opener ? <button type="button">Opener</button> : null}
      {first ? <Layer label="first" /> : null}
      {second ? <Layer label="second" /> : null}
    </>
  );
}

let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  stop = rememberFocus();
});
afterEach(() => {
  stop();
  cleanup();
  vi.useRealTimers();
});
const button = (name: string): HTMLElement => screen.getByRole("button", { name });
const settle = (): void =>
  act(() => {
    vi.runAllTimers();
  });

it("goes back to what opened the dialog", () => {
  const { rerender } = render(<Window />);
  button("Opener").focus();
  rerender(<Window first />);
  button("In first").focus();
  rerender(<Window />);
  settle();
  expect(document.activeElement).toBe(button("Opener"));
});

it("goes to the list of tables where the opener is gone", () => {
  const { rerender } = render(<Window />);
  button("Opener").focus();
  rerender(<Window first />);
  button("In first").focus();
  rerender(<Window opener={false} />);
  settle();
  expect(document.activeElement).toBe(screen.getByRole("tree"));
});

it("goes back into the dialog below, then to what opened that", () => {
  const { rerender } = render(<Window />);
  button("Opener").focus();
  rerender(<Window first />);
  button("In first").focus();
  rerender(<Window first second />);
  button("In second").focus();
  rerender(<Window first />);
  settle();
  expect(document.activeElement).toBe(button("In first"));
  rerender(<Window />);
  settle();
  expect(document.activeElement).toBe(button("Opener"));
});

it("is not taken from where it is", () => {
  render(<Window />);
  button("Opener").focus();
  screen.getByRole("tree").focus();
  focusSomewhere();
  expect(document.activeElement).toBe(screen.getByRole("tree"));
});
