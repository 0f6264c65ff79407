import { expect, it } from "vitest";
import { generators } from "../../shared/generators/index.ts";
import { masks } from "../../shared/masks/index.ts";
import { icons } from "./icons.ts";

it("draws the icon that each generator and mask names", () => {
  const nameless = [...generators, ...masks].filter(({ icon }) => icons[icon] === undefined);
  expect(nameless.map(({ id, icon }) => `${id}: ${icon}`)).toEqual([]);
});
