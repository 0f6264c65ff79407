import { useState } from "react";
import type { DatabaseView, RestoredView } from "../../../shared/api/snapshot-views.ts";
import type { SnapshotMeans, SnapshotView } from "../../../shared/snapshots/snapshot.ts";
import { Callout } from "../../components/Callout.tsx";
import { counted, formatInteger, formatRows } from "../../components/format.ts";
import { client } from "../../host/api.ts";
import { DatabaseChoice } from "./DatabaseChoice.tsx";
import { JobOutcome } from "./JobOutcome.tsx";
import { jobWords } from "./job-words.ts";
import { MeansChoice } from "./MeansChoice.tsx";
import { PaneFoot } from "./PaneFoot.tsx";
import { ShiftFields, shiftOf, type Shift } from "./ShiftFields.tsx";
import { showPane } from "./snapshot-store.ts";
import { TableChecks } from "./TableChecks.tsx";
import { useJob } from "./use-job.ts";

interface RestoreFormProps {
  readonly snapshot: SnapshotView;
  /** Those of the snapshot's kind. */
  readonly databases: readonly DatabaseView[];
}

function toldOf({ target, rows, tables, days, why }: RestoredView): string {
  const moved = days === 0 ? "" : `, dates moved by ${counted(days, "day")}`;
  return `${formatRows(rows)} in ${counted(tables, "table")} of ${target} are as they were${moved}. ${why}`;
}

function onlyRows(some: boolean, moved: boolean): string | undefined {
  if (some) return "An engine puts back whole databases only: the rows of these tables are written.";
  return moved ? "Dates are moved row by row: the rows are written." : undefined;
}

const namedColumns = 3;

/** Whoever restores a snapshot of production into a test database should know what comes with it. */
function personalWords(columns: readonly string[]): string {
  if (columns.length === 0) return "";
  const more = columns.length - namedColumns;
  const names = `${columns.slice(0, namedColumns).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  return `Personal values come back as they are, unmasked: ${names}.`;
}

/** Asks where the rows of a snapshot go, and says what becomes of those that stand there. */
export function RestoreForm({ snapshot, databases }: RestoreFormProps) {
  const [database, setDatabase] = useState(databases[0]);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [shift, setShift] = useState<Shift>({ kind: "none", days: 30, keep: "" });
  const [typed, setTyped] = useState("");
  const [means, setMeans] = useState<SnapshotMeans>("engine");
  const restoring = useJob(({ restored }) => {
    if (restored) showPane({ kind: "list", told: toldOf(restored) });
  });
  if (database === undefined)
    return <Callout title="There is no database of this kind">Add one with “Connect to a database”.</Callout>;
  const { confirm } = database;
  const now = jobWords(restoring.progress, "Writing the rows");
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
          ...(means === "rows" ? { by: means } : {}),
          ...(confirm === undefined ? {} : { confirm }),
        };
        void restoring.start(() => client.snapshots.restore.mutate(request));
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
      {snapshot.by === "rows" ? null : (
        <MeansChoice
          label="Put back"
          chosen={means}
          sentences={{
            engine: "The whole database, tables that came later too. Where that cannot be, its rows are written.",
            rows: "What stands in its tables. Tables that came later stay as they are.",
          }}
          onlyRows={onlyRows(chosen !== null, shift.kind !== "none")}
          disabled={restoring.busy}
          onChoose={setMeans}
        />
      )}
      <Callout tone="warn" title="What stands in these tables is replaced">
        All of it or nothing, where the engine can: a restore that fails or is stopped leaves the database as it was.{" "}
        {personalWords(
          snapshot.personal.filter((name) => chosen?.some((table) => name.startsWith(`${table}.`)) ?? true),
        )}
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
      <JobOutcome job={restoring} />
      <PaneFoot
        action="Restore"
        doing={now.words}
        share={now.share}
        busy={restoring.busy}
        ready={ready}
        onStop={restoring.stop}
      />
    </form>
  );
}
