import { useId, useState, type ReactNode } from "react";
import { Dialog } from "../../../components/Dialog.tsx";
import { edit } from "../../../state/session-store.ts";
import { closePrivacyDialog } from "../privacy-store.ts";

interface Props {
  readonly table: string;
  readonly column: string;
  readonly looksLike: string;
  readonly reason: string;
}

const longest = 300;

/** A personal column is only kept with a reason, which stands in the project's file. */
export function KeepDialog({ table, column, looksLike, reason }: Props): ReactNode {
  const id = useId();
  const [text, setText] = useState(reason);
  const given = text.trim();
  const keep = (): void => {
    if (given === "") return;
    edit({ kind: "set-rule", table, column, rule: { kind: "keep", reason: given } });
    closePrivacyDialog();
  };
  return (
    <Dialog title={`Keep ${table}.${column}`} size={480} onClose={closePrivacyDialog}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <label className="sm t2" htmlFor={id}>
          {looksLike}. Its values are exported as they are. Why is that right?
        </label>
        <span className="field keep-field">
          <input
            id={id}
            className="vb-input"
            data-autofocus
            maxLength={longest}
            value={text}
            placeholder="The branch, not the customer"
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </span>
        <p className="xs t3">The reason is written to seedloom.yaml, and into the privacy report.</p>
        <div className="dialog-foot">
          <span className="grow" />
          <button type="button" className="btn" onClick={closePrivacyDialog}>
            Cancel
          </button>
          <button type="submit" className="btn btn-primary" disabled={given === ""}>
            Keep it
          </button>
        </div>
      </form>
    </Dialog>
  );
}
