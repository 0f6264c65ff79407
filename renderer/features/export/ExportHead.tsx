import { IconChevronLeft, IconPlayerStop, IconShieldCheck } from "@tabler/icons-react";
import { useEffect, type ReactNode } from "react";
import { focusSomewhere } from "../../components/focus-return.ts";
import { Kbd } from "../../components/Kbd.tsx";
import { showScreen, type ExportTo } from "../../state/ui-store.ts";
import { clearJob } from "./job-store.ts";

interface ExportHeadProps {
  readonly to: ExportTo;
  readonly summary: string;
  /** Where the files go. */
  readonly place: ReactNode;
  readonly running: boolean;
  /** A load or a proof has ended, and is in view. */
  readonly finished: boolean;
  /** It ended well, so that the next is the same again. */
  readonly again: boolean;
  /** Rows cannot be made as they are designed. */
  readonly blocked: boolean;
  /** The rows themselves can be made. */
  readonly provable: boolean;
  /** Everything is said that the run needs to know. */
  readonly ready: boolean;
  readonly onStop: () => void;
  readonly onRun: () => void;
  readonly onDryRun: () => void;
  readonly onProve: () => void;
}

const words = {
  files: { run: "Run", again: "Run again" },
  database: { run: "Load…", again: "Load again…" },
} as const;

/** Where to, how much, and what can be done. */
export function ExportHead(props: ExportHeadProps) {
  const { to, summary, place, running, finished, again, blocked, provable, ready, onStop, onRun, onDryRun, onProve } =
    props;
  // The button that started or stopped the run has gone with it.
  useEffect(focusSomewhere, [running]);
  return (
    <div className="pane-head exp-head">
      <button
        type="button"
        className="ibtn"
        title="Back to tables"
        aria-label="Back to tables"
        onClick={() => showScreen("designer")}
      >
        <IconChevronLeft className="i" stroke={1.5} aria-hidden="true" />
      </button>
      <h1>Export</h1>
      <span className="t2 sm clip">{summary}</span>
      <span className="grow" />
      {place}
      {finished ? (
        <button type="button" className="btn" onClick={clearJob}>
          {to === "files" ? "Back to the files" : "New load"}
        </button>
      ) : null}
      {running ? (
        <button type="button" className="btn" onClick={onStop}>
          <IconPlayerStop className="i i-sm" stroke={1.5} aria-hidden="true" />
          Stop
        </button>
      ) : (
        <>
          <button
            type="button"
            className="btn"
            disabled={!provable}
            title="Load these rows into a throw-away database, which checks every key, unique and check"
            onClick={onProve}
          >
            <IconShieldCheck className="i i-sm" stroke={1.5} aria-hidden="true" />
            Prove it
          </button>
          {to === "files" ? (
            <button
              type="button"
              className="btn"
              disabled={blocked || !ready}
              title="See what would change, and write nothing"
              onClick={onDryRun}
            >
              Dry run
            </button>
          ) : null}
          <button type="button" className="btn btn-primary" disabled={blocked || !ready} onClick={onRun}>
            {words[to][again ? "again" : "run"]} <Kbd shortcut="mod+enter" />
          </button>
        </>
      )}
    </div>
  );
}
