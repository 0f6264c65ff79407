import { expect, test } from "vitest";
import { scenarioCommands } from "./use-scenario-commands.ts";

test("the palette has a new scenario, the project itself, and every scenario by name", () => {
  expect(scenarioCommands(["smoke", "none"]).map(({ id, label }) => [id, label])).toEqual([
    ["scenario.new", "New scenario…"],
    ["scenario.none", "Show scenario default"],
    ["scenario.show.smoke", "Show scenario smoke"],
    ["scenario.show.none", "Show scenario none"],
  ]);
});
