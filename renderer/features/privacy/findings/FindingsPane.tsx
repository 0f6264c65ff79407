import { IconFilter } from "@tabler/icons-react";
import { useMemo, type ReactNode } from "react";
import type { FindingsView, FindingView } from "../../../../shared/api/privacy-views.ts";
import { policyLabels } from "../../../../shared/rules/personal/policies.ts";
import type { PolicyId } from "../../../../shared/rules/personal/policy-id.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { formatInteger } from "../../../components/format.ts";
import { edit, useSelection } from "../../../state/session-store.ts";
import { Segments } from "../../designer/components/Segments.tsx";
import { findingsUnder, groupFindings } from "../findings-of.ts";
import { usePolicies } from "../queries.ts";
import { setFindingsFilter, showOnlyOpen, usePrivacy } from "../privacy-store.ts";
import { FindingsTable } from "./FindingsTable.tsx";
import { FindingNote } from "./FindingNote.tsx";

interface Props {
  readonly findings: FindingsView | undefined;
  readonly scanning: boolean;
  /** What went wrong. */
  readonly children: ReactNode;
}

const none: readonly FindingView[] = [];

/** The review list: every column that looks personal, and what is decided of it. */
export function FindingsPane({ findings, scanning, children }: Props): ReactNode {
  const policies = usePolicies();
  const onlyOpen = usePrivacy((state) => state.onlyOpen);
  const filter = usePrivacy((state) => state.filter);
  const selection = useSelection();
  const counted = useMemo(() => findingsUnder(findings?.findings ?? none, policies), [findings, policies]);
  const groups = useMemo(() => groupFindings(counted, { onlyOpen, filter }), [counted, onlyOpen, filter]);
  const tables = new Set(counted.map(({ table }) => table)).size;
  const open = counted.filter(({ decision }) => decision === "open");
  const openElsewhere = (findings?.findings ?? none).filter(({ decision }) => decision === "open").length - open.length;
  const selected = counted.find(({ table, column }) => table === selection.table && column === selection.column);
  return (
    <section className="center findings" aria-label="Findings">
      <div className="toolbar">
        <h2>Findings</h2>
        <span className="t3 sm num">
          {formatInteger(counted.length)} in {formatInteger(tables)} {tables === 1 ? "table" : "tables"}
        </span>
        <span className="grow" />
        <Segments
          label="Findings shown"
          value={onlyOpen ? "open" : "all"}
          options={[
            { value: "all", label: "All" },
            { value: "open", label: `Open ${formatInteger(open.length)}` },
          ]}
          onChange={(value) => showOnlyOpen(value === "open")}
        />
        <button
          type="button"
          className={filter === null ? "ibtn" : "ibtn is-on"}
          aria-label="Filter findings"
          aria-pressed={filter !== null}
          title="Filter findings"
          onClick={() => setFindingsFilter(filter === null ? "" : null)}
        >
          <IconFilter className="i" stroke={1.5} aria-hidden="true" />
        </button>
      </div>
      {filter === null ? null : (
        <div className="findings-filter">
          <span className="field">
            <input
              className="vb-input"
              aria-label="Filter findings by column, kind, law or mask"
              placeholder="Column, kind, law or mask"
              value={filter}
              autoFocus
              onChange={(event) => setFindingsFilter(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === "Escape") setFindingsFilter(null);
              }}
            />
          </span>
        </div>
      )}
      <div className="findings-errors">{children}</div>
      {groups.length > 0 ? (
        <FindingsTable groups={groups} selected={selected} />
      ) : (
        <NoFindings counted={counted.length} scanned={findings?.scanned !== undefined} busy={!findings || scanning} />
      )}
      <OpenElsewhere count={openElsewhere} policies={policies} />
      <FindingNote finding={selected ?? open[0]} />
    </section>
  );
}

interface ElsewhereProps {
  readonly count: number;
  readonly policies: readonly PolicyId[];
}

/** What is open and not listed stops a run as well. */
function OpenElsewhere({ count, policies }: ElsewhereProps): ReactNode {
  if (count === 0) return null;
  return (
    <p className="findings-elsewhere sm t2">
      {formatInteger(count)} open {count === 1 ? "column" : "columns"} that {policyLabels(policies)} does not speak of
      would stop a run, too.{" "}
      <button type="button" className="btn-link" onClick={() => edit({ kind: "set-policies", policies: [] })}>
        Count all findings
      </button>
    </p>
  );
}

interface NoneProps {
  readonly counted: number;
  readonly scanned: boolean;
  readonly busy: boolean;
}

function NoFindings({ counted, scanned, busy }: NoneProps): ReactNode {
  if (counted > 0)
    return (
      <EmptyState
        title="No finding matches"
        actions={
          <button
            type="button"
            className="btn"
            onClick={() => {
              showOnlyOpen(false);
              setFindingsFilter(null);
            }}
          >
            Show all findings
          </button>
        }
      >
        {formatInteger(counted)} findings are hidden by the filter.
      </EmptyState>
    );
  if (busy) return <EmptyState title="Looking for personal data">Names and types first, then values.</EmptyState>;
  return (
    <EmptyState title="No personal data found">
      {scanned
        ? "Neither the names nor the first values of any column look personal."
        : "No column looks personal by its name. Values were not looked at."}
    </EmptyState>
  );
}
