import type { LeakCheckScope } from "../../../shared/api/inputs.ts";
import type { LeakView } from "../../../shared/api/privacy-check-views.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";
import type { LeakCheckNote } from "../../jobs/job-spec.ts";
import { coincidenceWords, LeaksFound } from "../../jobs/leaks-found.ts";
import type { Source } from "../../drivers/driver.ts";
import { privacyChecks } from "./checks.ts";
import { readMasked, type MaskingRules } from "./masked-source.ts";

/** A run of masking, as far as its leak check has to know it. */
interface CheckedRun extends MaskingRules {
  /** Only what is written of these counts; of all where absent. */
  readonly tables?: readonly TableId[];
}

/**
 * Looks for originals in what a run would write, before it writes anything: rows are a function of the source and the key, so
 * what holds of them now holds of the run. `source` has the rows that the run takes. Answers with what its manifest tells;
 * throws {@link LeaksFound}.
 */
export async function refuseLeaks(
  source: Source,
  run: CheckedRun,
  asked: { readonly scope: LeakCheckScope; readonly key?: Uint8Array; readonly signal: AbortSignal },
): Promise<LeakCheckNote | undefined> {
  const { scope } = asked;
  if (scope === "off") return undefined;
  const checks = await privacyChecks(await readMasked(source, run, asked), scope);
  const written = ({ at }: LeakView): boolean => run.tables?.includes(at.table) !== false;
  const leaks = checks.leaks.leaks.filter(written);
  if (leaks.length > 0) throw new LeaksFound(leaks);
  const { originals, complete } = checks.leaks;
  const coincidences = checks.leaks.coincidences.filter(written).map(coincidenceWords);
  return {
    scope,
    rows: checks.tables.reduce((sum, { looked }) => sum + looked, 0),
    originals,
    leaks: 0,
    ...(coincidences.length === 0 ? {} : { coincidences }),
    complete,
  };
}
