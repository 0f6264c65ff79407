import type { ReactNode } from "react";
import type { FindingsView } from "../../../shared/api/privacy-views.ts";
import type { SessionView } from "../../../shared/api/views.ts";
import { formatInteger } from "../../components/format.ts";
import { StatusMark } from "../../components/StatusMark.tsx";
import { ReportButton } from "./cards/ReportButton.tsx";
import { PolicyMenu } from "./policy/PolicyMenu.tsx";
import { useDecisionCounts, type useScan } from "./queries.ts";

interface Props {
  readonly view: SessionView;
  readonly findings: FindingsView | undefined;
  readonly scan: ReturnType<typeof useScan>;
}

/** How far the review is, and what it rests on. */
export function PrivacyStrip({ view, findings, scan }: Props): ReactNode {
  const { source } = view;
  return (
    <div className="strip">
      <Coverage />
      <span className="vsep strip-sep" />
      <div className="strip-fact">
        <div className="xs t3">Source</div>
        <div className="row strip-source" title={source.message}>
          <StatusMark status={source.connected ? "ok" : "warn"} title={source.connected ? "Found" : "Not found"} />
          <span className="clip">
            {source.label}
            {source.connected ? ", read-only" : ", not there"}
          </span>
        </div>
      </div>
      <div className="strip-fact">
        <div className="xs t3">Scanned</div>
        <div className="num clip">{scannedWords(findings, scan.scanning)}</div>
      </div>
      <span className="grow" />
      <PolicyMenu />
      <ReportButton session={view.session} connected={source.connected} />
    </div>
  );
}

function scannedWords(findings: FindingsView | undefined, scanning: boolean): string {
  if (scanning) return "Looking at values…";
  const scanned = findings?.scanned;
  if (scanned === undefined) return "Names and types only";
  const columns = `${formatInteger(scanned.columns)} ${scanned.columns === 1 ? "column" : "columns"}`;
  return `${columns}, ${formatInteger(scanned.rows)} rows each`;
}

function Coverage(): ReactNode {
  const { masked, kept, open, elsewhere } = useDecisionCounts();
  const total = masked + kept + open + elsewhere;
  const parts = [
    { key: "masked", count: masked, word: "masked" },
    { key: "kept", count: kept, word: "kept" },
    { key: "elsewhere", count: elsewhere, word: "not from the source" },
    { key: "open", count: open, word: "open" },
  ].filter(({ count, key }) => count > 0 || (key !== "elsewhere" && total > 0));
  const words = parts.map(({ count, word }) => `${formatInteger(count)} ${word}`);
  return (
    <div className="strip-coverage">
      <div className="row strip-title">
        <h1 className="semi">
          {total === 0
            ? "No personal columns found"
            : `${formatInteger(total - open)} of ${formatInteger(total)} personal ${total === 1 ? "column" : "columns"} decided`}
        </h1>
        <span className="grow" />
        <span className="legend">
          {parts.map(({ key }, index) => (
            <span key={key}>
              <i className={`cover-${key}`} />
              {words[index]}
            </span>
          ))}
        </span>
      </div>
      <div className="cover" role="img" aria-label={words.length === 0 ? "No findings" : words.join(", ")}>
        {parts.map(({ key, count }) =>
          count > 0 ? <i key={key} className={`cover-${key}`} style={{ flex: count }} /> : null,
        )}
      </div>
    </div>
  );
}
