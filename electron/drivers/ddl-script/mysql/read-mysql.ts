import { ScriptError } from "../script-error.ts";
import type { ScriptReader, ScriptStart } from "../script-reader.ts";
import { applyStatement } from "./apply-statement.ts";
import { MyCatalogue } from "./catalogue.ts";
import { flavourOf } from "./flavour.ts";
import { toModel } from "./to-model.ts";

/**
 * Reads the statements of a MySQL or MariaDB script. The parser is our own: the statements that declare tables are few, and what
 * the model says must be what the server would have made of them, down to names that nobody gave.
 */
export function mysqlReader({ name, text: start }: ScriptStart): ScriptReader {
  const catalogue = new MyCatalogue(name);
  const flavour = flavourOf(start);
  return {
    apply({ text, line }) {
      if (text.includes("\0")) throw new ScriptError(line, "a NUL character stands in this statement");
      applyStatement({ catalogue, flavour, line }, text);
    },
    finish: () => ({
      model: toModel(catalogue),
      limits: catalogue.unknown.map((table) => `${table} is made by a query: its columns are not known.`),
    }),
  };
}
