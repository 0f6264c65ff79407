import type { ColumnPlace, LeakView, PrivacyChecks } from "../../shared/api/privacy-check-views.ts";
import { SeedloomError } from "../../shared/base/errors.ts";
import { privacyChecks } from "../backend/privacy/checks.ts";
import { withMaskedSource } from "../backend/privacy/masked-source.ts";
import type { Session } from "../backend/sessions/session.ts";
import type { LeakCheckNote } from "../jobs/job-spec.ts";
import { oneOf } from "./export-options.ts";
import type { Terminal } from "./terminal.ts";
import { count, grouped } from "./words.ts";

interface LeakCheckRequest {
  /** What stands behind --leak-check. */
  readonly word: string;
  readonly key: Uint8Array | undefined;
  readonly scenario: string | undefined;
  /** Only what is written of these counts; of all where there are none. */
  readonly tables: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * Looks for originals in what a run would write, before it writes anything: rows are a function of the source and the key, so
 * what holds of them now holds of the run. Throws "check-failed" where there are any; no value is in the message.
 */
export async function checkLeaks(
  session: Session,
  { word, key, scenario, tables, signal }: LeakCheckRequest,
  terminal: Terminal,
): Promise<LeakCheckNote | undefined> {
  const scope = oneOf(word, ["sample", "all", "off"] as const, "--leak-check");
  if (scope === "off") {
    terminal.note("the leak check is off: nobody looks for originals in what is written.");
    return undefined;
  }
  const asked = { signal, ...(key === undefined ? {} : { key }), ...(scenario === undefined ? {} : { scenario }) };
  const checks = await withMaskedSource(session, asked, (source) => privacyChecks(source, scope));
  refuseLeaks(checks, tables, terminal);
  const rows = checks.tables.reduce((sum, { looked }) => sum + looked, 0);
  const { originals, complete } = checks.leaks;
  terminal.note(
    `leak check: none of ${count(originals, "original")} survives in ${count(rows, "row")}${scope === "sample" ? " of a sample" : ""}${complete ? "" : "; there were more originals than are held in memory"}.`,
  );
  return { scope, rows, originals, leaks: 0, complete };
}

function refuseLeaks({ leaks }: Pick<PrivacyChecks, "leaks">, tables: readonly string[], terminal: Terminal): void {
  const found = leaks.leaks.filter(({ at }) => tables.length === 0 || tables.includes(at.table));
  const [first, ...more] = found;
  if (first === undefined) return;
  for (const leak of more.slice(0, 20)) terminal.note(leakWords(leak));
  throw new SeedloomError(
    "check-failed",
    `Originals would get through: ${leakWords(first)}`,
    `${more.length === 0 ? "" : `${count(more.length, "more place")} above. `}Mask that column too; --leak-check off runs without this check. Nothing was written.`,
  );
}

/** "people.first_name is still to be read in people.notes, in row 3, 17 and 998 more." */
function leakWords({ of, at, rows, first }: LeakView): string {
  const shown = first.slice(0, 3).map((row) => grouped(row + 1));
  const more = rows - shown.length;
  return `${name(of)} is still to be read in ${name(at)}, in ${rows === 1 ? "row" : "rows"} ${shown.join(", ")}${more > 0 ? ` and ${grouped(more)} more` : ""}.`;
}

const name = ({ table, column }: ColumnPlace): string => `${table}.${column}`;
