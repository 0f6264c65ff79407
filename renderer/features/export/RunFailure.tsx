import type { ErrorView, JobProgress } from "../../../shared/api/views.ts";
import { Callout } from "../../components/Callout.tsx";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { KeyAction } from "../privacy/key/KeyAction.tsx";

/** Why a run did not come to its end, and what is true now. */
export function RunFailure({ error, state }: { readonly error: ErrorView; readonly state?: JobProgress["state"] }) {
  return (
    <div className="exp-problems">
      {state === "cancelled" ? (
        // Whoever stopped it knows; what it left behind is what they want to know.
        <Callout title={error.message}>{error.hint}</Callout>
      ) : (
        <ErrorCallout error={error} actions={<KeyAction error={error} />} />
      )}
    </div>
  );
}
