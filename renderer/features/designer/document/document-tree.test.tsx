import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState, type ReactNode } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { DocumentTree } from "./DocumentTree.tsx";
import type { PartPath } from "./part-edits.ts";
import { readPart, writePart, type Part } from "./part.ts";

vi.mock("../queries.ts", () => ({ useCatalogue: () => ({ cards: [], byId: new Map() }) }));

const root = readPart({ a: 1, b: { c: "x" } }, new Map());
let now: unknown;

function Host({ start }: { readonly start: Part }): ReactNode {
  const [part, setPart] = useState(start);
  const [picked, setPicked] = useState<PartPath>([]);
  now = writePart(part);
  return (
    <DocumentTree
      root={part}
      picked={picked}
      byId={new Map()}
      onPick={setPicked}
      onChange={(next, path) => {
        setPart(next);
        setPicked(path);
      }}
    />
  );
}

beforeEach(() => {
  if (root) render(<Host start={root} />);
});
afterEach(cleanup);

const press = (key: string, more = {}): void => void fireEvent.keyDown(screen.getByRole("tree"), { key, ...more });
const picked = (): string | null => screen.getByRole("treeitem", { selected: true }).textContent;

it("is walked, added to, moved and cleared by keys alone", () => {
  press("End");
  expect(picked()).toContain("c");
  press("Insert");
  expect(now).toEqual({ a: 1, b: { c: "x", field: { $rule: "word.sample" } } });
  press("ArrowUp", { altKey: true });
  expect(Object.keys((now as { b: object }).b)).toEqual(["field", "c"]);
  expect(picked()).toContain("field");
  press("Delete");
  expect(now).toEqual({ a: 1, b: { c: "x" } });
  press("Home");
  press("Delete");
  expect(now).toEqual({ a: 1, b: { c: "x" } });
});

it("keeps the last field of a whole document, which would else be none", () => {
  press("ArrowDown");
  press("Delete");
  expect(now).toEqual({ b: { c: "x" } });
  press("Home");
  press("ArrowDown");
  press("Delete");
  expect(now).toEqual({ b: { c: "x" } });
});
