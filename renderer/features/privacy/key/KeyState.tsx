import type { ReactNode } from "react";
import type { KeyView } from "../../../../shared/api/privacy-views.ts";
import { Callout } from "../../../components/Callout.tsx";

const origins = {
  environment: "It comes from the variable SEEDLOOM_KEY, and is changed there.",
  store: "It is kept in this system's keychain.",
  memory: "It is kept until Seedloom ends.",
} as const;

interface Props {
  readonly value: KeyView;
  /** Takes a key that is another than the project's own. */
  readonly onAccept: () => void;
  readonly busy: boolean;
}

/** Which key there is, by its fingerprint. */
export function KeyState({ value, onAccept, busy }: Props): ReactNode {
  const { state, from, fingerprint, expected } = value;
  if (state === "missing") {
    return (
      <Callout title="This project has no key here">
        {expected === undefined
          ? "Equal values get equal pseudonyms under one key, in every table and run. Make one, or enter the one that your team uses."
          : `It was masked under the key with the fingerprint ${expected}. Enter that one, so that pseudonyms stay the same.`}
      </Callout>
    );
  }
  const origin = from === undefined ? "" : origins[from];
  if (state === "other") {
    return (
      <Callout
        tone="warn"
        title={`Key ${fingerprint} is not the project's own`}
        actions={
          <button type="button" className="btn btn-sm" disabled={busy} onClick={onAccept}>
            Use this key from now on
          </button>
        }
      >
        The project was masked under {expected}. {origin}{" "}
        {from === "environment" ? "Start Seedloom with that key" : "Enter that key below"}; or use this one, and all
        pseudonyms become others.
      </Callout>
    );
  }
  return <Callout title={`Key ${fingerprint}`}>{origin} What a key can undo is pseudonymised, not anonymous.</Callout>;
}
