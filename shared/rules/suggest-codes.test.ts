import { expect, test } from "vitest";
import { generatorCatalogue } from "../generators/index.ts";
import { columnOf, modelOf, tableOf } from "./small-schema.ts";
import { suggestTable } from "./suggest-table.ts";

const suggested = (name: string, type: string) => {
  const books = tableOf("books", [columnOf("id"), columnOf(name, type)], { primaryKey: ["id"] });
  return suggestTable(books, modelOf(books), generatorCatalogue).get(name);
};

test("book numbers have right check digits, however short the column is", () => {
  expect(suggested("isbn", "varchar(17)")?.rule).toMatchObject({ generator: "commerce.isbn", params: {} });
  expect(suggested("isbn", "varchar(13)")?.rule).toMatchObject({ generator: "code", params: { code: "ISBN-13" } });
  expect(suggested("isbn", "char(10)")?.rule).toMatchObject({ generator: "code", params: { code: "ISBN-10" } });
});

test("book numbers chosen by hand begin without separators where these have no room", () => {
  expect(suggested("isbn", "varchar(13)")?.alternatives.map(({ rule }) => rule)).toContainEqual(
    expect.objectContaining({ generator: "commerce.isbn", params: { separator: "" } }),
  );
});
