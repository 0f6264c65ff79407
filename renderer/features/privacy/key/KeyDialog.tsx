import { useId, useState, type ReactNode } from "react";
import type { KeyView } from "../../../../shared/api/privacy-views.ts";
import type { ErrorView } from "../../../../shared/api/views.ts";
import { Dialog } from "../../../components/Dialog.tsx";
import { ErrorCallout } from "../../../components/ErrorCallout.tsx";
import { client } from "../../../host/api.ts";
import { errorView } from "../../../host/error-view.ts";
import { useSessionId } from "../../../state/session-store.ts";
import { closePrivacyDialog } from "../privacy-store.ts";
import { useKey, useTakeKey } from "../queries.ts";
import { KeyState } from "./KeyState.tsx";
import { NewKey } from "./NewKey.tsx";

/** Makes, takes, replaces and forgets the key of the project's masks. */
export function KeyDialog(): ReactNode {
  const session = useSessionId();
  const { data: key } = useKey();
  const take = useTakeKey();
  const id = useId();
  const [made, setMade] = useState<string | null>(null);
  const [entered, setEntered] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorView | null>(null);

  async function attempt(work: () => Promise<KeyView | undefined>): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      const answer = await work();
      if (answer) take(answer);
    } catch (thrown) {
      setError(errorView(thrown));
    }
    setBusy(false);
  }
  const use = (text: string): void =>
    void attempt(async () => {
      const answer = await client.privacy.setKey.mutate({ session, key: text });
      setMade(null);
      setEntered("");
      return answer;
    });

  const fixed = key?.from === "environment";
  return (
    <Dialog title="Key of the masks" size={480} onClose={closePrivacyDialog}>
      {key ? (
        <KeyState
          value={key}
          busy={busy}
          onAccept={() => void attempt(() => client.privacy.acceptKey.mutate({ session }))}
        />
      ) : null}
      {error ? <ErrorCallout error={error} /> : null}
      {fixed || !key ? null : made === null ? (
        <form
          className="key-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (entered.trim() !== "") use(entered);
          }}
        >
          <label className="sm t2" htmlFor={id}>
            {key.state === "missing" ? "Enter the key" : "Replace it by another key"}
          </label>
          <div className="row">
            <span className="field grow">
              <input
                id={id}
                className="vb-input"
                type="password"
                autoComplete="off"
                data-autofocus
                value={entered}
                onChange={(event) => setEntered(event.currentTarget.value)}
              />
            </span>
            <button type="submit" className="btn" disabled={busy || entered.trim() === ""}>
              Use it
            </button>
          </div>
          <p className="xs t3">{key.keptWhere} It is never in the project, an export or a log.</p>
        </form>
      ) : (
        <NewKey value={made} busy={busy} onUse={() => use(made)} onDrop={() => setMade(null)} />
      )}
      <div className="dialog-foot">
        {fixed || made !== null ? null : (
          <button
            type="button"
            className="btn"
            disabled={busy}
            onClick={() =>
              void attempt(async () => {
                setMade(await client.privacy.makeKey.mutate());
                return undefined;
              })
            }
          >
            Make a new key
          </button>
        )}
        {key?.from === "store" || key?.from === "memory" ? (
          <button
            type="button"
            className="btn btn-quiet"
            disabled={busy}
            onClick={() => void attempt(() => client.privacy.forgetKey.mutate({ session }))}
          >
            Forget it
          </button>
        ) : null}
        <span className="grow" />
        <button type="button" className="btn btn-primary" onClick={closePrivacyDialog}>
          Done
        </button>
      </div>
    </Dialog>
  );
}
