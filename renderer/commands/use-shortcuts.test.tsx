import { cleanup, fireEvent, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { registerCommands, type Command } from "./command.ts";
import { useShortcuts } from "./use-shortcuts.ts";

let ran: string[] = [];
let allowed = true;
const command = (id: string, shortcut: string, more: Partial<Command> = {}): Command => ({
  id,
  label: id,
  group: "Edit",
  shortcut,
  run: () => void ran.push(id),
  ...more,
});
const commands: readonly Command[] = [
  command("rule", "r"),
  command("tables", "g t"),
  command("palette", "mod+k", { inFields: true }),
  command("undo", "mod+z", { inFields: "saved" }),
  command("redo", "mod+shift+z", { otherShortcut: "mod+y" }),
  command("fix", "mod+.", { when: () => allowed }),
];

function Window() {
  useShortcuts();
  return (
    <>
      <input aria-label="box" />
      <input aria-label="saved box" data-saved />
      <select aria-label="list" />
      <button type="button">button</button>
    </>
  );
}

let unregister: () => void = () => undefined;
beforeEach(() => {
  ran = [];
  allowed = true;
  unregister = registerCommands(commands);
});
afterEach(() => {
  cleanup();
  unregister();
});

it("runs what a key stands for", () => {
  render(<Window />);
  fireEvent.keyDown(document.body, { key: "r" });
  fireEvent.keyDown(document.body, { key: "g" });
  fireEvent.keyDown(document.body, { key: "t" });
  fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
  expect(ran).toEqual(["rule", "tables", "palette"]);
});

it("takes either habit's keys for the same", () => {
  render(<Window />);
  fireEvent.keyDown(document.body, { key: "Z", ctrlKey: true, shiftKey: true });
  fireEvent.keyDown(document.body, { key: "y", ctrlKey: true });
  expect(ran).toEqual(["redo", "redo"]);
});

it("leaves a person who types alone, and the field's own undo", () => {
  const { getByLabelText } = render(<Window />);
  const box = getByLabelText("box");
  for (const key of ["r", "g", "t"]) fireEvent.keyDown(box, { key });
  fireEvent.keyDown(box, { key: "z", ctrlKey: true });
  expect(ran).toEqual([]);
  fireEvent.keyDown(box, { key: "k", ctrlKey: true });
  expect(ran).toEqual(["palette"]);
});

it("takes back the last change of the project from a field that is saved", () => {
  const { getByLabelText } = render(<Window />);
  for (const label of ["saved box", "list"]) {
    fireEvent.keyDown(getByLabelText(label), { key: "r" });
    fireEvent.keyDown(getByLabelText(label), { key: "z", ctrlKey: true });
  }
  expect(ran).toEqual(["undo", "undo"]);
});

it("runs nothing that makes no sense now, and lets the key through", () => {
  allowed = false;
  render(<Window />);
  expect(fireEvent.keyDown(document.body, { key: ".", ctrlKey: true })).toBe(true);
  expect(ran).toEqual([]);
});

it("leaves the keyboard to an open dialog", () => {
  render(
    <>
      <Window />
      <div role="dialog" aria-modal="true" />
    </>,
  );
  fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
  expect(ran).toEqual([]);
});

it("forgets the commands of a pane that is gone", () => {
  render(<Window />);
  unregister();
  fireEvent.keyDown(document.body, { key: "r" });
  expect(ran).toEqual([]);
});
