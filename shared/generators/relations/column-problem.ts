import { nearest } from "../../base/nearest.ts";
import type { ParameterProblem } from "../generator.ts";

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
