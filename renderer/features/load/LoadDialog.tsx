import { IconAlertTriangle, IconLoader2, IconShieldCheck } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import type { LoadRequest } from "../../../shared/api/inputs.ts";
import type { LoadPreview } from "../../../shared/api/load-views.ts";
import type { ErrorView, SessionView } from "../../../shared/api/views.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { KeyAction } from "../privacy/key/KeyAction.tsx";
import { counted, formatRows } from "../../components/format.ts";
import { client } from "../../host/api.ts";
import { errorView } from "../../host/error-view.ts";
import { editsSent } from "../../state/sync-session.ts";

interface LoadDialogProps {
  readonly view: SessionView;
  /** The name of the connection. */
  readonly label: string;
  readonly request: LoadRequest;
  readonly onLoad: (confirm: string | undefined) => void;
  readonly onClose: () => void;
}

/** What a load would do, asked of the database itself. */
function usePreview(session: string, request: LoadRequest) {
  const [preview, setPreview] = useState<LoadPreview | null>(null);
  const [error, setError] = useState<ErrorView | null>(null);
  const [attempt, setAttempt] = useState(0);
  // The dialog covers the form, so the request stays as it was when it was opened.
  const [asked] = useState(request);
  useEffect(() => {
    const stop = new AbortController();
    setPreview(null);
    setError(null);
    editsSent()
      .then(() => client.loads.preview.mutate({ session, request: asked }, { signal: stop.signal }))
      .then(
        (answer) => (stop.signal.aborted ? undefined : setPreview(answer)),
        (thrown: unknown) => (stop.signal.aborted ? undefined : setError(errorView(thrown))),
      );
    return () => stop.abort();
  }, [session, asked, attempt]);
  return { preview, error, again: () => setAttempt((count) => count + 1) };
}

const clearWords = (clear: LoadRequest["clear"], tables: number): string | undefined => {
  const which = tables === 1 ? "of this table" : `of these ${tables} tables`;
  if (clear === "delete") return `All rows ${which} are deleted first.`;
  return clear === "truncate" ? `All rows ${which} are truncated first.` : undefined;
};

/** What the engine holds to, before its first row is written. */
function Promised({ preview, clear }: { readonly preview: LoadPreview; readonly clear: LoadRequest["clear"] }) {
  const { target, tables, rows, atomic, notes } = preview;
  const gone = clearWords(clear, tables.length);
  return (
    <>
      <p className="t2">
        {formatRows(rows)} into {counted(tables.length, "table")} of <b className="semi">{target.label}</b>,{" "}
        {target.server.version}.
      </p>
      {gone === undefined ? null : (
        <p className="row c-danger med ld-gone">
          <IconAlertTriangle className="i i-sm" stroke={1.5} aria-hidden="true" />
          {gone}
        </p>
      )}
      <div className={atomic ? "callout callout-ok" : "callout callout-warn"}>
        {atomic ? (
          <IconShieldCheck className="i" stroke={1.5} aria-hidden="true" />
        ) : (
          <IconAlertTriangle className="i" stroke={1.5} aria-hidden="true" />
        )}
        <b>{atomic ? "All or nothing" : "What is written before a failure stays"}</b>
        <p>
          {atomic
            ? "A load that fails or is stopped leaves the database as it was."
            : "The engine cannot take everything back, for the reasons below."}
        </p>
      </div>
      {notes.length + target.server.limits.length === 0 ? null : (
        <ul className="ld-notes sm t2" aria-label="Notes">
          {[...notes, ...target.server.limits].map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Says what the database promises, and asks before it is written to; a protected one asks for its name. */
export function LoadDialog({ view, label, request, onLoad, onClose }: LoadDialogProps) {
  const { preview, error, again } = usePreview(view.session, request);
  const [typed, setTyped] = useState("");
  const confirm = preview?.confirm;
  const ready = preview !== null && (confirm === undefined || typed === confirm);
  const [cancel, load] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)];
  const answered = preview !== null;
  const asksName = confirm !== undefined;
  const clears = request.clear !== "keep";
  useEffect(() => {
    // Enter, pressed too soon, must not delete anything.
    if (answered && !asksName) (clears ? cancel : load).current?.focus();
  }, [answered, asksName, clears, cancel, load]);
  return (
    <Dialog title={`Load into ${label}?`} size={480} onClose={onClose}>
      <form
        className="ld-dialog"
        aria-label="Load"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onLoad(confirm);
        }}
      >
        {preview === null && error === null ? (
          <p className="row t2" role="status">
            <IconLoader2 className="i c-accent spin" stroke={1.5} aria-hidden="true" />
            Asking {label} what it can hold to. Nothing is written yet.
          </p>
        ) : null}
        {error ? (
          <ErrorCallout
            error={error}
            actions={
              <>
                <KeyAction error={error} onOpen={onClose} />
                <button type="button" className="btn btn-sm" onClick={again}>
                  Try again
                </button>
              </>
            }
          />
        ) : null}
        {preview ? <Promised preview={preview} clear={request.clear} /> : null}
        {confirm === undefined ? null : (
          <label>
            <span className="lbl">{confirm} is protected. Type its name to load into it.</span>
            <span className="field">
              <input
                value={typed}
                autoFocus
                spellCheck={false}
                autoComplete="off"
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
            </span>
          </label>
        )}
        <div className="dialog-foot">
          <span className="grow" />
          <button type="button" ref={cancel} className="btn" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" ref={load} className="btn btn-primary" disabled={!ready}>
            {preview === null ? "Load" : `Load ${formatRows(preview.rows)}`}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
