import { IconCamera } from "@tabler/icons-react";
import type { SnapshotView } from "../../../shared/snapshots/snapshot.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { counted, formatBytes, formatRows, formatWhen } from "../../components/format.ts";
import { hideSnapshots, showPane } from "./snapshot-store.ts";

interface SnapshotListProps {
  readonly snapshots: readonly SnapshotView[];
  /** What was done last. */
  readonly told: string | undefined;
}

/** The snapshots that are kept, the newest first. */
export function SnapshotList({ snapshots, told }: SnapshotListProps) {
  const now = new Date();
  return (
    <div className="sn-form">
      {told === undefined ? null : (
        <p className="sm c-ok" role="status">
          {told}
        </p>
      )}
      {snapshots.length === 0 ? (
        <EmptyState icon={<IconCamera className="i i-lg" stroke={1.5} aria-hidden="true" />} title="No snapshot yet">
          A snapshot keeps the rows of a database as they are now, to go back to after a test has changed them.
        </EmptyState>
      ) : (
        <ul className="sn-list" aria-label="Snapshots">
          {snapshots.map((snapshot) => (
            <Row key={snapshot.name} snapshot={snapshot} now={now} />
          ))}
        </ul>
      )}
      <div className="dialog-foot">
        <span className="grow" />
        <button type="button" className="btn" onClick={hideSnapshots}>
          Close
        </button>
        <button type="button" className="btn btn-primary" onClick={() => showPane({ kind: "save" })}>
          Save a snapshot
        </button>
      </div>
    </div>
  );
}

function Row({ snapshot, now }: { readonly snapshot: SnapshotView; readonly now: Date }) {
  const { name, of, takenAt, by, server, tables, rows, bytes, damaged } = snapshot;
  const kept = by === "rows" ? "" : server === undefined ? ", whole" : `, whole, on ${server}`;
  return (
    <li className="row" aria-label={name}>
      <div className="grow sn-name">
        <p className="semi clip" title={name}>
          {name}
        </p>
        <p className={damaged === undefined ? "xs t3 clip" : "xs c-danger"}>
          {damaged ??
            `${of}, ${formatWhen(takenAt, now)}, ${formatRows(rows)} in ${counted(tables.length, "table")}, ${formatBytes(bytes)}${kept}`}
        </p>
      </div>
      {damaged === undefined ? (
        <>
          <button type="button" className="btn btn-sm" onClick={() => showPane({ kind: "diff", snapshot })}>
            Compare
          </button>
          <button type="button" className="btn btn-sm" onClick={() => showPane({ kind: "restore", snapshot })}>
            Restore
          </button>
        </>
      ) : null}
      <button type="button" className="btn btn-sm btn-quiet" onClick={() => showPane({ kind: "delete", snapshot })}>
        Delete
      </button>
    </li>
  );
}
