import { z } from "zod";
import { parameter } from "../../generators/parameter.ts";
import { namedRows } from "../named-rows.ts";
import { identifiers } from "../names.ts";
import { defineCodeTarget, type CodeContext } from "../target.ts";
import { cell, heading, object, reservedWords, typescript } from "./print.ts";

const options = z.strictObject({
  rows: parameter(z.int().min(0).max(1000).default(3), {
    label: "First rows",
    help: "Of tables without pinned rows: so many of the first.",
  }),
});
type Options = z.infer<typeof options>;

/** Rows with names, so that tests need no magic numbers. */
export const constantsTypescript = defineCodeTarget<Options>({
  id: "constants-typescript",
  label: "Constants in TypeScript",
  help: "Pinned rows by their names, or the first rows of a table, as typed constants that tests can name.",
  group: "TypeScript",
  options,
  files: (context, { rows }) => [{ path: "seed-rows.ts", text: script(context, rows) }],
});

function script(context: CodeContext, count: number): string {
  const tables = namedRows(context, count);
  const names = identifiers(
    tables.map(({ id }) => id),
    "camel",
    reservedWords,
    "table",
  );
  const parts = tables.map(({ id, columns, rows }) => {
    const keys = identifiers(
      rows.map(({ name }) => name),
      "camel",
      new Set(),
      "row",
    );
    const entries = rows.map(
      ({ name, values }) =>
        [
          keys.get(name) ?? name,
          object(columns.map((column) => [column.name, cell(values.get(column.name) ?? null, column)])),
        ] as const,
    );
    return typescript([`/** Rows of ${id}. */\nexport const ${names.get(id)} = `, object(entries, true), " as const;"]);
  });
  return `${[heading.trimEnd(), ...parts].join("\n\n")}\n`;
}
