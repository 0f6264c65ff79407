import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { openingQuery } from "./opening-query.ts";

const encoded = (path: string): string => encodeURIComponent(path);

test("a folder and a project file open a project, any other file a source", () => {
  expect(openingQuery([tmpdir()], "/")).toBe(`?project=${encoded(resolve(tmpdir()))}`);
  expect(openingQuery([join("shop", "seedloom.yaml")], tmpdir())).toBe(
    `?project=${encoded(join(resolve(tmpdir()), "shop"))}`,
  );
  expect(openingQuery(["--flag", "a b&c.sqlite"], tmpdir())).toBe(
    `?source=${encoded(join(resolve(tmpdir()), "a b&c.sqlite"))}`,
  );
});

test("no words open nothing", () => {
  expect(openingQuery([], "/")).toBe("");
  expect(openingQuery(["--inspect"], "/")).toBe("");
});
