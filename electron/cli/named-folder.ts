import { SeedloomError } from "../../shared/base/errors.ts";

/** The folder as given; an empty word, as an unset variable of a shell leaves it, must not stand for the current folder. */
export function namedFolder(folder: string): string {
  if (folder.trim() !== "") return folder;
  throw new SeedloomError("usage", "--out names no folder: it is empty.", "Write --out . for the current folder.");
}
