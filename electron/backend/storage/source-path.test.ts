import { expect, test } from "vitest";
import { sourceFile, sourceName } from "./source-path.ts";

test.each([
  ["/work/shop", "/work/shop/data/shop.sqlite", "data/shop.sqlite"],
  ["/work/shop", "/work/db/shop.sqlite", "../db/shop.sqlite"],
  ["/work/shop", "/var/shop.sqlite", "/var/shop.sqlite"],
  ["/work/a/b/c/d", "/var/shop.sqlite", "/var/shop.sqlite"],
])("a project in %s names %s as %s, and finds it again", (folder, path, name) => {
  expect(sourceName(folder, path)).toBe(name);
  expect(sourceFile(folder, name)).toBe(path);
});
