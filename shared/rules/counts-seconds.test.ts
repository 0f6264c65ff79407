import { expect, test } from "vitest";
import { generatorCatalogue } from "../generators/index.ts";
import type { TableModel } from "../schema/schema-model.ts";
import { columnOf, modelOf, tableOf } from "./small-schema.ts";
import { suggestTable } from "./suggest-table.ts";

const bids = tableOf(
  "bids",
  [columnOf("id", "integer"), columnOf("bid_end", "integer"), columnOf("deletion", "integer")],
  {
    primaryKey: ["id"],
  },
);
const generators = (...others: readonly TableModel[]): readonly unknown[] => {
  const suggested = suggestTable(bids, modelOf(bids, ...others), generatorCatalogue);
  return ["bid_end", "deletion"]
    .map((name) => suggested.get(name)?.rule)
    .map((rule) => rule?.kind === "generate" && rule.generator);
};

test("whole numbers named as moments are seconds where a schema has no date of its own", () => {
  expect(generators()).toEqual(["timestamp", "timestamp"]);
});

test("and numbers where it has", () => {
  expect(generators(tableOf("sales", [columnOf("sold_on", "date")]))).not.toContain("timestamp");
});
