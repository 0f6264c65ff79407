import type { ValueType } from "../../schema/value-type.ts";

/** For each status those that may follow it, with their weights. */
export type Steps = Readonly<Record<string, Readonly<Record<string, number>>>>;

const ticket: Steps = {
  open: { working: 1 },
  working: { waiting: 2, done: 3 },
  waiting: { working: 1 },
  done: { closed: 4, working: 1 },
};

/** The steps that no steps stand for: the column's own values, to and fro, or a ticket's life. */
export function usualSteps(type: ValueType): Steps {
  if (type.kind !== "enum" || type.values.length === 0) return ticket;
  return Object.fromEntries(
    type.values.map((value, k) => {
      const [before, after] = [type.values[k - 1], type.values[k + 1]];
      return [
        value,
        { ...(after === undefined ? {} : { [after]: 3 }), ...(before === undefined ? {} : { [before]: 1 }) },
      ];
    }),
  );
}
