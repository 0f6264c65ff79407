import { IconFile } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import type { ErrorView } from "../../../../shared/api/views.ts";
import { notify, notifyError } from "../../../components/notify.ts";
import { client } from "../../../host/api.ts";
import { errorView } from "../../../host/error-view.ts";
import { readAppInfo } from "../../../state/project-actions.ts";
import { editsSent } from "../../../state/sync-session.ts";
import { PathDialog } from "../../file-browser/PathDialog.tsx";

interface Props {
  readonly session: string;
  /** Whether the source is there to be looked at. */
  readonly connected: boolean;
}

/** Writes the privacy report, as HTML and JSON, into a folder that is asked for. */
export function ReportButton({ session, connected }: Props): ReactNode {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorView | null>(null);

  async function write(folder: string): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await editsSent();
      const { html } = await client.privacyChecks.report.mutate({ session, folder });
      setAsking(false);
      notify(`The privacy report is in ${html}, and beside it as JSON.`);
    } catch (thrown) {
      const told = errorView(thrown);
      if (asking) setError(told);
      else notifyError(told);
    } finally {
      setBusy(false);
    }
  }

  async function ask(): Promise<void> {
    try {
      if (!(await readAppInfo()).nativeDialogs) return setAsking(true);
      const { path } = await client.files.pickFolder.mutate();
      if (path !== null) await write(path);
    } catch (thrown) {
      notifyError(errorView(thrown));
    }
  }

  return (
    <>
      <button type="button" className="btn" disabled={busy || !connected} aria-busy={busy} onClick={() => void ask()}>
        <IconFile className="i i-sm" stroke={1.5} aria-hidden="true" />
        Privacy report
      </button>
      {asking ? (
        <PathDialog
          title="Write the privacy report"
          kind="folder"
          action="Write it here"
          busy={busy}
          error={error}
          note="privacy-report.html and privacy-report.json. All rows are looked at; no value is in them."
          onChoose={(folder) => void write(folder)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
