import { IconAlertCircle } from "@tabler/icons-react";
import { saveProject, reloadProject } from "../../state/project-actions.ts";
import { reportFailure, useSession } from "../../state/session-store.ts";
import { resendEdits } from "../../state/sync-session.ts";
import { errorView } from "../../host/error-view.ts";
import { notifyError } from "../../components/notify.ts";

const orTell = (work: Promise<void>): void => void work.catch((error: unknown) => notifyError(errorView(error)));

/** Tells that edits are not written, and what to do; everything on screen goes on working. */
export function FailureBanner() {
  const failure = useSession((state) => state.failure);
  const folder = useSession((state) => state.view?.folder);
  // A backend that is gone has a banner of its own.
  if (!failure || failure.code === "host-unavailable") return null;
  const conflict = failure.code === "project-changed-on-disk";
  return (
    <div className="banner banner-danger" role="alert">
      <IconAlertCircle className="i" stroke={1.5} aria-hidden="true" />
      <span className="grow">
        <b>{failure.message}</b> {failure.hint}
      </span>
      {conflict && folder !== undefined ? (
        <>
          <button type="button" className="btn btn-sm" onClick={() => orTell(reloadProject())}>
            Read it anew
          </button>
          <button type="button" className="btn btn-sm" onClick={() => orTell(saveProject(folder, true))}>
            Overwrite it
          </button>
        </>
      ) : (
        <button
          type="button"
          className="btn btn-sm"
          onClick={() => {
            reportFailure(null);
            resendEdits();
          }}
        >
          Try again
        </button>
      )}
    </div>
  );
}
