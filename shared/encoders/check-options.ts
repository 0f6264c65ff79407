import { SeedloomError } from "../base/errors.ts";
import { nearest } from "../base/nearest.ts";
import type { ExportKind } from "../generators/generator.ts";

/**
 * The options of a run, whole: what is not said is the default.
 * @throws SeedloomError `usage` naming the option that is unknown or not valid.
 */
export function checkOptions(
  { id, options }: Pick<ExportKind, "id" | "options">,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const result = options.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const known = Object.keys(options.shape);
  if (issue?.code === "unrecognized_keys") {
    const [name = ""] = issue.keys;
    const near = nearest(name, known);
    const all = known.length === 0 ? "It takes none." : `There are: ${known.join(", ")}.`;
    throw new SeedloomError(
      "usage",
      `${id} has no option ${name}.`,
      near === undefined ? all : `Did you mean ${near}?`,
    );
  }
  const why = (issue?.message ?? "").replace(/^Invalid (?:input|option): /, "");
  throw new SeedloomError(
    "usage",
    `The option ${issue?.path.map(String).join(".") ?? ""} of ${id} is not valid: ${why}.`,
  );
}
