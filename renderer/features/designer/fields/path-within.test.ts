import { expect, it } from "vitest";
import { pathWithin } from "./path-within.ts";

it("gives the way to a file in a folder, on every system, and none to one outside", () => {
  expect(pathWithin("/home/x/shop", "/home/x/shop/vendors.csv")).toBe("vendors.csv");
  expect(pathWithin("C:\\work\\shop", "C:\\work\\shop\\lists\\a.csv")).toBe("lists/a.csv");
  expect(pathWithin("/home/x/shop", "/home/x/shopping/a.csv")).toBeUndefined();
  expect(pathWithin("/home/x/shop", "/home/x/shop/../a.csv")).toBeUndefined();
  expect(pathWithin("/home/x/shop", "/home/x/shop")).toBeUndefined();
});
