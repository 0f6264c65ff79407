import { leakAdvice, LeaksFound, leakWords } from "../jobs/leaks-found.ts";
import type { LeakCheckNote } from "../jobs/job-spec.ts";
import type { Terminal } from "./terminal.ts";
import { count } from "./words.ts";

/** Tells of the leak check before a run, and what of it there was to find. */
export async function toldLeakCheck(
  check: Promise<LeakCheckNote | undefined>,
  terminal: Terminal,
): Promise<LeakCheckNote | undefined> {
  try {
    const note = await check;
    for (const coincidence of note?.coincidences ?? []) terminal.note(coincidence);
    terminal.note(note === undefined ? "the leak check is off: nobody looks for originals." : passed(note));
    return note;
  } catch (error) {
    if (!(error instanceof LeaksFound)) throw error;
    const more = error.leaks.slice(1);
    for (const leak of more.slice(0, 20)) terminal.note(leakWords(leak));
    throw new LeaksFound(
      error.leaks,
      `${more.length === 0 ? "" : `${count(more.length, "more place")} above. `}${leakAdvice(error.leaks)} --leak-check off runs without this check. Nothing was written.`,
    );
  }
}

const passed = ({ scope, rows, originals, complete }: LeakCheckNote): string =>
  `leak check: none of ${count(originals, "original")} survives in ${count(rows, "row")}${scope === "sample" ? " of a sample" : ""}${complete ? "" : "; there were more originals than are held in memory"}.`;
