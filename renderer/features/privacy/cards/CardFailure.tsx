import type { ReactNode } from "react";
import type { ErrorView } from "../../../../shared/api/views.ts";
import { openPrivacyDialog } from "../privacy-store.ts";

/** Why a card has no figures. */
export function CardFailure({ error }: { readonly error: ErrorView }): ReactNode {
  if (error.code === "secret-missing")
    return (
      <>
        <p className="sm t2 card-none" role="status">
          Nothing can be masked without the key, so there is nothing to look at yet.
        </p>
        <div className="row card-foot">
          <button type="button" className="btn btn-sm" onClick={() => openPrivacyDialog({ kind: "key" })}>
            Make or enter a key…
          </button>
        </div>
      </>
    );
  return (
    <p className="sm t2 card-none" role="status">
      {error.message} {error.hint}
    </p>
  );
}
