import { useState } from "react";
import type { DatabaseView } from "../../../shared/api/snapshot-views.ts";
import { snapshotNameSchema } from "../../../shared/snapshots/snapshot.ts";
import { Callout } from "../../components/Callout.tsx";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import type { SnapshotMeans } from "../../../shared/snapshots/snapshot.ts";
import { client } from "../../host/api.ts";
import { DatabaseChoice } from "./DatabaseChoice.tsx";
import { JobOutcome } from "./JobOutcome.tsx";
import { jobWords } from "./job-words.ts";
import { MeansChoice } from "./MeansChoice.tsx";
import { PaneFoot } from "./PaneFoot.tsx";
import { showPane } from "./snapshot-store.ts";
import { nameFor } from "./name-for.ts";
import { TableChecks } from "./TableChecks.tsx";
import { snapshotsChanged, useTables } from "./use-databases.ts";
import { useJob } from "./use-job.ts";

/** Asks which database to take a snapshot of, and says what that means. */
export function SaveForm({ databases }: { readonly databases: readonly DatabaseView[] }) {
  const [database, setDatabase] = useState(databases[0]);
  const [name, setName] = useState(() => nameFor(databases[0]?.label ?? "", new Date()));
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const { tables, error } = useTables(database?.ref);
  const [means, setMeans] = useState<SnapshotMeans>("engine");
  const saving = useJob(({ saved }) => {
    void snapshotsChanged();
    showPane({ kind: "list", told: `${name} was saved. ${saved?.why ?? ""}` });
  });
  const now = jobWords(saving.progress, "Reading the rows");
  const fault = snapshotNameSchema.safeParse(name).error?.issues[0]?.message;
  if (database === undefined)
    return <Callout title="There is no database yet">Add one with “Connect to a database”.</Callout>;
  return (
    <form
      className="sn-form"
      aria-label="Save a snapshot"
      onSubmit={(event) => {
        event.preventDefault();
        void saving.start(() =>
          client.snapshots.save.mutate({
            of: database.ref,
            name,
            ...(chosen === null ? {} : { tables: [...chosen] }),
            ...(means === "rows" ? { by: means } : {}),
          }),
        );
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
      <MeansChoice
        label="Keep"
        chosen={means}
        sentences={{
          engine: `Tables, rows and all else that is in it, by ${database.means ?? ""}. Where that cannot be, its rows are read.`,
          rows: "The rows of its tables, as they are at one moment, in files that every database with these tables can take.",
        }}
        onlyRows={onlyRows(database.means, chosen !== null)}
        disabled={saving.busy}
        onChoose={setMeans}
      />
      <Callout title="Values are kept as they are, personal ones too">
        {database.engine === "postgresql" && means === "engine" && chosen === null
          ? "In a database beside this one, which only its owner may connect to. This one is only read."
          : "In files of your own data folder that only you can read. The database is only read."}
      </Callout>
      {error ? <ErrorCallout error={error} /> : null}
      <JobOutcome job={saving} />
      <PaneFoot
        action="Save snapshot"
        doing={now.words}
        share={now.share}
        busy={saving.busy}
        ready={fault === undefined && tables !== undefined && chosen?.length !== 0}
        onStop={saving.stop}
      />
    </form>
  );
}

function onlyRows(means: string | undefined, some: boolean): string | undefined {
  if (means === undefined)
    return "Its engine has no means of its own to copy a database: its rows are read, as they are at one moment.";
  return some ? "An engine copies whole databases only: the rows of these tables are read." : undefined;
}
