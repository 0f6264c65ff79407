import { expect, test } from "vitest";
import { generatorCatalogue } from "../generators/index.ts";
import type { TableModel } from "../schema/schema-model.ts";
import { columnOf, modelOf, tableOf } from "./small-schema.ts";
import { suggestTable } from "./suggest-table.ts";

const ruleOf = (table: TableModel, column: string) => {
  const rule = suggestTable(table, modelOf(table), generatorCatalogue).get(column)?.rule;
  return rule?.kind === "generate" ? { [rule.generator]: rule.params } : rule?.kind;
};
const text = (name: string) => columnOf(name, "varchar(200)");
const array = { ...columnOf("labels", "text[]"), valueType: { kind: "array", of: { kind: "text" } } } as const;
const vector = {
  ...columnOf("fulltext", "tsvector"),
  valueType: { kind: "notation", notation: "text-search" },
} as const;

test("a search vector holds the words of the row's title, or else of what describes it", () => {
  const films = tableOf("films", [columnOf("id"), text("description"), text("title"), vector]);
  expect(ruleOf(films, "fulltext")).toEqual({ "search-vector": { column: "title" } });
  const notes = tableOf("notes", [columnOf("id"), text("body"), vector]);
  expect(ruleOf(notes, "fulltext")).toEqual({ "search-vector": { column: "body" } });
  expect(ruleOf(tableOf("bare", [columnOf("id"), vector]), "fulltext")).toEqual({ "search-vector": {} });
});

test("a list of texts is one of English words", () => {
  const films = tableOf("films", [columnOf("id"), array]);
  expect(ruleOf(films, "labels")).toEqual({ list: { min: 1, of: { prose: { about: "keywords", max: 1 } } } });
});
