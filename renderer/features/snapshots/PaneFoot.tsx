import { IconLoader2 } from "@tabler/icons-react";
import { showSnapshots } from "./snapshot-store.ts";

interface PaneFootProps {
  /** A verb: what the button does. */
  readonly action: string;
  /** What is said while it is done. */
  readonly doing: string;
  /** Of one: how much of it is done, where that is known. */
  readonly share?: number | undefined;
  readonly busy: boolean;
  readonly ready: boolean;
  readonly onStop: () => void;
}

/** The buttons of a form; while it works there is one that stops it. */
export function PaneFoot({ action, doing, share, busy, ready, onStop }: PaneFootProps) {
  return (
    <div className="dialog-foot">
      <span className="grow row t2 sm" role="status">
        {busy ? (
          <>
            <IconLoader2 className="i c-accent spin" stroke={1.5} aria-hidden="true" />
            <span className="num clip">{doing}</span>
            {share === undefined ? null : (
              <span
                className="progress sn-progress"
                role="progressbar"
                aria-label={action}
                aria-valuenow={Math.round(share * 100)}
              >
                <i style={{ width: `${share * 100}%` }} />
              </span>
            )}
          </>
        ) : null}
      </span>
      <button type="button" className="btn" onClick={busy ? onStop : showSnapshots}>
        {busy ? "Stop" : "Back"}
      </button>
      <button type="submit" className="btn btn-primary" disabled={busy || !ready}>
        {action}
      </button>
    </div>
  );
}
