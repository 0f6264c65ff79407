import { useState } from "react";
import type { DatabaseView } from "../../../shared/api/snapshot-views.ts";
import { snapshotNameSchema } from "../../../shared/snapshots/snapshot.ts";
import { Callout } from "../../components/Callout.tsx";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { client } from "../../host/api.ts";
import { DatabaseChoice } from "./DatabaseChoice.tsx";
import { PaneFoot } from "./PaneFoot.tsx";
import { showPane } from "./snapshot-store.ts";
import { nameFor } from "./name-for.ts";
import { TableChecks } from "./TableChecks.tsx";
import { snapshotsChanged, useTables } from "./use-databases.ts";
import { useWork } from "./use-work.ts";

/** Asks which database to take a snapshot of, and says what that means. */
export function SaveForm({ databases }: { readonly databases: readonly DatabaseView[] }) {
  const [database, setDatabase] = useState(databases[0]);
  const [name, setName] = useState(() => nameFor(databases[0]?.label ?? "", new Date()));
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const { tables, error } = useTables(database?.ref);
  const saving = useWork<void>(() => {
    void snapshotsChanged();
    showPane({ kind: "list", told: `${name} was saved.` });
  });
  const fault = snapshotNameSchema.safeParse(name).error?.issues[0]?.message;
  if (database === undefined)
    return <Callout title="There is no database yet">Add one with “Connect to a database”.</Callout>;
  return (
    <form
      className="sn-form"
      aria-label="Save a snapshot"
      onSubmit={(event) => {
        event.preventDefault();
        const request = { of: database.ref, name, ...(chosen === null ? {} : { tables: [...chosen] }) };
        void saving.run((signal) => client.snapshots.save.mutate(request, { signal }));
      }}
    >
      <DatabaseChoice
        label="Snapshot of"
        databases={databases}
        chosen={database}
        disabled={saving.busy}
        onChoose={(next) => {
          setDatabase(next);
          setChosen(null);
          if (next) setName(nameFor(next.label, new Date()));
        }}
      />
      <label>
        <span className="lbl">Name</span>
        <span className={fault === undefined ? "field" : "field is-invalid"}>
          <input
            value={name}
            spellCheck={false}
            autoComplete="off"
            disabled={saving.busy}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </span>
        {fault === undefined ? null : <span className="xs c-danger">{fault}</span>}
      </label>
      {tables === undefined ? null : (
        <TableChecks
          tables={tables.map((table) => ({ table }))}
          chosen={chosen}
          disabled={saving.busy}
          onChoose={setChosen}
        />
      )}
      <Callout title="Rows are written to this disk">
        As they are, personal data too, into files of your own data folder that only you can read. The database is only
        read.
      </Callout>
      {error ? <ErrorCallout error={error} /> : null}
      {saving.error ? <ErrorCallout error={saving.error} /> : null}
      <PaneFoot
        action="Save snapshot"
        doing="Reading the rows"
        busy={saving.busy}
        ready={fault === undefined && tables !== undefined && chosen?.length !== 0}
        onStop={saving.cancel}
      />
    </form>
  );
}
