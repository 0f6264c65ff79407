import type { ReactNode } from "react";
import type { ErrorView } from "../../../../shared/api/views.ts";
import { openPrivacyDialog } from "../privacy-store.ts";
import { useKey } from "../queries.ts";

interface Props {
  readonly error: ErrorView;
  /** Before the key's dialog opens: another one must make room for it. */
  readonly onOpen?: () => void;
}

/** Where a run stopped for want of the project's key: the way to it. */
export function KeyAction({ error, onOpen }: Props): ReactNode {
  const { data: key } = useKey();
  if (!["secret-missing", "secret-wrong"].includes(error.code) || key === undefined || key.state === "set") return null;
  return (
    <button
      type="button"
      className="btn btn-sm"
      onClick={() => {
        onOpen?.();
        openPrivacyDialog({ kind: "key" });
      }}
    >
      {key.state === "missing" ? "Make or enter a key…" : "Settle the key…"}
    </button>
  );
}
