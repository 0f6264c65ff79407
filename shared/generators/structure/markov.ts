import { z } from "zod";
import { aliasTable, pickAlias, type AliasTable } from "../../random/alias-table.ts";
import { wordAt } from "../../random/stream.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { defineGenerator, type Kernel, type ParameterProblem } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { usualSteps, type Steps } from "./usual-steps.ts";
import { misfit, valueTable } from "./value-table.ts";

const weights = z.record(z.string(), z.number().min(0));

const params = z.strictObject({
  next: parameter(z.record(z.string(), weights).default({}), {
    label: "Steps",
    help: "For each status those that may follow, with weights: {new: {paid: 8, cancelled: 2}}. What none follows stays to the end.",
    control: "steps",
  }),
  start: parameter(weights.default({}), {
    label: "First status",
    help: "The status of an owner's first row, with weights; the first of the steps where none is given.",
    control: "weights",
  }),
});
type Params = Readonly<Omit<z.infer<typeof params>, "next">> & { readonly next: Steps };

/** A history longer than this begins anew, so that a row far down a table is as near as the first. */
const longest = 4096;

const positive = (list: Readonly<Record<string, number>>): readonly [string, number][] =>
  Object.entries(list).filter(([, weight]) => weight > 0);

function startOf(p: Params): readonly [string, number][] {
  const given = positive(p.start);
  const [first = ""] = Object.keys(p.next);
  return given.length > 0 ? given : [[first, 1]];
}

/** No steps stand for the usual ones, where these know the first status. */
function filled(p: Params, type: ValueType): Params {
  if (Object.keys(p.next).length > 0) return p;
  const next = usualSteps(type);
  return positive(p.start).every(([state]) => Object.hasOwn(next, state)) ? { ...p, next } : p;
}

const statesOf = (p: Params): readonly string[] => [
  ...new Set([
    ...startOf(p).map(([state]) => state),
    ...Object.keys(p.next),
    ...Object.values(p.next).flatMap((list) => Object.keys(list)),
  ]),
];

/** The statuses of a thing, line after line: a Markov chain along each owner's rows. */
export const markov = defineGenerator<Params>({
  id: "status-history",
  // 2: a first status alone is followed by the usual steps, as the window shows them.
  version: 2,
  label: "Status history",
  help: "The statuses that a thing goes through, row after row of its owner: new, paid, shipped, delivered.",
  category: "structure",
  keywords: ["markov", "chain", "workflow", "state machine", "transition", "lifecycle", "events", "log", "journey"],
  icon: "arrow-iteration",
  params,
  shorthand: "next",
  accepts: (type) => type.kind === "text" || type.kind === "enum" || type.kind === "unknown",
  describe: (p, type) => statesOf(filled(p, type)).slice(0, 4).join(" → "),
  capacity: () => 1,
  problems(given, { type }): readonly ParameterProblem[] {
    const p = filled(given, type);
    const found: ParameterProblem[] = [];
    for (const [state, list] of [["", p.start] as const, ...Object.entries(p.next)]) {
      if (Object.keys(list).length === 0 || positive(list).length > 0) continue;
      const even = Object.fromEntries(Object.keys(list).map((name) => [name, 1]));
      found.push({
        severity: "error",
        message: `The weights of ${state === "" ? "the first status" : `what follows ${state}`} add up to 0.`,
        fix: {
          label: "Weigh them alike",
          params: state === "" ? { start: even } : { next: { ...p.next, [state]: even } },
        },
      });
    }
    for (const state of statesOf(p)) {
      const wrong = misfit(state, type);
      if (wrong !== undefined) found.push({ severity: "error", message: `${JSON.stringify(state)} ${wrong}.` });
    }
    return found;
  },
  compile(given, context): Kernel {
    const p = filled(given, context.type);
    const states = statesOf(p);
    const table = valueTable(states, context.type, context.batchRows);
    const choice = (list: readonly [string, number][]): Choice | undefined =>
      list.length === 0
        ? undefined
        : { table: aliasTable(list.map(([, weight]) => weight)), codes: list.map(([state]) => states.indexOf(state)) };
    const start = choice(startOf(p));
    const next = states.map((state) => choice(positive(p.next[state] ?? {})));
    const { k0, k1 } = context.stream;
    const draw = (from: Choice | undefined, row: number, otherwise: number): number =>
      from ? (from.codes[pickAlias(from.table, wordAt(k0, k1, row, 0))] ?? otherwise) : otherwise;
    const ordinals = new Float64Array(context.batchRows);
    const { codes } = table;
    return {
      out: table.out,
      fill(rows, count) {
        if (context.ordinal) context.ordinal(rows, count, ordinals);
        else ordinals.set(rows.subarray(0, count));
        let lastRow = -1;
        let state = 0;
        for (let i = 0; i < count; i++) {
          const row = rows[i] ?? 0;
          const place = (ordinals[i] ?? 0) % longest;
          // The row before stands in this batch: one step on.
          let at = row === lastRow + 1 && place > 0 && i > 0 ? row : row - place;
          for (; at <= row; at++) state = at === row - place ? draw(start, at, 0) : draw(next[state], at, state);
          codes[i] = state;
          lastRow = row;
        }
        table.write(count);
      },
    };
  },
});

interface Choice {
  readonly table: AliasTable;
  readonly codes: readonly number[];
}
