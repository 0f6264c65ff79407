import { IconLoader2 } from "@tabler/icons-react";
import { useEffect, useState, type ReactNode } from "react";
import type { ReachView, RiskView } from "../../../../shared/api/privacy-check-views.ts";
import type { ErrorView } from "../../../../shared/api/views.ts";
import { Dialog } from "../../../components/Dialog.tsx";
import { ErrorCallout } from "../../../components/ErrorCallout.tsx";
import { formatInteger } from "../../../components/format.ts";
import { client } from "../../../host/api.ts";
import { errorView } from "../../../host/error-view.ts";
import { edit } from "../../../state/session-store.ts";
import { editsSent } from "../../../state/sync-session.ts";

interface Props {
  readonly session: string;
  readonly risk: RiskView;
  readonly k: number;
  readonly onClose: () => void;
}

/** The least that reaches k, found by trying the masks on the rows; applied in one step of undo. */
export function ReachDialog({ session, risk, k, onClose }: Props): ReactNode {
  const [found, setFound] = useState<ReachView | null>(null);
  const [error, setError] = useState<ErrorView | null>(null);
  // The dialog covers the card: what is asked for stays as it was when it was opened.
  const [asked] = useState(() => ({ session, table: risk.table, quasi: [...risk.quasi], k }));
  useEffect(() => {
    const stop = new AbortController();
    editsSent()
      .then(() => client.privacyChecks.reach.mutate(asked, { signal: stop.signal }))
      .then(
        (answer) => (stop.signal.aborted ? undefined : setFound(answer)),
        (thrown: unknown) => (stop.signal.aborted ? undefined : setError(errorView(thrown))),
      );
    return () => stop.abort();
  }, [asked]);
  const apply = (): void => {
    if (found === null) return;
    edit({ kind: "several", label: `Reach k = ${k} in ${risk.table}`, edits: found.edits });
    onClose();
  };
  return (
    <Dialog title={`Reach k = ${k} in ${risk.table}`} size={480} onClose={onClose}>
      {found === null && error === null ? (
        <p className="row t2" role="status">
          <IconLoader2 className="i c-accent spin" stroke={1.5} aria-hidden="true" />
          Trying masks on the rows of {risk.table}, from the finest to the coarsest.
        </p>
      ) : null}
      {error ? <ErrorCallout error={error} /> : null}
      {found ? <Steps found={found} before={risk.masked.k} /> : null}
      <div className="dialog-foot">
        <span className="grow" />
        <button type="button" className="btn" onClick={onClose}>
          Cancel
        </button>
        <button
          type="button"
          className="btn btn-primary"
          disabled={found === null || found.edits.length === 0}
          onClick={apply}
        >
          Apply
        </button>
      </div>
    </Dialog>
  );
}

function Steps({ found, before }: { readonly found: ReachView; readonly before: number }): ReactNode {
  const { steps, figures } = found;
  return (
    <>
      <p className="t2">
        The least loss that gives every row {formatInteger(found.k - 1)} look-alikes: k goes from{" "}
        {formatInteger(before)} to <b className="semi c-ok">{formatInteger(figures.k)}</b>, in{" "}
        {formatInteger(figures.classes)} {figures.classes === 1 ? "group" : "groups"}.
      </p>
      <table className="grid reach-steps">
        <caption className="vh">What becomes of the columns</caption>
        <thead>
          <tr>
            <th>Column</th>
            <th>Becomes</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ path, label, change }) => (
            <tr key={path}>
              <td className="clip">{path}</td>
              <td className={change ? "clip" : "clip t3"} title={label}>
                {label}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sm t3">Undo takes all of it back at once.</p>
    </>
  );
}
