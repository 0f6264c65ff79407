import type { ColumnPlace, LeakView } from "../../shared/api/privacy-check-views.ts";
import { SeedloomError } from "../../shared/base/errors.ts";

/** Stops a run of masking before it writes: originals would be read in what it writes. No value is in it. */
export class LeaksFound extends SeedloomError {
  readonly leaks: readonly LeakView[];

  constructor(leaks: readonly LeakView[], hint = "Nothing was written. Mask those columns, too.") {
    const [first] = leaks;
    super("check-failed", `Originals would get through${first === undefined ? "." : `: ${leakWords(first)}`}`, hint);
    this.leaks = leaks;
  }
}

/** "people.first_name is still to be read in people.notes, in rows 3, 17 and 998 more." */
export const leakWords = (leak: LeakView): string =>
  `${name(leak.of)} is still to be read in ${name(leak.at)}, in ${rowWords(leak)}.`;

/** "Customer.State has a word of Customer.City in row 46: places called the same, no leak." */
export const coincidenceWords = (found: LeakView): string =>
  `${name(found.at)} has a word of ${name(found.of)} in ${rowWords(found)}: places called the same, no leak.`;

function rowWords({ rows, first }: LeakView): string {
  const shown = first.slice(0, 3).map((row) => grouped(row + 1));
  const more = rows - shown.length;
  return `${rows === 1 ? "row" : "rows"} ${shown.join(", ")}${more > 0 ? ` and ${grouped(more)} more` : ""}`;
}

const name = ({ table, column }: ColumnPlace): string => `${table}.${column}`;

/** 1,234,567 */
const grouped = (number: number): string => String(number).replaceAll(/\B(?=(\d{3})+$)/g, ",");
