import type { ReactNode } from "react";
import type { MaskedPage } from "../../../../shared/api/privacy-views.ts";
import { Callout } from "../../../components/Callout.tsx";
import { openPrivacyDialog } from "../privacy-store.ts";
import { useKey } from "../queries.ts";

/** Masks that work with a key show nothing without one; a key that is not the project's own is said. */
export function MissingKey({ page }: { readonly page: MaskedPage | undefined }): ReactNode {
  const { data: key } = useKey();
  const without = page?.columns.filter(({ error }) => error?.code === "secret-missing") ?? [];
  const action = (label: string): ReactNode => (
    <button type="button" className="btn btn-sm" onClick={() => openPrivacyDialog({ kind: "key" })}>
      {label}
    </button>
  );
  if (key?.state === "other")
    return (
      <div className="masked-error">
        <Callout
          tone="warn"
          title="This is another key than the one that masked this project before"
          actions={action("Settle the key…")}
        >
          Its fingerprint is {key.fingerprint}, and the project&apos;s is {key.expected}. Pseudonyms would be others.
        </Callout>
      </div>
    );
  if (key?.state !== "missing" || without.length === 0) return null;
  return (
    <div className="masked-error">
      <Callout tone="warn" title="There is no key" actions={action("Make or enter a key…")}>
        {without.map(({ name }) => name).join(", ")}: masked with a key, so{" "}
        {without.length === 1 ? "it shows" : "they show"} nothing yet.
      </Callout>
    </div>
  );
}
