import type { GenerateRule } from "../rules/rule.ts";
import { own } from "./own.ts";
import type { CustomGenerator, Project } from "./project.ts";

/**
 * Custom generators inside the parameters of other rules: in a document, a list or a mix, `{ $custom: product-code }` stands
 * where a rule stands.
 */
export const nestedWord = "$custom";

/** A reference as it stands in parameters. */
export const customReference = (name: string): Readonly<Record<string, string>> => ({ [nestedWord]: name });

/** The custom generator that a value refers to, or undefined for any other value. */
export function referredCustom(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const name = value[nestedWord];
  return typeof name === "string" && Object.keys(value).length === 1 ? name : undefined;
}

/** The custom generators that parameters refer to, each once. */
export function customsIn(params: unknown): readonly string[] {
  const found = new Set<string>();
  mapCustoms(params, (name, reference) => {
    found.add(name);
    return reference;
  });
  return [...found];
}

/** The parameters with each reference replaced; what has none is the same object as before. */
export function mapCustoms<T>(params: T, change: (name: string, reference: unknown) => unknown): T {
  return mapped(params, change) as T;
}

function mapped(value: unknown, change: (name: string, reference: unknown) => unknown): unknown {
  const name = referredCustom(value);
  if (name !== undefined) return change(name, value);
  if (Array.isArray(value)) {
    const parts: readonly unknown[] = value;
    const next = parts.map((part) => mapped(part, change));
    return next.every((part, k) => part === parts[k]) ? value : next;
  }
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, part]): [string, unknown] => [key, mapped(part, change)]);
  return entries.every(([key, part]) => part === value[key]) ? value : Object.fromEntries(entries);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands for a custom generator where it is written out: `{ $rule: { template: { … } } }`. */
export const writtenOut = ({
  generator,
  params,
  locale,
}: Pick<CustomGenerator, "generator" | "params" | "locale">): Readonly<Record<string, unknown>> => ({
  $rule: { [generator]: params },
  ...(locale === undefined ? {} : { locale }),
});

/** A rule with the custom generators in its parameters written out, as the stages behind the project take it. */
export function withoutReferences(rule: GenerateRule, generators: Project["generators"]): GenerateRule {
  if (generators === undefined) return rule;
  const params = written(rule.params, generators, []);
  return params === rule.params ? rule : { ...rule, params };
}

/** References to what is not there, or to one that is being written out, stay: the rule that holds them says so. */
const written = <T>(params: T, generators: NonNullable<Project["generators"]>, open: readonly string[]): T =>
  mapCustoms(params, (name, reference) => {
    const one = own(generators, name);
    if (one === undefined || open.includes(name)) return reference;
    return writtenOut({ ...one, params: written(one.params, generators, [...open, name]) });
  });

/** The custom generators that one is made of directly. */
export const partsOfCustom = ({ custom, params }: Pick<CustomGenerator, "custom" | "params">): readonly string[] =>
  custom === undefined ? customsIn(params) : [custom];

/** The ring that `name` would be part of, from it and back to it; undefined where there is none. */
export function ringThrough(
  name: string,
  generators: NonNullable<Project["generators"]>,
): readonly string[] | undefined {
  const seen = new Set<string>();
  const walk = (at: string, path: readonly string[]): readonly string[] | undefined => {
    const one = own(generators, at);
    for (const part of one === undefined ? [] : partsOfCustom(one)) {
      if (part === name) return [...path, part];
      if (seen.has(part)) continue;
      seen.add(part);
      const ring = walk(part, [...path, part]);
      if (ring !== undefined) return ring;
    }
    return undefined;
  };
  return walk(name, [name]);
}
