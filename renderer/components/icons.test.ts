import { expect, it } from "vitest";
import { generators } from "../../shared/generators/index.ts";
import { icons } from "./icons.ts";

it("draws the icon that each generator names", () => {
  expect(generators.filter(({ icon }) => icons[icon] === undefined).map(({ id, icon }) => `${id}: ${icon}`)).toEqual(
    [],
  );
});
