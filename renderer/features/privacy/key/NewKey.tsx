import { IconCopy } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";

interface Props {
  readonly value: string;
  readonly busy: boolean;
  readonly onUse: () => void;
  readonly onDrop: () => void;
}

/** A key that was just made: it is shown this once. */
export function NewKey({ value, busy, onUse, onDrop }: Props): ReactNode {
  const [copied, setCopied] = useState(false);
  return (
    <div className="key-form">
      <p className="sm t2">
        Copy it to where passwords are kept: it is shown this once. Without it nothing that was masked can be joined
        again.
      </p>
      <div className="row">
        <span className="field grow">
          <input
            className="vb-input mono"
            aria-label="New key"
            readOnly
            value={value}
            onFocus={(event) => event.currentTarget.select()}
          />
        </span>
        <button
          type="button"
          className="btn"
          onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}
        >
          <IconCopy className="i i-sm" stroke={1.5} aria-hidden="true" />
          {copied ? "Copied" : "Copy"}
        </button>
      </div>
      <div className="row">
        <button type="button" className="btn btn-primary" disabled={busy} onClick={onUse}>
          Use this key
        </button>
        <button type="button" className="btn btn-quiet" onClick={onDrop}>
          Drop it
        </button>
      </div>
    </div>
  );
}
