import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { MantineProvider } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { stubMatchMedia } from "../test-window.ts";
import { HistogramField } from "./HistogramField.tsx";

beforeAll(() => {
  stubMatchMedia();
  // jsdom lays nothing out, and captures no pointer.
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 100, 100));
  Element.prototype.setPointerCapture = () => undefined;
});
afterEach(cleanup);

function Drawn(): ReactNode {
  const [bars, setBars] = useState<readonly number[]>([1, 1, 1, 1]);
  return (
    <HistogramField
      id="h"
      label="Bars"
      value={bars}
      inherited={false}
      range={{ min: 0, max: 4 }}
      onChange={(next) => setBars(next ?? [])}
    />
  );
}

it("a pointer that is quicker than the window draws the line that it went", () => {
  render(
    <MantineProvider env="test">
      <Drawn />
    </MantineProvider>,
  );
  const [first] = screen.getAllByRole("slider");
  const plot = first?.parentElement;
  if (!plot) throw new Error("There is no plot.");
  act(() => {
    fireEvent.pointerDown(plot, { button: 0, clientX: 5, clientY: 100 });
    fireEvent.pointerMove(plot, { clientX: 95, clientY: 100 });
    fireEvent.pointerMove(plot, { clientX: 95, clientY: 0 });
    fireEvent.pointerUp(plot, { clientX: 95, clientY: 0 });
  });
  const heights = screen.getAllByRole("slider").map((bar) => Number(bar.getAttribute("aria-valuenow")));
  expect(heights.slice(0, 3)).toEqual([0, 0, 0]);
  expect(heights[3]).toBeGreaterThan(0);
});
