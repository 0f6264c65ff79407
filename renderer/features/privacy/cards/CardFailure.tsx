import type { ReactNode } from "react";
import type { ErrorView } from "../../../../shared/api/views.ts";

/** Why a card has no figures. */
export function CardFailure({ error }: { readonly error: ErrorView }): ReactNode {
  return (
    <p className="sm t2 card-none" role="status">
      {error.code === "secret-missing"
        ? "Nothing can be masked without the key, so there is nothing to look at yet."
        : `${error.message} ${error.hint ?? ""}`}
    </p>
  );
}
