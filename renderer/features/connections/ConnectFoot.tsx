import { IconLoader2, IconLock } from "@tabler/icons-react";

interface ConnectFootProps {
  /** The form shows a connection that is kept. */
  readonly kept: boolean;
  readonly hasDriver: boolean;
  readonly forTarget: boolean;
  readonly busy: "testing" | "saving" | "opening" | null;
  readonly ready: boolean;
  readonly onRemove: () => void;
  readonly onTest: () => void;
  readonly onSave: () => void;
  readonly onSubmit: () => void;
  readonly onStop: () => void;
  readonly onCancel: () => void;
}

const busyWords = { testing: "Connecting", saving: "Connecting", opening: "Reading the schema" } as const;

/** What can be done with the form, or what goes on and how to stop it. */
export function ConnectFoot(props: ConnectFootProps) {
  const { kept, hasDriver, forTarget, busy, ready } = props;
  if (busy !== null) {
    return (
      <div className="dialog-foot">
        <span className="row grow t2 sm" role="status">
          <IconLoader2 className="i c-accent spin" stroke={1.5} aria-hidden="true" />
          {busyWords[busy]}
        </span>
        <button type="button" className="btn" onClick={props.onStop}>
          Stop
        </button>
      </div>
    );
  }
  return (
    <div className="dialog-foot">
      {hasDriver ? (
        <button type="button" className="btn" onClick={props.onTest}>
          Test
        </button>
      ) : null}
      {kept ? (
        <button type="button" className="btn btn-quiet" onClick={props.onRemove}>
          Remove
        </button>
      ) : null}
      <span className="row grow t3 xs">
        {forTarget || kept ? null : (
          <>
            <IconLock className="i i-xs" stroke={1.5} aria-hidden="true" />
            Opened read-only.
          </>
        )}
      </span>
      <button type="button" className="btn" onClick={props.onCancel}>
        Cancel
      </button>
      {hasDriver && !forTarget ? (
        <button type="button" className="btn" title="Save it without opening it" onClick={props.onSave}>
          Save
        </button>
      ) : null}
      <button type="button" className="btn btn-primary" disabled={!ready} onClick={props.onSubmit}>
        {forTarget ? "Add" : hasDriver ? "Connect" : "Open"}
      </button>
    </div>
  );
}
