import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ColumnView, SessionView } from "../../../../shared/api/views.ts";
import { edgePackInfo } from "../../../../shared/generators/edge/pack-info.ts";
import type { Project } from "../../../../shared/project/project.ts";
import type { GenerateRule } from "../../../../shared/rules/rule.ts";
import { openSession, sessionStore, undo } from "../../../state/session-store.ts";
import { EdgeShareField } from "./EdgeShareField.tsx";

const rule: GenerateRule = { kind: "generate", generator: "lorem", params: {}, nulls: 0.1 };
const project: Project = {
  seedloom: 1,
  source: "shop.sqlite",
  seed: 1,
  now: "today",
  locales: {},
  tables: { products: { columns: { name: rule } } },
  scenarios: {},
  exports: [],
};
const view: SessionView = {
  session: "s",
  revision: 1,
  name: "shop",
  source: { label: "shop.sqlite", engine: "sqlite", connected: true },
  project,
  tables: [],
  views: [],
  problems: [],
  availableLocales: [],
};
const current = (): GenerateRule => {
  const found = sessionStore.getState().draft?.tables["products"]?.columns["name"];
  if (found?.kind !== "generate") throw new Error("The column is not generated.");
  return found;
};
const draw = (): void => {
  cleanup();
  const column = { column: { name: "name", type: "TEXT", valueType: { kind: "text" }, nullable: true } };
  render(<EdgeShareField table="products" targets={[{ view: column as ColumnView, rule: current() }]} />);
};
const setShare = (text: string): void => {
  const box = screen.getByRole("textbox", { name: "Edge values" });
  fireEvent.change(box, { target: { value: text } });
  fireEvent.blur(box);
  draw();
};

beforeEach(() => {
  openSession(view);
  draw();
});
afterEach(cleanup);

describe("the share of edge values in the inspector", () => {
  it("is set in percent, and gone at 0; what else the rule says stays", () => {
    expect(screen.queryAllByRole("checkbox")).toEqual([]);
    setShare("2%");
    expect(current()).toEqual({ ...rule, edge: { share: 0.02 } });
    setShare("0");
    expect(current()).toEqual(rule);
    undo();
    expect(current()).toEqual({ ...rule, edge: { share: 0.02 } });
  });

  it("takes the packs that are ticked, and those that suit the column where none is", () => {
    setShare("5");
    expect(screen.getByText("Packs: those that suit the column")).toBeDefined();
    for (const { label } of [edgePackInfo.injection, edgePackInfo.unicode]) {
      fireEvent.click(screen.getByRole("checkbox", { name: label }));
      draw();
    }
    expect(current().edge).toEqual({ share: 0.05, packs: ["unicode", "injection"] });
    setShare("7%");
    expect(current().edge).toEqual({ share: 0.07, packs: ["unicode", "injection"] });
    for (const { label } of [edgePackInfo.injection, edgePackInfo.unicode]) {
      fireEvent.click(screen.getByRole("checkbox", { name: label }));
      draw();
    }
    expect(current().edge).toEqual({ share: 0.07 });
  });
});
