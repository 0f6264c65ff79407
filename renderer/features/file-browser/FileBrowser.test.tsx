import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, it, vi } from "vitest";
import type { FolderListing } from "../../../shared/api/views.ts";
import { FileBrowser } from "./FileBrowser.tsx";
import { useFolder } from "./use-folder.ts";

// What the backend's machine holds is not under test; when it answers is.
vi.mock("./use-folder.ts", () => ({ useFolder: vi.fn<typeof useFolder>() }));
// jsdom lays nothing out, so there is nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

const home: FolderListing = {
  folder: "/home/kim",
  parent: "/home",
  entries: [
    { name: "shop", path: "/home/kim/shop", kind: "folder", project: true },
    { name: "shop.sqlite", path: "/home/kim/shop.sqlite", kind: "file", bytes: 4096 },
  ],
};
const went: (string | undefined)[] = [];
const answer = (listing: FolderListing | undefined): void => {
  vi.mocked(useFolder).mockReturnValue({
    listing,
    error: null,
    loading: listing === undefined,
    go: (to) => went.push(to),
  });
};

const chosen: string[] = [];
function Dialog({ kind }: { readonly kind: "database" | "folder" }) {
  const [path, setPath] = useState("");
  return (
    <FileBrowser
      kind={kind}
      start={undefined}
      propose="new"
      path={path}
      onPath={setPath}
      onChoose={(taken) => chosen.push(taken)}
    />
  );
}
const box = (): HTMLInputElement => screen.getByRole("textbox");

afterEach(() => {
  cleanup();
  went.length = 0;
  chosen.length = 0;
});

it("keeps what is typed while the folder is still being read", () => {
  answer(undefined);
  const { rerender } = render(<Dialog kind="database" />);
  fireEvent.change(box(), { target: { value: "/data/big.sqlite" } });
  answer(home);
  rerender(<Dialog kind="database" />);
  expect(box().value).toBe("/data/big.sqlite");
  fireEvent.keyDown(box(), { key: "Enter" });
  expect(chosen).toEqual(["/data/big.sqlite"]);
});

it("proposes a new folder in the place that is shown", () => {
  answer(home);
  render(<Dialog kind="folder" />);
  expect(box().value).toBe("/home/kim/new");
});

it("is walked with the keyboard: arrows pick, Enter takes a file, Backspace goes up", () => {
  answer(home);
  render(<Dialog kind="database" />);
  const list = screen.getByRole("listbox");
  fireEvent.keyDown(list, { key: "ArrowDown" });
  expect(box().value).toBe("/home/kim/shop.sqlite");
  fireEvent.keyDown(list, { key: "Enter" });
  expect(chosen).toEqual(["/home/kim/shop.sqlite"]);
  fireEvent.keyDown(list, { key: "Backspace" });
  expect(went).toEqual(["/home"]);
});
