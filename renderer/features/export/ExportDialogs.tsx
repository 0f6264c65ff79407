import type { LoadRequest } from "../../../shared/api/inputs.ts";
import type { ConnectionView } from "../../../shared/api/load-views.ts";
import type { RepositoryView } from "../../../shared/api/target-views.ts";
import type { SessionView } from "../../../shared/api/views.ts";
import { closeDialog, useUi } from "../../state/ui-store.ts";
import { PathDialog } from "../file-browser/PathDialog.tsx";
import { loadRequest } from "../load/load-form.ts";
import { useLoadForm } from "../load/load-form-store.ts";
import { LoadDialog } from "../load/LoadDialog.tsx";
import { CommitDialog } from "./CommitDialog.tsx";
import { changeExportView } from "../../state/export-view.ts";
import { useRunChoice } from "./form-store.ts";
import { startLoad } from "./job-store.ts";

interface ExportDialogsProps {
  readonly view: SessionView;
  readonly base: string | undefined;
  readonly repository: RepositoryView | undefined;
  readonly connection: ConnectionView | undefined;
  /** The load of a run that is asked for next. */
  readonly asked: ConnectionView | undefined;
  readonly onAsked: (request: LoadRequest) => void;
  readonly onNotAsked: () => void;
  readonly onCommitted: () => void;
}

/** What the export screen asks before it goes on. */
export function ExportDialogs(props: ExportDialogsProps) {
  const { view, base, repository, connection, asked, onAsked, onNotAsked, onCommitted } = props;
  const { session } = view;
  const dialog = useUi((state) => state.dialog);
  const load = useLoadForm(session);
  const choice = useRunChoice(session);
  return (
    <>
      {dialog === "export-folder" ? (
        <PathDialog
          title="Export into a folder"
          kind="folder"
          action="Use this folder"
          busy={false}
          error={null}
          note={`Now: ${base ?? ""}`}
          onChoose={(folder) => {
            changeExportView(session, { base: folder });
            closeDialog();
          }}
          onClose={closeDialog}
        />
      ) : null}
      {dialog === "commit" && repository ? (
        <CommitDialog
          session={session}
          repository={repository}
          onDone={() => {
            closeDialog();
            onCommitted();
          }}
          onClose={closeDialog}
        />
      ) : null}
      {asked ? (
        <LoadDialog
          key={asked.id}
          view={view}
          label={asked.label}
          request={loadRequest(view, choice, load, asked.id)}
          onLoad={(confirm) => onAsked(loadRequest(view, choice, load, asked.id, confirm))}
          onClose={onNotAsked}
        />
      ) : null}
      {dialog === "load" && connection ? (
        <LoadDialog
          view={view}
          label={connection.label}
          request={loadRequest(view, choice, load, connection.id)}
          onLoad={(confirm) => {
            closeDialog();
            void startLoad(session, loadRequest(view, choice, load, connection.id, confirm));
          }}
          onClose={closeDialog}
        />
      ) : null}
    </>
  );
}
