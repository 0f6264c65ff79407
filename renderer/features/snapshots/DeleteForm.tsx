import type { SnapshotView } from "../../../shared/snapshots/snapshot.ts";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { client } from "../../host/api.ts";
import { PaneFoot } from "./PaneFoot.tsx";
import { showPane } from "./snapshot-store.ts";
import { snapshotsChanged } from "./use-databases.ts";
import { useWork } from "./use-work.ts";

/** Asks once more: a snapshot that is deleted is gone. */
export function DeleteForm({ snapshot: { name, server } }: { readonly snapshot: SnapshotView }) {
  const deleting = useWork<void>(() => {
    void snapshotsChanged();
    showPane({ kind: "list", told: `${name} was deleted.` });
  });
  return (
    <form
      className="sn-form"
      aria-label={`Delete ${name}`}
      onSubmit={(event) => {
        event.preventDefault();
        void deleting.run(() => client.snapshots.remove.mutate({ name }));
      }}
    >
      <p>
        <b className="semi">{name}</b> is removed, and cannot be had back.{" "}
        {server === undefined
          ? "No database is touched."
          : `Its copy on ${server} is dropped; no other database is touched.`}
      </p>
      {deleting.error ? <ErrorCallout error={deleting.error} /> : null}
      <PaneFoot action="Delete" doing="Deleting" busy={deleting.busy} ready onStop={deleting.cancel} />
    </form>
  );
}
