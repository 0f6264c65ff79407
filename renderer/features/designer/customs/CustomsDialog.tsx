import { IconBookmark } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Dialog } from "../../../components/Dialog.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { useDraft } from "../../../state/session-store.ts";
import { closeCustoms } from "../designer-store.ts";
import { CustomGenerator } from "./CustomGenerator.tsx";

/** The project's own generators, those too that no column uses. */
export function CustomsDialog(): ReactNode {
  const draft = useDraft();
  const generators = Object.entries(draft?.generators ?? {});
  return (
    <Dialog title="Custom generators" size={720} onClose={closeCustoms}>
      {draft && generators.length > 0 ? (
        <ul className="cg-list" aria-label="Custom generators">
          {generators.map(([name, { label = name }]) => (
            <li key={name} aria-label={label}>
              <CustomGenerator draft={draft} name={name} shape="line" />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          icon={<IconBookmark className="i i-lg" stroke={1.5} aria-hidden="true" />}
          title="No custom generator yet"
        >
          Save as custom generator, below a column’s rule, makes one that other columns can use.
        </EmptyState>
      )}
      <div className="dialog-foot">
        <span className="grow" />
        <button type="button" className="btn" onClick={closeCustoms}>
          Close
        </button>
      </div>
    </Dialog>
  );
}
