import { expect, test } from "vitest";
import { generatorCatalogue } from "../generators/index.ts";
import type { TableModel } from "../schema/schema-model.ts";
import { columnOf, modelOf, referenceOf, tableOf } from "./small-schema.ts";
import { suggestTable } from "./suggest-table.ts";

const connections = tableOf("connections", [columnOf("id", "integer")], { primaryKey: ["id"] });
const parameters = tableOf(
  "connection_parameter",
  [
    columnOf("connection_id", "integer"),
    columnOf("parameter_name", "varchar(128)"),
    columnOf("parameter_value", "varchar(4096)"),
  ],
  {
    primaryKey: ["connection_id", "parameter_name"],
    foreignKeys: [
      {
        name: "fk",
        columns: ["connection_id"],
        referencedTable: { schema: connections.schema, name: "connections" },
        referencedColumns: ["id"],
      },
    ],
  },
);
const suggested = (table: TableModel, ...others: readonly TableModel[]) =>
  suggestTable(table, modelOf(table, ...others), generatorCatalogue);

test("parameters have names that connections have, and each a value of its own kind", () => {
  const suggestions = suggested(parameters, connections);
  expect(suggestions.get("parameter_name")?.rule).toMatchObject({
    generator: "weighted-choice",
    params: { values: { hostname: 1, port: 1 } },
  });
  expect(suggestions.get("parameter_value")).toMatchObject({
    confidence: "medium",
    rule: {
      generator: "mix",
      params: {
        rules: expect.arrayContaining([
          {
            rule: { "weighted-choice": { values: { "22": 1, "443": 1, "3389": 1, "5900": 1, "8080": 1 } } },
            when: 'parameter_name == "port"',
          },
        ]),
      },
    },
  });
});

test("a table of settings has them by its plain columns, and by what it is about", () => {
  const settings = tableOf("user_settings", [columnOf("name", "varchar(40)"), columnOf("value", "text")]);
  expect(suggested(settings).get("name")?.rule).toMatchObject({ params: { values: { theme: 1, language: 1 } } });
  const products = tableOf("product_attributes", [columnOf("key", "varchar(40)"), columnOf("value", "text")]);
  expect(suggested(products).get("key")?.rule).toMatchObject({ params: { values: { material: 1, colour: 1 } } });
});

test("a unique name needs more than a list, and other values are no settings", () => {
  const unique = tableOf("settings", [columnOf("name", "varchar(40)"), columnOf("value", "text")], {
    primaryKey: ["name"],
  });
  expect(suggested(unique).get("name")?.rule).not.toMatchObject({ generator: "weighted-choice" });
  const checked = tableOf("settings", [columnOf("key", "varchar(40)"), columnOf("value", "text")], {
    checks: [{ name: "", expression: "key IN ('theme', 'lang')" }],
  });
  expect(suggested(checked).get("key")?.rule).toMatchObject({ params: { values: { theme: 3, lang: 3 } } });
  const answers = tableOf("answers", [columnOf("name", "varchar(40)"), columnOf("value", "text")]);
  expect(suggested(answers).get("value")?.rule).not.toMatchObject({ generator: "mix" });
});

test("groups are few, and each has settings of its own all the same", () => {
  const groups = tableOf("user_group", [columnOf("id", "integer")], { primaryKey: ["id"] });
  const attributes = tableOf(
    "user_group_attribute",
    [columnOf("group_id", "integer"), columnOf("attribute_name", "varchar(128)"), columnOf("attribute_value", "text")],
    { primaryKey: ["group_id", "attribute_name"], foreignKeys: [referenceOf("group_id", "user_group")] },
  );
  expect(suggested(attributes, groups).get("attribute_name")?.rule).toMatchObject({
    params: { values: { language: 1, theme: 1 } },
  });
});
