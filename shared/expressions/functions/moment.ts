import { dayMilliseconds } from "../../base/calendar.ts";
import { refuse, type Typed } from "../typed.ts";
import { typeWords, type Value } from "../types.ts";
import type { FunctionHelp } from "./define.ts";

/** A day and the milliseconds since its midnight. */
export interface Moment {
  readonly day: number;
  readonly time: number;
}

/** How values of a date, a timestamp or a time are taken apart. */
export function momentOf({ name }: FunctionHelp, node: Typed, times = true): (value: Value) => Moment {
  switch (node.type.kind) {
    case "date":
      return (value) => ({ day: value as number, time: 0 });
    case "timestamp":
      return (value) => {
        const day = Math.floor((value as number) / dayMilliseconds);
        return { day, time: (value as number) - day * dayMilliseconds };
      };
    case "time":
      if (times) return (value) => ({ day: 0, time: value as number });
      break;
    default:
  }
  const hint = node.type.kind === "string" ? "; date(…) or timestamp(…) reads a text" : "";
  return refuse(node, `${name} takes a date or a timestamp, and this is ${typeWords(node.type)}${hint}.`);
}

/** Milliseconds since 1970. */
export const instant = ({ day, time }: Moment): number => day * dayMilliseconds + time;

/** The day of the week, Monday 1 to Sunday 7 (ISO 8601). 1970-01-01 was a Thursday. */
export const weekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
