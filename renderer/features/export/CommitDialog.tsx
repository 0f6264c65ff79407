import { IconLoader2 } from "@tabler/icons-react";
import { useState } from "react";
import type { RepositoryView } from "../../../shared/api/target-views.ts";
import type { ErrorView } from "../../../shared/api/views.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { counted } from "../../components/format.ts";
import { notify } from "../../components/notify.ts";
import { client } from "../../host/api.ts";
import { errorView } from "../../host/error-view.ts";

interface CommitDialogProps {
  readonly session: string;
  readonly repository: RepositoryView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Commits what the exports wrote, and nothing else. */
export function CommitDialog({ session, repository, onDone, onClose }: CommitDialogProps) {
  const [message, setMessage] = useState("Update the test data");
  const [branch, setBranch] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorView | null>(null);
  const needsBranch = repository.detached === true;
  const ready = message.trim() !== "" && (!needsBranch || branch.trim() !== "") && !busy;

  async function commit(): Promise<void> {
    if (!ready) return;
    setBusy(true);
    setError(null);
    try {
      const named = branch.trim() === "" ? {} : { branch: branch.trim() };
      const done = await client.targets.commit.mutate({ session, message, ...named });
      notify(`Committed ${counted(done.files, "file")} as ${done.head} on ${done.branch}.`);
      onDone();
    } catch (thrown) {
      setError(errorView(thrown));
      setBusy(false);
    }
  }

  return (
    <Dialog title="Commit the exported files" size={480} onClose={onClose}>
      <form
        className="exp-commit"
        onSubmit={(event) => {
          event.preventDefault();
          void commit();
        }}
      >
        <label className="lbl" htmlFor="commit-message">
          Message
        </label>
        <span className="field">
          <input
            id="commit-message"
            className="grow"
            data-autofocus
            value={message}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
        </span>
        <label className="lbl" htmlFor="commit-branch">
          {needsBranch ? "New branch" : "New branch, if it is not for this one"}
        </label>
        <span className="field">
          <input
            id="commit-branch"
            className="mono grow"
            placeholder={repository.branch ?? "test-data"}
            spellCheck={false}
            autoComplete="off"
            value={branch}
            onChange={(event) => setBranch(event.currentTarget.value)}
          />
        </span>
        <p className="sm t2">
          {needsBranch ? "No branch is checked out, so a commit needs a new one. " : ""}
          The project goes along with the files made from it. What you have staged stays staged and is not in the
          commit. Hooks run. Nothing is pushed.
        </p>
        {error ? <ErrorCallout error={error} /> : null}
        <div className="row exp-commit-foot">
          <button type="button" className="btn" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="btn btn-primary" disabled={!ready}>
            {busy ? <IconLoader2 className="i i-sm spin" stroke={1.5} aria-hidden="true" /> : null}
            Commit
          </button>
        </div>
      </form>
    </Dialog>
  );
}
