import type { GeneratorCatalogue, ParameterMeta } from "../generators/generator.ts";
import type { Rule } from "../rules/rule.ts";
import { referencedTable, type SchemaModel, type TableId } from "../schema/schema-model.ts";
import { wholeWord } from "./whole-word.ts";
import { tableNow, type Rename } from "./schema-change.ts";
import { z } from "zod";

/** Parameters in which names of tables and columns stand. */
const naming: ReadonlySet<ParameterMeta["control"]> = new Set([
  "column",
  "table-column",
  "owned-column",
  "kinds",
  "expression",
  "template",
]);

/** A rule of `table` (as it was) with the names of tables and columns as they are now. */
export function renamedRule(
  rule: Rule,
  table: TableId,
  renames: readonly Rename[],
  model: SchemaModel,
  catalogue: GeneratorCatalogue,
): Rule {
  if (renames.length === 0) return rule;
  const text = (words: string): string => renamedText(words, table, renames, model);
  if (rule.kind === "mask" && rule.when !== undefined) return { ...rule, when: text(rule.when) };
  // What a custom generator says is said for all its columns (rename-generators.ts).
  if (rule.kind !== "generate") return rule;
  const own = rule.when === undefined ? rule : { ...rule, when: text(rule.when) };
  if (rule.custom !== undefined) return own;
  return { ...own, params: renamedParams(rule.generator, rule.params, table, renames, model, catalogue) };
}

/** Parameters of a generator, as a rule of `table` (as it was) has them, with the names as they are now. */
export function renamedParams(
  generator: string,
  params: Readonly<Record<string, unknown>>,
  table: TableId,
  renames: readonly Rename[],
  model: SchemaModel,
  catalogue: GeneratorCatalogue,
): Record<string, unknown> {
  const schema = catalogue.get(generator)?.params;
  if (!(schema instanceof z.ZodObject)) return { ...params };
  const text = (words: string): string => renamedText(words, table, renames, model);
  const inside = (id: string, own: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    renamedParams(id, own, table, renames, model, catalogue);
  const rule = (written: unknown): unknown => renamedRuleInside(written, inside, catalogue);
  return Object.fromEntries(
    Object.entries(params).map(([name, value]): [string, unknown] => [
      name,
      renamedField(schema.shape[name], value, text, rule),
    ]),
  );
}

/** A parameter's value by what its declaration says of it: names, rules inside, or lists of things that have either. */
function renamedField(
  field: unknown,
  value: unknown,
  text: (words: string) => string,
  rule: (written: unknown) => unknown,
): unknown {
  const control = field instanceof z.ZodType ? (field.meta() as ParameterMeta | undefined)?.control : undefined;
  if (naming.has(control)) return renamedValue(value, text);
  if (control === "rule") return rule(value);
  if (control === "document" || control === "markup") return renamedTree(value, text, rule);
  const inner = field instanceof z.ZodDefault || field instanceof z.ZodOptional ? field.unwrap() : field;
  if (!Array.isArray(value) || !(inner instanceof z.ZodArray) || !(inner.element instanceof z.ZodObject)) return value;
  const { shape } = inner.element;
  return value.map((line: unknown) =>
    isMap(line)
      ? Object.fromEntries(
          Object.entries(line).map(([name, part]) => [name, renamedField(shape[name], part, text, rule)]),
        )
      : line,
  );
}

/** A document's shape: `{ $column: … }`, and the rules of its values. */
function renamedTree(tree: unknown, text: (words: string) => string, rule: (written: unknown) => unknown): unknown {
  if (Array.isArray(tree)) return tree.map((part) => renamedTree(part, text, rule));
  if (!isMap(tree)) return tree;
  if (typeof tree["$column"] === "string") return { ...tree, $column: text(tree["$column"]) };
  if ("$rule" in tree) return rule(tree);
  return Object.fromEntries(Object.entries(tree).map(([name, part]) => [name, renamedTree(part, text, rule)]));
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

/** All names at once, so that two that change places do not meet. */
function renamedText(words: string, table: TableId, renames: readonly Rename[], model: SchemaModel): string {
  const marks: string[] = [];
  const mark = (to: string): string => `\uE000${marks.push(to) - 1}\uE001`;
  let text = words;
  for (const rename of renames) {
    const { table: renamed, column, to } = rename;
    if (column === undefined) {
      text = text.replaceAll(behind(renamed, String.raw`(?<![.])`, String.raw`(?=[.)]|\s*$)`), () => mark(to));
      continue;
    }
    const before = [renamed, tableNow(renames, renamed), ...keysTo(model, renamed)];
    for (const step of before) {
      text = text.replaceAll(wholeWord(`${step}.${column}`), () => `${step}.${mark(to)}`);
    }
    if (renamed === table) text = text.replaceAll(behind(column, String.raw`(?<![.])`, ""), () => mark(to));
  }
  return text.replaceAll(/\uE000(\d+)\uE001/g, (_all, k: string) => marks[Number(k)] ?? "");
}

const behind = (word: string, before: string, after: string): RegExp =>
  new RegExp(`${before}${wholeWord(word).source}${after}`, "gu");

/** Columns that alone refer to a table: paths go through them. */
function keysTo(model: SchemaModel, table: TableId): readonly string[] {
  const keys = model.tables
    .flatMap(({ foreignKeys }) => foreignKeys)
    .filter((key) => key.columns.length === 1 && referencedTable(model, key)?.id === table);
  return [...new Set(keys.flatMap(({ columns }) => columns))];
}
