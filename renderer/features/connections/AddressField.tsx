import { useState } from "react";
import type { ErrorView } from "../../../shared/api/views.ts";

interface AddressFieldProps {
  readonly error: ErrorView | null;
  readonly onAddress: (address: string) => void;
}

/** Takes a whole address apart into the fields below it; it may hold a password, so it does not stay in view. */
export function AddressField({ error, onAddress }: AddressFieldProps) {
  const [text, setText] = useState("");
  function take(address: string): void {
    if (address.trim() === "") return;
    onAddress(address.trim());
    setText("");
  }
  return (
    <div className="cx-address">
      <label className="lbl" htmlFor="connection-address">
        Address, if you have one
      </label>
      <span className={error ? "field is-invalid" : "field"}>
        <input
          id="connection-address"
          data-autofocus
          className="mono"
          value={text}
          spellCheck={false}
          autoComplete="off"
          placeholder="Paste scheme://user:password@host:port/database"
          aria-describedby="connection-address-help"
          aria-invalid={error !== null}
          onChange={(event) => setText(event.currentTarget.value)}
          onPaste={(event) => {
            event.preventDefault();
            take(event.clipboardData.getData("text"));
          }}
          onBlur={() => take(text)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || text.trim() === "") return;
            event.preventDefault();
            take(text);
          }}
        />
      </span>
      <p id="connection-address-help" className={error ? "cx-error xs" : "vh"} role={error ? "alert" : undefined}>
        {error ? (
          <>
            <b>{error.message}</b> {error.hint}
          </>
        ) : (
          "It fills the fields below."
        )}
      </p>
    </div>
  );
}
