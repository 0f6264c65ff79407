import type { ListText } from "../reference-list.ts";

const numbered = (names: string): ListText => ({
  lines: names
    .split(" ")
    .map((name, k) => `${k + 1} ${name}`)
    .join("\n"),
  read(line) {
    const [number = "", name = ""] = line.split(" ");
    return { name, code: name.slice(0, 3), number };
  },
});

/** The months, numbered from 1. */
export const months = numbered("January February March April May June July August September October November December");

/** The days of the week as ISO 8601 numbers them: Monday is 1. */
export const weekdays = numbered("Monday Tuesday Wednesday Thursday Friday Saturday Sunday");
