import { Dialog } from "../../components/Dialog.tsx";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { DeleteForm } from "./DeleteForm.tsx";
import { DiffPane } from "./DiffPane.tsx";
import { RestoreForm } from "./RestoreForm.tsx";
import { SaveForm } from "./SaveForm.tsx";
import { SnapshotList } from "./SnapshotList.tsx";
import { hideSnapshots, useSnapshotPane, type SnapshotPane } from "./snapshot-store.ts";
import { useDatabases, useSnapshots } from "./use-databases.ts";
import "./snapshots.css";

const titles: Readonly<Record<SnapshotPane["kind"], string>> = {
  list: "Snapshots of databases",
  save: "Save a snapshot",
  restore: "Restore a snapshot",
  diff: "Compare a snapshot",
  delete: "Delete a snapshot",
};

/** Known-good states of databases: kept, compared, and put back. */
export function SnapshotDialog() {
  const pane = useSnapshotPane();
  if (pane === null) return null;
  return (
    <Dialog title={titles[pane.kind]} size={720} onClose={hideSnapshots}>
      <Pane pane={pane} />
    </Dialog>
  );
}

function Pane({ pane }: { readonly pane: SnapshotPane }) {
  const { snapshots, error } = useSnapshots();
  const { databases, error: noDatabases } = useDatabases();
  const failed = error ?? noDatabases;
  if (failed) return <ErrorCallout error={failed} />;
  if (snapshots === undefined || databases === undefined) return <p className="t2">Reading the snapshots</p>;
  if (pane.kind === "list") return <SnapshotList snapshots={snapshots} told={pane.told} />;
  if (pane.kind === "save") return <SaveForm databases={databases} />;
  const { snapshot } = pane;
  const alike = databases.filter(({ engine }) => engine === snapshot.engine);
  if (pane.kind === "restore") return <RestoreForm snapshot={snapshot} databases={alike} />;
  if (pane.kind === "delete") return <DeleteForm snapshot={snapshot} />;
  const others = snapshots.filter(
    ({ name, engine, damaged }) => name !== snapshot.name && engine === snapshot.engine && damaged === undefined,
  );
  return <DiffPane snapshot={snapshot} databases={alike} others={others} />;
}
