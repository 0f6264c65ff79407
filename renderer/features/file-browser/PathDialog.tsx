import { useState, type ReactNode } from "react";
import type { ErrorView } from "../../../shared/api/views.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { FileBrowser } from "./FileBrowser.tsx";

interface PathDialogProps {
  readonly title: string;
  readonly kind: "database" | "file" | "folder";
  readonly start?: string | undefined;
  readonly propose?: string;
  /** What the primary button does: "Open". */
  readonly action: string;
  readonly busy: boolean;
  readonly error: ErrorView | null;
  /** Buttons that go with the error. */
  readonly errorActions?: ReactNode;
  readonly note?: string;
  readonly onChoose: (path: string) => void;
  readonly onClose: () => void;
}

/** A dialog that asks for a file or a folder. */
export function PathDialog(props: PathDialogProps) {
  const { title, kind, start, propose, action, busy, error, errorActions, note, onChoose, onClose } = props;
  const [path, setPath] = useState("");
  return (
    <Dialog onClose={onClose} title={title} size={640}>
      <FileBrowser kind={kind} start={start} propose={propose} path={path} onPath={setPath} onChoose={onChoose} />
      {error ? (
        <div className="dialog-error">
          <ErrorCallout error={error} actions={errorActions} />
        </div>
      ) : null}
      <div className="dialog-foot">
        <span className="t3 xs grow">{note}</span>
        <button type="button" className="btn" onClick={onClose}>
          Cancel
        </button>
        <button
          type="button"
          className="btn btn-primary"
          disabled={path === "" || busy}
          aria-busy={busy}
          onClick={() => onChoose(path)}
        >
          {action}
        </button>
      </div>
    </Dialog>
  );
}
