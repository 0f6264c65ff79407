import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, it } from "vitest";
import { cleanup } from "@testing-library/react";
import { PaneSplitter } from "./PaneSplitter.tsx";

function Pane({ side }: { readonly side: "before" | "after" }) {
  const [size, setSize] = useState(300);
  return (
    <PaneSplitter
      label="Inspector"
      orientation="vertical"
      side={side}
      size={size}
      minimum={280}
      maximum={440}
      initial={312}
      onResize={setSize}
    />
  );
}
const line = () => screen.getByRole("separator", { name: "Resize inspector" });
const size = () => Number(line().getAttribute("aria-valuenow"));

afterEach(cleanup);

it("moves with the arrow keys, in the direction of the arrow, and stops at its limits", () => {
  render(<Pane side="after" />);
  fireEvent.keyDown(line(), { key: "ArrowLeft" });
  expect(size()).toBe(308);
  fireEvent.keyDown(line(), { key: "ArrowRight", shiftKey: true });
  expect(size()).toBe(280);
  fireEvent.keyDown(line(), { key: "End" });
  expect(size()).toBe(440);
});

it("goes back to its first size with Enter or a double click", () => {
  render(<Pane side="before" />);
  fireEvent.keyDown(line(), { key: "ArrowRight" });
  expect(size()).toBe(308);
  fireEvent.doubleClick(line());
  expect(size()).toBe(312);
});
