import type { ReactNode } from "react";
import type { ErrorView } from "../../shared/api/views.ts";
import { Callout } from "./Callout.tsx";

/** What went wrong, in the backend's own words: the sentence, then what to do. */
export function ErrorCallout({ error, actions }: { readonly error: ErrorView; readonly actions?: ReactNode }) {
  return (
    <Callout tone="danger" title={error.message} actions={actions}>
      {error.hint}
    </Callout>
  );
}
