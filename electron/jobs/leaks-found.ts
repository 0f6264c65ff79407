import type { ColumnPlace, LeakView } from "../../shared/api/privacy-check-views.ts";
import { SeedloomError } from "../../shared/base/errors.ts";

/** Stops a run of masking before it writes: originals would be read in what it writes. No value is in it. */
export class LeaksFound extends SeedloomError {
  readonly leaks: readonly LeakView[];

  constructor(leaks: readonly LeakView[], hint = `Nothing was written. ${leakAdvice(leaks)}`) {
    const [first] = leaks;
    super("check-failed", `Originals would get through${first === undefined ? "." : `: ${leakWords(first)}`}`, hint);
    this.leaks = leaks;
  }
}

/** What helps: a mask where there is none, another one where the mask is not enough. */
export function leakAdvice(leaks: readonly LeakView[]): string {
  const masked = leaks.filter((leak) => leak.masked === true).length;
  const stronger =
    "a stronger mask, such as one text for all (Redact in text hides the names of the columns that it is told)";
  if (masked === 0) return leaks.length === 1 ? "Mask that column, too." : "Mask those columns, too.";
  if (masked === leaks.length)
    return `${leaks.length === 1 ? "That column is" : "Those columns are"} masked, and it is not enough: choose ${stronger}.`;
  return `Mask those columns, too; where one is masked, choose ${stronger}.`;
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
