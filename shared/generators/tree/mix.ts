import { z } from "zod";
import { checkExpression, referencesOf } from "../../expressions/check-expression.ts";
import { placeOf } from "../../expressions/problem.ts";
import { figuresOf, scopeIn } from "../formula/cell-expression.ts";
import { defineGenerator, type Generator, type ParameterProblem } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { mixKernel } from "./mix-kernel.ts";
import { insides, readLeafRule, ruleName, TreeFault, type FindGenerator, type LeafRule } from "./tree-node.ts";
import { isWritten, usualRule } from "./usual-rule.ts";

const line = z.strictObject({
  rule: parameter(z.union([z.string(), z.record(z.string(), z.json())]).default(""), {
    label: "Rule",
    control: "rule",
  }),
  weight: parameter(z.number().min(0).default(1), { label: "Weight" }),
  when: parameter(z.string().default(""), { label: "Where", control: "expression" }),
});
type Line = z.infer<typeof line>;

const params = z.strictObject({
  rules: parameter(
    z
      .array(line)
      .max(100)
      .default([
        { rule: "", weight: 3, when: "" },
        { rule: "", weight: 1, when: "" },
      ]),
    {
      label: "Rules",
      help: "The first whose condition holds makes the value; else one of those without a condition, as often as its weight says.",
      control: "mix",
    },
  ),
});
type Params = z.infer<typeof params>;
type ProblemContext = Parameters<NonNullable<Generator["problems"]>>[1];

const conditionOf = ({ when }: Line): string => when.trim();

/** Lines of one condition are chosen among by weight; those without one come last, whatever their place. */
function groupsOf(lines: readonly Line[]): readonly (readonly [when: string, lines: readonly number[]])[] {
  const groups = new Map<string, number[]>();
  lines.forEach((one, k) => groups.set(conditionOf(one), [...(groups.get(conditionOf(one)) ?? []), k]));
  return [...groups].sort(([a], [b]) => Number(a === "") - Number(b === ""));
}

/** A line as the project file has it. */
const short = ({ rule, weight, when }: Line) => ({
  rule,
  ...(weight === 1 ? {} : { weight }),
  ...(when === "" ? {} : { when }),
});

/** One of several rules for each row: by weight, or by a condition on the row. */
export const mixGenerator = (find: FindGenerator): Generator => {
  /** The lines' rules; undefined where one is wrong, which is a problem of its own. */
  const rulesOf = (p: Params, type: ProblemContext["type"] = { kind: "unknown" }): readonly (LeafRule | undefined)[] =>
    p.rules.map(({ rule }) => {
      try {
        return isWritten(rule) ? readLeafRule(rule, "", find) : usualRule(type, find);
      } catch (error) {
        if (error instanceof TreeFault) return undefined;
        throw error;
      }
    });
  const written = (p: Params): readonly LeafRule[] => rulesOf(p).flatMap((rule) => rule ?? []);
  const conditions = (p: Params): readonly string[] => groupsOf(p.rules).flatMap(([when]) => (when === "" ? [] : when));
  /** The only rule, where there is nothing to choose. */
  const lone = (p: Params, type: ProblemContext["type"]): LeafRule | undefined => {
    const [first, ...more] = p.rules;
    return first && more.length === 0 && conditionOf(first) === "" ? rulesOf(p, type)[0] : undefined;
  };
  return defineGenerator<Params>({
    id: "mix",
    version: 1,
    label: "Mix of rules",
    help: "One of several other rules in each row: by weight, or by what the row's other columns say.",
    example: "3 of 4 by one rule",
    category: "structure",
    keywords: [
      "mixture",
      "either or",
      "depends on",
      "depending",
      "if",
      "else",
      "case",
      "when",
      "condition",
      "switch",
      "conditional",
      "blend",
      "alternate",
      "combine",
      "share",
      "percent of rows",
      "weighted rules",
      "sometimes",
    ],
    icon: "arrows-split",
    params,
    shorthand: "rules",
    accepts: () => true,
    describe: described,
    // Rules of a mix may give the same value.
    capacity(p, type) {
      const only = lone(p, type);
      return only?.generator.capacity(only.params, type) ?? 1;
    },
    inputs: (p) => [
      ...new Set([...insides(written(p)).inputs, ...conditions(p).flatMap((when) => referencesOf(when).paths)]),
    ],
    aggregates: (p) => [...insides(written(p)).aggregates, ...conditions(p).flatMap(figuresOf)],
    lookups: (p) => insides(written(p)).lookups,
    files: (p) => insides(written(p)).files,
    parts: (p) => insides(written(p)).parts,
    fallible: (p, type) =>
      p.rules.every((one) => conditionOf(one) !== "") ||
      written(p).some((rule) => rule.generator.fallible?.(rule.params, type) === true),
    problems: (p, context) => problemsOf(p, context, find),
    compile(p, context) {
      const only = lone(p, context.type);
      if (only?.generator.accepts(context.type) === true) {
        const { generator, locale } = only;
        const locales = locale === undefined ? undefined : context.localesFor?.(locale);
        return generator.compile(only.params, { ...context, ...(locales ? { locales } : {}) });
      }
      const rules = rulesOf(p, context.type).map((rule) =>
        rule?.generator.accepts(context.type) === true ? rule : undefined,
      );
      const weights = p.rules.map(({ weight }) => weight);
      return mixKernel(rules, weights, groupsOf(p.rules), context);
    },
  });
};

/** "pattern 75%, constant 25%", "constant where quantity > 10, else pattern". */
function described({ rules }: Params): string {
  if (rules.length === 0) return "no rules";
  const name = ({ rule }: Line): string => ruleName(rule) ?? "any value";
  const parts = groupsOf(rules).flatMap(([when, places]) => {
    const lines = places.flatMap((k) => rules[k] ?? []);
    const total = lines.reduce((sum, { weight }) => sum + weight, 0);
    return lines.map((one) => {
      const share = lines.length === 1 ? "" : ` ${Math.round((one.weight / Math.max(total, 1e-9)) * 1000) / 10}%`;
      if (when !== "") return `${name(one)}${share} where ${when}`;
      return `${lines.length < rules.length ? "else " : ""}${name(one)}${share}`;
    });
  });
  return parts.length > 3 ? `${parts.slice(0, 2).join(", ")}, +${parts.length - 2}` : parts.join(", ");
}

function problemsOf(p: Params, context: ProblemContext, find: FindGenerator): readonly ParameterProblem[] {
  if (p.rules.length === 0) return [{ severity: "error", message: "The mix has no rules." }];
  const found = p.rules.flatMap((_, k) => [...conditionProblems(p, k, context), ...ruleProblems(p, k, context, find)]);
  const weights = groupsOf(p.rules).flatMap(([when, places]): ParameterProblem[] => {
    if (places.some((k) => (p.rules[k]?.weight ?? 0) > 0)) return [];
    const which = when === "" ? "rules without a condition" : `rules where ${when}`;
    const even = p.rules.map((one, k) => short(places.includes(k) ? { ...one, weight: 1 } : one));
    const fix = { label: "Weigh them alike", params: { rules: even } };
    return [{ severity: "error", message: `The weights of the ${which} add up to 0.`, fix }];
  });
  return [...found, ...weights, ...alikeProblems(p, context)];
}

/** A unique column takes a single rule. */
function alikeProblems({ rules }: Params, { needed = 0 }: ProblemContext): readonly ParameterProblem[] {
  const [first, ...more] = rules;
  if (needed < 2 || first === undefined || (more.length === 0 && conditionOf(first) === "")) return [];
  const fix = {
    label: `Keep ${ruleName(first.rule) ?? "the first rule"} alone`,
    params: { rules: [{ rule: first.rule }] },
  };
  return [{ severity: "error", message: "The column is unique, and rules of a mix may give the same value.", fix }];
}

const changed = ({ rules }: Params, at: number, change: Partial<Line>) => ({
  rules: rules.map((one, k) => short(k === at ? { ...one, ...change } : one)),
});

function conditionProblems(p: Params, at: number, { schema }: ProblemContext): readonly ParameterProblem[] {
  const { when = "" } = p.rules[at] ?? {};
  if (when.trim() === "") return [];
  const checked = checkExpression(when, scopeIn(schema));
  const says = `The condition of rule ${at + 1}`;
  if (checked.ok) {
    if (checked.type.kind === "bool") return [];
    return [{ severity: "error", message: `${says} is not true or false.` }];
  }
  const { message, from, fix } = checked.error;
  const better = fix && when.slice(0, fix.from) + fix.text + when.slice(fix.to);
  return [
    {
      severity: "error",
      message: `${says} (${placeOf(when, from)}): ${message}`,
      ...(fix ? { fix: { label: fix.label, params: changed(p, at, { when: better ?? "" }) } } : {}),
    },
  ];
}

function ruleProblems(
  p: Params,
  at: number,
  context: ProblemContext,
  find: FindGenerator,
): readonly ParameterProblem[] {
  const { rule: text = "" } = p.rules[at] ?? {};
  if (!isWritten(text)) return [];
  let rule: LeafRule;
  try {
    rule = readLeafRule(text, "", find);
  } catch (error) {
    if (!(error instanceof TreeFault)) throw error;
    return [{ severity: "error", message: `Rule ${at + 1} of the mix ${error.message}.` }];
  }
  const { generator, params: own, locale } = rule;
  const { type } = context;
  if (!generator.accepts(type))
    return [{ severity: "error", message: `Rule ${at + 1} of the mix, ${generator.label}, does not fit the column.` }];
  const { needed: _, ...place } = context;
  const inner = { ...place, ...(locale === undefined ? {} : { locales: [locale] }) };
  return (generator.problems?.(own, inner) ?? []).map(({ severity, message, locale: has, fix }) => ({
    severity,
    message: `Rule ${at + 1} of the mix, ${generator.label}: ${message}`,
    ...(has === undefined ? {} : { locale: has }),
    ...(fix ? { fix: { label: fix.label, params: changed(p, at, { rule: mendedRule(rule, fix.params) }) } } : {}),
  }));
}

/** The rule with some of its parameters changed, as a project writes it. */
function mendedRule(
  { generator, params: own, locale }: LeafRule,
  fix: Readonly<Record<string, unknown>>,
): Line["rule"] {
  const plain = generator.params.safeParse({});
  const defaults: Readonly<Record<string, unknown>> = plain.success ? plain.data : {};
  const differing = Object.entries({ ...own, ...fix }).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(defaults[name]),
  );
  // What a generator proposes is what its own parameters take: plain data.
  const mended = { [generator.id]: Object.fromEntries(differing) } as Exclude<Line["rule"], string>;
  return locale === undefined ? mended : { $rule: mended, locale };
}
