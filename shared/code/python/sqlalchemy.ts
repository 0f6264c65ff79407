import { z } from "zod";
import { parameter } from "../../generators/parameter.ts";
import { seedTables } from "../seed-rows.ts";
import { enclosed, type Doc } from "../layout.ts";
import { defineCodeTarget, type CodeContext } from "../target.ts";
import { modelsModule } from "./models.ts";
import { classNames } from "./names.ts";
import { cell, dictionary, heading, importsFor, python } from "./print.ts";
import { pytestFixtures } from "./pytest-fixtures.ts";

const options = z.strictObject({
  rows: parameter(z.int().min(1).max(10_000).default(20), {
    label: "Rows",
    help: "At most so many a table: the fixtures hold them.",
  }),
  address: parameter(
    z
      .string()
      .regex(/^[A-Z_][A-Z0-9_]*$/, "is not a variable's name")
      .default("DATABASE_URL"),
    {
      label: "Variable of the address",
      help: "The environment variable with the database's address, as SQLAlchemy writes it.",
    },
  ),
});
type Options = z.infer<typeof options>;

/** Models, rows and pytest fixtures that undo what a test does. */
export const sqlalchemy = defineCodeTarget<Options>({
  id: "sqlalchemy",
  label: "SQLAlchemy models and pytest fixtures",
  help: "models.py, rows.py with the project's rows, and conftest.py: a session that is rolled back after each test.",
  group: "Python",
  options,
  files: (context, { rows, address }) => {
    const tables = seedTables(context, rows).map(({ table }) => table);
    return [
      { path: "models.py", text: modelsModule(context.plan, tables) },
      { path: "rows.py", text: rowsModule(context, rows) },
      { path: "conftest.py", text: pytestFixtures(context.plan.design.model.engine, address) },
    ];
  },
});

function rowsModule(context: CodeContext, most: number): string {
  const tables = seedTables(context, most);
  const classes = classNames(tables.map(({ table }) => table));
  const filled = tables.filter(({ rows }) => rows.length > 0);
  const pairs = filled.map(({ id, columns, rows }): Doc => {
    const items = rows.map((row) =>
      dictionary(columns.map((column) => [column.name, cell(row.get(column.name) ?? null, column)])),
    );
    return enclosed("(", [`models.${classes.get(id) ?? ""}`, enclosed("[", items, "]", false, true)], ")");
  });
  const imports = importsFor(filled.flatMap(({ columns }) => columns));
  const list = python(["ROWS = ", enclosed("[", pairs, "]")]);
  return `${heading}${imports.length === 0 ? "" : `${imports.join("\n")}\n\n`}import models\n\n# Parents before children, with the columns as the database calls them.\n${list}\n`;
}
