import { parameterNames, type Parameterised } from "../rules/generator-params.ts";
import { failAt, failIssue, nameHint } from "./file-errors.ts";
import { shorthandParams } from "./rule-words.ts";
import { plainValue, type SourceNode } from "./source-tree.ts";
import type { YamlSource } from "./yaml-source.ts";

/**
 * The parameters of a generator or mask: by name, or the shorthand parameter alone.
 * @throws SeedloomError naming line and column, and the nearest name for an unknown parameter.
 */
export function readParams(source: YamlSource, generator: Parameterised, node: SourceNode): Record<string, unknown> {
  const value = plainValue(node);
  if (value === null) return {};
  const known = parameterNames(generator);
  const short = shorthandParams(generator, value);
  const shortResult = short === undefined ? undefined : generator.params.safeParse(short);
  const what = `parameters of ${generator.id}`;
  if (node.kind === "map") {
    const full = value as Record<string, unknown>;
    const fullResult = generator.params.safeParse(full);
    if (fullResult.success) return full;
    if (short !== undefined && shortResult?.success === true) return { ...short };
    // A map that the shorthand parameter takes, with something wrong inside: a weight below 0.
    if (shortResult?.error?.issues.some(({ path }) => path.length > 1) === true)
      return failIssue(source, alone(generator, node), shortResult.error, what, known);
    return failIssue(source, node, fullResult.error, what, known);
  }
  if (short === undefined || shortResult === undefined) {
    return failAt(
      source,
      node.at,
      `${generator.id} takes its parameters by name, not a value alone,`,
      nameHint("", known, "Parameters"),
    );
  }
  if (shortResult.success) return { ...short };
  return failIssue(source, alone(generator, node), shortResult.error, what, known);
}

/** The value of the shorthand parameter as if it were named. */
const alone = (generator: Parameterised, node: SourceNode): SourceNode => ({
  kind: "map",
  at: node.at,
  entries: new Map([[generator.shorthand ?? "", { at: node.at, value: node }]]),
});
