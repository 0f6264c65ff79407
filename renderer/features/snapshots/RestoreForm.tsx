import { useState } from "react";
import type { DatabaseView, RestoredView } from "../../../shared/api/snapshot-views.ts";
import type { SnapshotView } from "../../../shared/snapshots/snapshot.ts";
import { Callout } from "../../components/Callout.tsx";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { counted, formatInteger, formatRows } from "../../components/format.ts";
import { client } from "../../host/api.ts";
import { DatabaseChoice } from "./DatabaseChoice.tsx";
import { PaneFoot } from "./PaneFoot.tsx";
import { ShiftFields, shiftOf, type Shift } from "./ShiftFields.tsx";
import { showPane } from "./snapshot-store.ts";
import { TableChecks } from "./TableChecks.tsx";
import { useWork } from "./use-work.ts";

interface RestoreFormProps {
  readonly snapshot: SnapshotView;
  /** Those of the snapshot's kind. */
  readonly databases: readonly DatabaseView[];
}

function toldOf({ target, rows, tables, days }: RestoredView): string {
  const moved = days === 0 ? "" : `, dates moved by ${counted(days, "day")}`;
  return `${formatRows(rows)} in ${counted(tables, "table")} of ${target} are as they were${moved}.`;
}

/** Asks where the rows of a snapshot go, and says what becomes of those that stand there. */
export function RestoreForm({ snapshot, databases }: RestoreFormProps) {
  const [database, setDatabase] = useState(databases[0]);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [shift, setShift] = useState<Shift>({ kind: "none", days: 30, keep: "" });
  const [typed, setTyped] = useState("");
  const restoring = useWork<RestoredView>((result) => showPane({ kind: "list", told: toldOf(result) }));
  if (database === undefined)
    return <Callout title="There is no database of this kind">Add one with “Connect to a database”.</Callout>;
  const { confirm } = database;
  const moved = shiftOf(shift);
  const ready = (confirm === undefined || typed === confirm) && chosen?.length !== 0 && moved !== undefined;
  return (
    <form
      className="sn-form"
      aria-label={`Restore ${snapshot.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        const request = {
          name: snapshot.name,
          to: database.ref,
          ...moved,
          ...(chosen === null ? {} : { tables: [...chosen] }),
          ...(confirm === undefined ? {} : { confirm }),
        };
        void restoring.run((signal) => client.snapshots.restore.mutate(request, { signal }));
      }}
    >
      <DatabaseChoice
        label="Restore into"
        databases={databases}
        chosen={database}
        disabled={restoring.busy}
        onChoose={setDatabase}
      />
      <TableChecks
        tables={snapshot.tables.map(({ table, rows }) => ({ table, note: formatInteger(rows) }))}
        chosen={chosen}
        disabled={restoring.busy}
        onChoose={setChosen}
      />
      <ShiftFields shift={shift} disabled={restoring.busy} onChange={setShift} />
      <Callout tone="warn" title="The rows that stand in these tables are replaced">
        All in one transaction, where the engine can: a restore that fails or is stopped leaves the database as it was.
      </Callout>
      {confirm === undefined ? null : (
        <label>
          <span className="lbl">{confirm} is protected. Type its name to restore into it.</span>
          <span className="field">
            <input
              value={typed}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          </span>
        </label>
      )}
      {restoring.error ? <ErrorCallout error={restoring.error} /> : null}
      <PaneFoot
        action="Restore"
        doing="Writing the rows"
        busy={restoring.busy}
        ready={ready}
        onStop={restoring.cancel}
      />
    </form>
  );
}
