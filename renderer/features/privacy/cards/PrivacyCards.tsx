import type { ReactNode } from "react";
import type { TableId } from "../../../../shared/schema/schema-model.ts";
import { errorView } from "../../../host/error-view.ts";
import { JoinsCard } from "./JoinsCard.tsx";
import { LeakCard } from "./LeakCard.tsx";
import { useAllRows, useSampleChecks } from "./queries.ts";
import { RiskCard } from "./RiskCard.tsx";
import "./cards.css";

/** What masking comes to: what leaks, who can be singled out, what still joins. */
export function PrivacyCards({ session, table }: { readonly session: string; readonly table: TableId }): ReactNode {
  const sample = useSampleChecks(session);
  const all = useAllRows(session);
  const done = all.progress?.state === "done" ? all.progress.checks : undefined;
  const late = done === undefined && sample.isPlaceholderData;
  // Figures stay while new ones are made; that there was nothing to look for is no figure.
  const checks = done ?? (late && sample.data?.leaks.originals === 0 ? undefined : sample.data);
  const failed = all.error ?? (sample.error ? errorView(sample.error) : null);
  return (
    <div className={late ? "cards3 is-late" : "cards3"} aria-busy={late}>
      <LeakCard table={table} checks={checks} failed={failed} all={all} />
      <RiskCard key={table} session={session} table={table} />
      <JoinsCard checks={failed === null ? checks : undefined} />
    </div>
  );
}
