import { IconLoader2 } from "@tabler/icons-react";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { cancelOpening, dismissOpeningError, useOpening } from "../../state/opening-store.ts";
import { useUi } from "../../state/ui-store.ts";

/** What is on its way into the window, or why it did not come. */
export function OpeningStatus() {
  const { name, error } = useOpening();
  const dialog = useUi((state) => state.dialog);
  // An open dialog tells it itself.
  if (dialog !== null) return null;
  if (name !== null) {
    return (
      <div className="row w-error sm" role="status">
        <IconLoader2 className="i c-accent spin" stroke={1.5} aria-hidden="true" />
        <span className="grow clip">Reading {name}</span>
        <button type="button" className="btn btn-sm" onClick={cancelOpening}>
          Stop
        </button>
      </div>
    );
  }
  if (!error) return null;
  return (
    <div className="w-error">
      <ErrorCallout
        error={error}
        actions={
          <button type="button" className="btn btn-sm" onClick={dismissOpeningError}>
            Dismiss
          </button>
        }
      />
    </div>
  );
}
