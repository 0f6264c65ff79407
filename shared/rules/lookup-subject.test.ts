import { expect, test } from "vitest";
import { generatorCatalogue } from "../generators/index.ts";
import type { TableModel } from "../schema/schema-model.ts";
import { subjectNoun } from "./lookup-subject.ts";
import { columnOf, modelOf, tableOf } from "./small-schema.ts";
import { suggestTable } from "./suggest-table.ts";

const category = tableOf("category", [columnOf("id", "integer"), columnOf("name", "varchar(25)")], {
  primaryKey: ["id"],
});
const film = tableOf("film", [columnOf("id", "integer"), columnOf("title", "text")], { primaryKey: ["id"] });
const to = (parent: string, column: string): TableModel["foreignKeys"][number] => ({
  name: `${column}_fk`,
  columns: [column],
  referencedTable: { schema: film.schema, name: parent },
  referencedColumns: ["id"],
});
const filmCategory = tableOf("film_category", [columnOf("film_id", "integer"), columnOf("category_id", "integer")], {
  primaryKey: ["film_id", "category_id"],
  foreignKeys: [to("film", "film_id"), to("category", "category_id")],
});
const article = tableOf("articles", [columnOf("id", "integer"), columnOf("category_id", "integer")], {
  primaryKey: ["id"],
  foreignKeys: [to("category", "category_id")],
});
const named = (...tables: readonly TableModel[]): unknown =>
  suggestTable(category, modelOf(category, ...tables), generatorCatalogue).get("name")?.rule;

test("categories are those of the table that points to them, also through a junction", () => {
  expect(subjectNoun(category, modelOf(category, film, filmCategory))).toBe("film category");
  expect(named(film, filmCategory)).toMatchObject({ params: { values: { Comedy: 1, Drama: 1 } } });
  expect(named(article)).toMatchObject({ params: { values: { Technology: 1 } } });
});

test("and departments of a shop where nothing, or more than one table, points to them", () => {
  expect(named()).toMatchObject({ generator: "commerce.department" });
  expect(subjectNoun(category, modelOf(category, film, filmCategory, article))).toBe("category");
});

test("a bare type is that of its table", () => {
  const typed = (table: string, type: string): unknown => {
    const one = tableOf(table, [columnOf("type", type)]);
    return suggestTable(one, modelOf(one), generatorCatalogue).get("type")?.rule;
  };
  expect(typed("coupons", "varchar(20)")).toMatchObject({ params: { values: { percent: 3, amount: 3 } } });
  expect(typed("coupon", "char(1)")).toMatchObject({ params: { values: { P: 3, A: 3 } } });
  expect(typed("things", "varchar(20)")).toMatchObject({ params: { values: { standard: 5 } } });
});
