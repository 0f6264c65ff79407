import { IconAdjustments } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import type { RiskFigures, RiskView } from "../../../../shared/api/privacy-check-views.ts";
import type { TableId } from "../../../../shared/schema/schema-model.ts";
import { formatInteger, formatRows } from "../../../components/format.ts";
import { errorView } from "../../../host/error-view.ts";
import { CardFailure } from "./CardFailure.tsx";
import { GroupBars } from "./GroupBars.tsx";
import { RiskGauge } from "./RiskGauge.tsx";
import { QuasiDialog, type QuasiSettings } from "./QuasiDialog.tsx";
import { ReachDialog } from "./ReachDialog.tsx";
import { useRisk } from "./queries.ts";

const firstTarget = 5;

/** Who could be singled out: k-anonymity before and after, and the way to more of it. */
export function RiskCard({ session, table }: { readonly session: string; readonly table: TableId }): ReactNode {
  const [settings, setSettings] = useState<QuasiSettings>({ target: firstTarget });
  const [dialog, setDialog] = useState<"columns" | "reach" | null>(null);
  const { data: risk, error } = useRisk(session, table, settings.quasi, settings.sensitive);
  const failed = error ? errorView(error) : null;
  const { target } = settings;
  return (
    <section className="card card-p" aria-label="k-anonymity">
      <h3 className="sec-h">
        k-anonymity
        <span className="meta">{risk === undefined ? null : lookedWords(risk)}</span>
      </h3>
      {failed !== null ? (
        <CardFailure error={failed} />
      ) : risk === undefined ? (
        <p className="sm t3 card-none">Counting look-alikes…</p>
      ) : risk.quasi.length === 0 ? (
        <p className="sm t2 card-none">
          No column of {table} tells together with others who somebody is. Choose some to see how rows look alike.
        </p>
      ) : (
        <Figures risk={risk} target={target} />
      )}
      <span className="grow" />
      <div className="row card-foot">
        <button type="button" className="btn btn-sm" disabled={risk === undefined} onClick={() => setDialog("columns")}>
          <IconAdjustments className="i i-sm" stroke={1.5} aria-hidden="true" />
          Columns
        </button>
        {risk !== undefined && risk.quasi.length > 0 && failed === null && risk.masked.k < target ? (
          <button type="button" className="btn btn-sm" onClick={() => setDialog("reach")}>
            Reach k = {target}
          </button>
        ) : null}
      </div>
      {dialog === "columns" && risk !== undefined ? (
        <QuasiDialog
          risk={risk}
          settings={settings}
          onChange={(next) => {
            setSettings(next);
            setDialog(null);
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === "reach" && risk !== undefined ? (
        <ReachDialog session={session} risk={risk} k={target} onClose={() => setDialog(null)} />
      ) : null}
    </section>
  );
}

const lookedWords = ({ looked, rows }: RiskView): string =>
  looked < rows ? `first ${formatInteger(looked)} rows` : formatRows(looked);

function Figures({ risk, target }: { readonly risk: RiskView; readonly target: number }): ReactNode {
  const { source, masked, sensitive } = risk;
  const over = risk.quasi.map((path) => risk.choices.find((choice) => choice.path === path)?.looksLike ?? path);
  return (
    <>
      <p className="big" role="status">
        k = <span className={masked.k < target ? "c-danger" : undefined}>{formatInteger(masked.k)}</span>{" "}
        <small>smallest group of look-alikes</small>
      </p>
      <RiskGauge source={source.k} masked={masked.k} target={target} />
      <div className="row">
        <span className="sm med">Groups by size</span>
        <span className="grow" />
        <span className="legend">
          <span>
            <i className="is-source" />
            source
          </span>
          <span>
            <i className="is-masked" />
            masked
          </span>
        </span>
      </div>
      <GroupBars source={source.groups} masked={masked.groups} />
      <p className="xs t3 clip" title={risk.quasi.join(", ")}>
        {formatRows(masked.uniqueRows)} unique, {formatInteger(source.uniqueRows)} in the source. Over{" "}
        {over.join(", ").toLowerCase()}.
      </p>
      {sensitive === undefined ? null : <Disclosed sensitive={sensitive} figures={masked} />}
    </>
  );
}

function Disclosed({ sensitive, figures }: { readonly sensitive: string; readonly figures: RiskFigures }): ReactNode {
  if (figures.disclosure === undefined) return null;
  const { distinct, entropy, closeness } = figures.disclosure;
  return (
    <p
      className="xs t2"
      title="l: the fewest different values in a group, and their effective number. t: how far a group's values are from those of all rows, 0 to 1."
    >
      {sensitive}: l = {formatInteger(distinct)} (entropy {entropy.toFixed(2)}), t = {closeness.toFixed(2)}
    </p>
  );
}
