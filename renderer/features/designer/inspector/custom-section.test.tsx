import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { GeneratorCard, SessionView } from "../../../../shared/api/views.ts";
import type { Project } from "../../../../shared/project/project.ts";
import type { GenerateRule } from "../../../../shared/rules/rule.ts";
import { edit, openSession, sessionStore, undo } from "../../../state/session-store.ts";
import { CustomsDialog } from "../customs/CustomsDialog.tsx";
import { nameOfLabel, saveAsCustom } from "../logic/custom-edits.ts";
import { isInForce, projectChoices, ruleFromChoice, searchProject } from "../picker/rule-choices.ts";
import { stubMatchMedia } from "../test-window.ts";
import { CustomSection } from "./CustomSection.tsx";

vi.mock("../queries.ts", () => ({ useCatalogue: () => ({ cards: [], byId: new Map() }) }));

const template: GenerateRule = { kind: "generate", generator: "template", params: { text: "P{{seq}}" }, nulls: 0.1 };
const project: Project = {
  seedloom: 1,
  source: "shop.sqlite",
  seed: 1,
  now: "today",
  locales: {},
  tables: {
    products: { columns: { code: template, other: { ...template } } },
    boxes: { columns: { code: { ...template } } },
  },
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
const draft = (): Project => sessionStore.getState().draft ?? project;
const ruleOf = (table: string, column: string): GenerateRule => {
  const rule = draft().tables[table]?.columns[column];
  if (rule?.kind !== "generate") throw new Error("The column is not generated.");
  return rule;
};
const draw = (table = "products", column = "code") => {
  cleanup();
  render(<CustomSection table={table} column={column} rule={ruleOf(table, column)} />);
};
const button = (name: string): HTMLElement => screen.getByRole("button", { name });
const saveAs = (label: string): void => {
  fireEvent.click(button("Save as custom generator…"));
  const box = screen.getByRole("textbox", { name: "Name of the custom generator" });
  fireEvent.change(box, { target: { value: label } });
  fireEvent.keyDown(box, { key: "Enter" });
};

beforeAll(stubMatchMedia);
beforeEach(() => openSession(view));
afterEach(cleanup);

describe("custom generators in the inspector", () => {
  it("are made of a column's rule, which keeps its NULLs, in one step of undo", () => {
    draw();
    saveAs("Product code");
    expect(draft().generators).toEqual({
      "product-code": { label: "Product code", generator: "template", params: { text: "P{{seq}}" } },
    });
    expect(ruleOf("products", "code")).toEqual({ ...template, custom: "product-code" });
    expect(undo()).toBe("Save Product code as a custom generator");
    expect(draft()).toEqual(project);
  });

  it("show what uses them; a copy follows no longer, and what is deleted leaves its rule behind", () => {
    draw();
    saveAs("sku");
    expect(draft().generators?.["sku"]).not.toHaveProperty("label");
    const [choice] = projectChoices(draft(), new Map([["template", card]]), "text");
    const other = choice && ruleFromChoice(choice, ruleOf("boxes", "code"));
    expect(other).toEqual({ ...template, custom: "sku" });
    draw();
    expect(screen.getByText(/used by products.code/)).toBeDefined();
    fireEvent.click(button("Make a copy"));
    expect(ruleOf("products", "code")).toEqual(template);
    expect(draft().generators).toHaveProperty("sku");
    undo();
    draw();
    fireEvent.click(button("Delete"));
    expect(draft().generators).toBeUndefined();
    expect(ruleOf("products", "code")).toEqual(template);
  });

  it("are renamed everywhere", () => {
    draw();
    saveAs("sku");
    draw();
    fireEvent.click(button("Rename…"));
    fireEvent.change(screen.getByRole("textbox"), { target: { value: "Stock unit" } });
    fireEvent.click(button("Rename"));
    expect(draft().generators).toMatchObject({ "stock-unit": { label: "Stock unit" } });
    expect(ruleOf("products", "code").custom).toBe("stock-unit");
  });

  it("leave the name form on Escape, and take no empty name", () => {
    draw();
    fireEvent.click(button("Save as custom generator…"));
    expect(button("Save")).toHaveProperty("disabled", true);
    fireEvent.keyDown(screen.getByRole("textbox"), { key: "Escape" });
    expect(draft()).toBe(project);
    expect(button("Save as custom generator…")).toBeDefined();
  });
});

describe("the list of custom generators", () => {
  const place = { table: "products", column: "code" };
  const line = (name: string): HTMLElement => screen.getByRole("listitem", { name });
  const press = (name: string, action: string): void => {
    fireEvent.click(within(line(name)).getByRole("button", { name: action }));
  };

  it("renames and deletes those too that no column uses, and tells who uses the others", () => {
    edit(saveAsCustom(draft(), place, template, "Product code"));
    edit({ kind: "set-generator", name: "spare", generator: { generator: "template", params: { text: "S" } } });
    render(
      <MantineProvider>
        <CustomsDialog />
      </MantineProvider>,
    );
    expect(line("Product code").textContent).toContain("used by products.code");
    expect(line("spare").textContent).toContain("not used");
    press("spare", "Rename…");
    fireEvent.change(screen.getByRole("textbox"), { target: { value: "Spare code" } });
    fireEvent.click(button("Rename"));
    expect(Object.keys(draft().generators ?? {})).toEqual(["product-code", "spare-code"]);
    press("Spare code", "Delete");
    press("Product code", "Delete");
    expect(ruleOf("products", "code")).toEqual(template);
    expect(screen.getByText("No custom generator yet")).toBeDefined();
  });
});

const card: GeneratorCard = {
  id: "template",
  label: "Template",
  help: "",
  category: "structure",
  keywords: [],
  icon: "braces",
  family: "generate",
  localized: false,
  accepts: ["text"],
  fields: [],
};

describe("custom generators in the picker", () => {
  it("are offered where the column can hold them, with how many columns use them", () => {
    draw();
    saveAs("Product code");
    const cards = new Map([["template", card]]);
    const [choice] = projectChoices(draft(), cards, "text");
    expect(choice).toMatchObject({
      key: "custom:product-code",
      description: "Template, 1 column",
      card: { label: "Product code" },
    });
    expect(projectChoices(draft(), cards, "integer")).toEqual([]);
    expect(choice && isInForce(choice, ruleOf("products", "code"))).toBe(true);
    expect(choice && isInForce(choice, ruleOf("products", "other"))).toBe(false);
    expect(searchProject("prod templ", choice ? [choice] : [])).toHaveLength(1);
    expect(searchProject("mail", choice ? [choice] : [])).toEqual([]);
  });

  it("get a name from their label, and another where it is taken", () => {
    expect(nameOfLabel("Größe (cm)", [])).toBe("grosse-cm");
    expect(nameOfLabel("Code", ["code", "code-2"])).toBe("code-3");
    expect(nameOfLabel("名前", [])).toBe("generator");
  });
});
