import { z } from "zod";
import { parameter } from "../../generators/parameter.ts";
import { enclosed } from "../layout.ts";
import { namedRows } from "../named-rows.ts";
import { identifiers } from "../names.ts";
import { defineCodeTarget, type CodeContext } from "../target.ts";
import { docString } from "./models.ts";
import { cell, heading, importsFor, python, reservedWords, text } from "./print.ts";
import { hardLine, indent, join, type Doc } from "../layout.ts";

const options = z.strictObject({
  rows: parameter(z.int().min(0).max(1000).default(3), {
    label: "First rows",
    help: "Of tables without pinned rows: so many of the first.",
  }),
});
type Options = z.infer<typeof options>;

/** Rows with names, so that tests need no magic numbers. */
export const constantsPython = defineCodeTarget<Options>({
  id: "constants-python",
  label: "Constants in Python",
  help: "Pinned rows by their names, or the first rows of a table, as typed constants that tests can name.",
  group: "Python",
  options,
  files: (context, { rows }) => [{ path: "seed_rows.py", text: script(context, rows) }],
});

function script(context: CodeContext, count: number): string {
  const tables = namedRows(context, count);
  const classes = identifiers(
    tables.map(({ id }) => id),
    "pascal",
    new Set([...reservedWords, "Any", "Dict", "Final"]),
    "Table",
  );
  const parts = tables.map(({ id, columns, rows }) => {
    const names = identifiers(
      rows.map(({ name }) => name),
      "upper",
      reservedWords,
      "ROW",
    );
    const lines = rows.map(({ name, values }): Doc => {
      const entries = columns.map((column): Doc => [
        text(column.name),
        ": ",
        cell(values.get(column.name) ?? null, column),
      ]);
      return [`${names.get(name) ?? name}: Final[Dict[str, Any]] = `, enclosed("{", entries, "}")];
    });
    return python([
      `class ${classes.get(id) ?? "Table"}:`,
      indent([hardLine, docString(`Rows of ${id}.`), hardLine, hardLine, join(lines, hardLine)]),
    ]);
  });
  const imports = [...importsFor(tables.flatMap(({ columns }) => columns)), "from typing import Any, Dict, Final"];
  return `${heading}${imports.join("\n")}\n\n\n${parts.join("\n\n\n")}\n`;
}
