import { MantineProvider } from "@mantine/core";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, it } from "vitest";
import { stubMatchMedia } from "../test-window.ts";
import type { Part } from "./part.ts";
import { PartName } from "./PartName.tsx";

beforeAll(stubMatchMedia);
afterEach(cleanup);

const value: Part = { kind: "value", value: 1 };
function show(name: string, taken: readonly string[], part = value, markup = true): string[] {
  const names: string[] = [];
  render(
    <MantineProvider>
      <PartName {...{ name, taken, part, markup }} onRename={(next) => names.push(next)} />
    </MantineProvider>,
  );
  return names;
}
const choose = (form: string): void =>
  void fireEvent.change(screen.getByRole("combobox", { name: "Written as" }), { target: { value: form } });
const type = (text: string): void => {
  fireEvent.change(screen.getByLabelText("Name"), { target: { value: text } });
  act(() => void fireEvent.keyDown(screen.getByLabelText("Name"), { key: "Enter" }));
};

it("makes an attribute of an element, the element's own text, and back", () => {
  const names = show("id", ["id", "name"]);
  choose("attribute");
  choose("text");
  expect(names).toEqual(["@id", "#text"]);
  cleanup();
  const back = show("@id", ["@id"]);
  expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("id");
  choose("element");
  type("code");
  expect(back).toEqual(["id", "@code"]);
  cleanup();
  const text = show("#text", ["#text"]);
  expect(screen.queryByLabelText("Name")).toBeNull();
  choose("element");
  expect(text).toEqual(["text"]);
});

it("keeps names apart, and parts where they can stand", () => {
  const names = show("id", ["id", "@id", "#text"]);
  choose("attribute");
  expect(names).toEqual(["@id2"]);
  expect(screen.getByRole<HTMLOptionElement>("option", { name: "Text of the element" }).disabled).toBe(true);
  type("@id");
  cleanup();
  show("lines", ["lines"], { kind: "object", fields: [] });
  expect(screen.getByRole<HTMLOptionElement>("option", { name: "Attribute" }).disabled).toBe(true);
  cleanup();
  const json = show("@id", ["@id", "b"], value, false);
  expect(screen.queryByRole("combobox")).toBeNull();
  type("b");
  type("$rule");
  expect(json).toEqual([]);
  type("c");
  expect(json).toEqual(["c"]);
});
