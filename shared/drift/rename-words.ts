import type { GeneratorCatalogue, ParameterMeta } from "../generators/generator.ts";
import type { Rule } from "../rules/rule.ts";
import { newSteps, newTablePath, type Renaming } from "./new-names.ts";
import { renamedExpression, renamedTemplate } from "./rename-expression.ts";
import { z } from "zod";

type Rename = (text: string, renaming: Renaming) => string;

const renamedPath: Rename = (path, renaming) => newSteps([path], renaming).join(".");

/** Parameters in which names of tables and columns stand, and how. */
const naming: Readonly<Partial<Record<NonNullable<ParameterMeta["control"]>, Rename>>> = {
  column: renamedPath,
  "table-column": newTablePath,
  "owned-column": newTablePath,
  kinds: newTablePath,
  expression: renamedExpression,
  template: renamedTemplate,
};

/** A rule with the names of tables and columns as they are now. */
export function renamedRule(rule: Rule, renaming: Renaming, catalogue: GeneratorCatalogue): Rule {
  if (renaming.renames.length === 0) return rule;
  if (rule.kind === "mask" && rule.when !== undefined) return { ...rule, when: renamedExpression(rule.when, renaming) };
  // What a custom generator says is said for all its columns (rename-generators.ts).
  if (rule.kind !== "generate") return rule;
  const own = rule.when === undefined ? rule : { ...rule, when: renamedExpression(rule.when, renaming) };
  if (rule.custom !== undefined) return own;
  return { ...own, params: renamedParams(rule.generator, rule.params, renaming, catalogue) };
}

/** Parameters of a generator with the names as they are now. */
export function renamedParams(
  generator: string,
  params: Readonly<Record<string, unknown>>,
  renaming: Renaming,
  catalogue: GeneratorCatalogue,
): Record<string, unknown> {
  const schema = catalogue.get(generator)?.params;
  if (!(schema instanceof z.ZodObject)) return { ...params };
  const inside = (id: string, own: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    renamedParams(id, own, renaming, catalogue);
  const rule = (written: unknown): unknown => renamedRuleInside(written, inside, catalogue);
  return Object.fromEntries(
    Object.entries(params).map(([name, value]): [string, unknown] => [
      name,
      renamedField(schema.shape[name], value, renaming, rule),
    ]),
  );
}

/** A parameter's value by what its declaration says of it: names, rules inside, or lists of things that have either. */
function renamedField(
  field: unknown,
  value: unknown,
  renaming: Renaming,
  rule: (written: unknown) => unknown,
): unknown {
  const control = field instanceof z.ZodType ? (field.meta() as ParameterMeta | undefined)?.control : undefined;
  const rename = control === undefined ? undefined : naming[control];
  if (rename) return renamedValue(value, (text) => rename(text, renaming));
  if (control === "rule") return rule(value);
  if (control === "document" || control === "markup") return renamedTree(value, renaming, rule);
  const inner = field instanceof z.ZodDefault || field instanceof z.ZodOptional ? field.unwrap() : field;
  if (!Array.isArray(value) || !(inner instanceof z.ZodArray) || !(inner.element instanceof z.ZodObject)) return value;
  const { shape } = inner.element;
  return value.map((line: unknown) =>
    isMap(line)
      ? Object.fromEntries(
          Object.entries(line).map(([name, part]) => [name, renamedField(shape[name], part, renaming, rule)]),
        )
      : line,
  );
}

/** A document's shape: `{ $column: … }`, and the rules of its values. */
function renamedTree(tree: unknown, renaming: Renaming, rule: (written: unknown) => unknown): unknown {
  if (Array.isArray(tree)) return tree.map((part) => renamedTree(part, renaming, rule));
  if (!isMap(tree)) return tree;
  if (typeof tree["$column"] === "string") return { ...tree, $column: renamedPath(tree["$column"], renaming) };
  if ("$rule" in tree) return rule(tree);
  return Object.fromEntries(Object.entries(tree).map(([name, part]) => [name, renamedTree(part, renaming, rule)]));
}

/** A rule inside another: `{ formula: … }`, with its parameters by name or the shorthand one alone, or `{ $rule: … }`. */
function renamedRuleInside(
  written: unknown,
  inside: (id: string, params: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
  catalogue: GeneratorCatalogue,
): unknown {
  if (!isMap(written)) return written;
  if ("$rule" in written) return { ...written, $rule: renamedRuleInside(written["$rule"], inside, catalogue) };
  return Object.fromEntries(
    Object.entries(written).map(([id, given]): [string, unknown] => {
      const generator = catalogue.get(id);
      if (generator === undefined) return [id, given];
      if (isMap(given) && generator.params.safeParse(given).success) return [id, inside(id, given)];
      const { shorthand } = generator;
      return [id, shorthand === undefined ? given : inside(id, { [shorthand]: given })[shorthand]];
    }),
  );
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function renamedValue(value: unknown, text: (words: string) => string): unknown {
  if (typeof value === "string") return text(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, renamedValue(inner, text)]));
}
