import { useState } from "react";
import type { DatabaseView } from "../../../shared/api/snapshot-views.ts";
import type { SnapshotDiff, TableDiff } from "../../../shared/snapshots/diff-rows.ts";
import type { SnapshotView } from "../../../shared/snapshots/snapshot.ts";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { formatInteger } from "../../components/format.ts";
import { client } from "../../host/api.ts";
import { PaneFoot } from "./PaneFoot.tsx";
import { refKey } from "./use-databases.ts";
import { useWork } from "./use-work.ts";

interface DiffPaneProps {
  readonly snapshot: SnapshotView;
  readonly databases: readonly DatabaseView[];
  /** The others of its kind. */
  readonly others: readonly SnapshotView[];
}

/** Compares a snapshot with another, or with a database as it is. */
export function DiffPane({ snapshot, databases, others }: DiffPaneProps) {
  const choices = [
    ...databases.map(({ ref, label }) => ({ key: `database ${refKey(ref)}`, label, with: ref })),
    ...others.map(({ name }) => ({ key: `snapshot ${name}`, label: `Snapshot ${name}`, with: { snapshot: name } })),
  ];
  const [key, setKey] = useState(choices[0]?.key ?? "");
  const [found, setFound] = useState<SnapshotDiff | null>(null);
  const comparing = useWork<SnapshotDiff>(setFound);
  const chosen = choices.find((choice) => choice.key === key);
  return (
    <form
      className="sn-form"
      aria-label={`Compare ${snapshot.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === undefined) return;
        void comparing.run((signal) =>
          client.snapshots.diff.mutate({ name: snapshot.name, with: chosen.with }, { signal }),
        );
      }}
    >
      <label>
        <span className="lbl">Compare {snapshot.name} with</span>
        <select
          className="field select"
          value={key}
          disabled={comparing.busy}
          onChange={(event) => {
            setKey(event.currentTarget.value);
            setFound(null);
          }}
        >
          {choices.map((choice) => (
            <option key={choice.key} value={choice.key}>
              {choice.label}
            </option>
          ))}
        </select>
      </label>
      {comparing.error ? <ErrorCallout error={comparing.error} /> : null}
      {found === null ? null : <Found found={found} />}
      <PaneFoot
        action="Compare"
        doing="Comparing the rows"
        busy={comparing.busy}
        ready={chosen !== undefined}
        onStop={comparing.cancel}
      />
    </form>
  );
}

const differs = ({ added, removed, changed }: TableDiff): boolean => added + removed + changed > 0;

function Found({ found: { tables, onlyBefore, onlyAfter } }: { readonly found: SnapshotDiff }) {
  const differing = tables.filter(differs);
  const only = [
    ...onlyBefore.map((name) => `${name} is in the snapshot only.`),
    ...onlyAfter.map((name) => `${name} is not in the snapshot.`),
  ];
  return (
    <div className="sn-found" role="status">
      {differing.length === 0 ? <p className="t2">No row differs.</p> : null}
      {differing.map((diff) => (
        <TableFound key={diff.table} diff={diff} />
      ))}
      {only.map((sentence) => (
        <p key={sentence} className="sm t2">
          {sentence}
        </p>
      ))}
    </div>
  );
}

function TableFound({ diff: { table, added, removed, changed, columns, samples } }: { readonly diff: TableDiff }) {
  return (
    <section aria-label={table}>
      <h3 className="row">
        <b className="semi">{table}</b>
        {added === 0 ? null : <span className="tag tag-ok">+{formatInteger(added)}</span>}
        {removed === 0 ? null : <span className="tag tag-danger">−{formatInteger(removed)}</span>}
        {changed === 0 ? null : <span className="tag tag-warn">~{formatInteger(changed)}</span>}
        <span className="xs t3 clip">
          {Object.entries(columns)
            .map(([name, rows]) => `${name} ${formatInteger(rows)}`)
            .join(", ")}
        </span>
      </h3>
      <ul className="sm">
        {samples.slice(0, 12).map(({ kind, key, cells }) => (
          <li key={`${kind} ${key.join("\0")}`} className={`sn-row is-${kind}`}>
            <span className="mono clip">{key.join(", ")}</span>
            <span className="clip t2">
              {cells
                .map(({ column, before, after }) =>
                  kind === "changed"
                    ? `${column}: ${before ?? ""} → ${after ?? ""}`
                    : `${column}: ${before ?? after ?? ""}`,
                )
                .join(", ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
