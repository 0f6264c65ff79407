import type { ReactNode } from "react";
import { formatInteger, formatMilliseconds } from "../../components/format.ts";
import { openPrivacyDialog, usePrivacy } from "./privacy-store.ts";
import { useKey } from "./queries.ts";

/** The status bar's words on masking: how fast it was, and under which key. */
export function PrivacyStatus(): ReactNode {
  const masked = usePrivacy((state) => state.masked);
  const { data: key } = useKey();
  const words = { missing: "No key", set: `Key ${key?.fingerprint}`, other: `Another key: ${key?.fingerprint}` };
  return (
    <>
      {masked === null ? null : (
        <>
          <span className="sep" />
          <span className="st">
            Masked {formatInteger(masked.rows)} rows in {formatMilliseconds(masked.elapsed)}
          </span>
        </>
      )}
      <span className="sep" />
      <button
        type="button"
        className={key?.state === "other" ? "st c-warn" : "st"}
        title="Make, enter or replace the key of the masks"
        onClick={() => openPrivacyDialog({ kind: "key" })}
      >
        {key === undefined ? "Key" : words[key.state]}
      </button>
    </>
  );
}
