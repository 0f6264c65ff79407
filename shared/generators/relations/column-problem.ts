import type { ValueType } from "../../schema/value-type.ts";
import { nearest } from "../../base/nearest.ts";
import type { ParameterProblem, SchemaPlace } from "../generator.ts";

/**
 * What is wrong with a parameter that names a column of the row, or by a path one of a parent row; `use` says what for: "to
 * start from". The fix sets the parameter to the nearest name.
 */
export function columnProblem(
  parameter: string,
  name: string,
  columns: readonly string[],
  use: string,
): readonly ParameterProblem[] {
  if (name === "") return [{ severity: "error", message: `No column is chosen ${use}.` }];
  const [own = ""] = name.split(".");
  if (columns.includes(name) || (name.includes(".") && columns.includes(own))) return [];
  const near = nearest(own, columns);
  return [
    {
      severity: "error",
      message: `There is no column ${own} in this table${near === undefined ? "" : `; the nearest is ${near}`}.`,
      ...(near === undefined ? {} : { fix: { label: `Use ${near}`, params: { [parameter]: near } } }),
    },
  ];
}

const numeric: ReadonlySet<ValueType["kind"]> = new Set(["integer", "decimal", "real", "unknown"]);

/** What is wrong with a column of the row that is to be a number; `use` says what for: "be added up". */
export function numberProblem(name: string, schema: SchemaPlace | undefined, use: string): readonly ParameterProblem[] {
  const column = schema?.table.columns.find((one) => one.name === name);
  if (column === undefined || numeric.has(column.valueType.kind)) return [];
  const { kind } = column.valueType;
  const message = `${name} is ${column.type || kind}, and only numbers can ${use}.`;
  // Text may be written as a number.
  return [{ severity: kind === "text" ? "warning" : "error", message }];
}
