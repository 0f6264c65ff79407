import { IconChevronLeft, IconPlayerStop, IconShieldCheck } from "@tabler/icons-react";
import { useEffect } from "react";
import { focusSomewhere } from "../../components/focus-return.ts";
import { Kbd } from "../../components/Kbd.tsx";
import { showExport, showScreen, type ExportTo } from "../../state/ui-store.ts";
import { Segments } from "../designer/components/Segments.tsx";
import { cancelJob, clearJob } from "./job-store.ts";

interface ExportHeadProps {
  readonly to: ExportTo;
  readonly summary: string;
  readonly running: boolean;
  /** A run has ended, and is in view. */
  readonly finished: boolean;
  /** It ended well, so that the next is the same again. */
  readonly again: boolean;
  /** Rows cannot be made as they are designed. */
  readonly blocked: boolean;
  /** Everything is said that the run needs to know. */
  readonly ready: boolean;
  readonly onRun: () => void;
  readonly onProve: () => void;
}

const words = {
  files: { run: "Run", again: "Run again", fresh: "New export" },
  database: { run: "Load…", again: "Load again…", fresh: "New load" },
} as const;

/** Where to, how much, and what can be done. */
export function ExportHead(props: ExportHeadProps) {
  const { to, summary, running, finished, again, blocked, ready, onRun, onProve } = props;
  const { run, again: runAgain, fresh } = words[to];
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
      <div className="exp-to">
        <Segments
          label="Export to"
          value={to}
          options={[
            { value: "files", label: "Files" },
            { value: "database", label: "Database" },
          ]}
          onChange={showExport}
        />
      </div>
      <span className="t2 sm clip">{summary}</span>
      <span className="grow" />
      {finished ? (
        <button type="button" className="btn" onClick={clearJob}>
          {fresh}
        </button>
      ) : null}
      {running ? (
        <button type="button" className="btn" onClick={() => void cancelJob()}>
          <IconPlayerStop className="i i-sm" stroke={1.5} aria-hidden="true" />
          Stop
        </button>
      ) : (
        <>
          <button
            type="button"
            className="btn"
            disabled={blocked}
            title="Load these rows into a throw-away database, which checks every key, unique and check"
            onClick={onProve}
          >
            <IconShieldCheck className="i i-sm" stroke={1.5} aria-hidden="true" />
            Prove it
          </button>
          <button type="button" className="btn btn-primary" disabled={blocked || !ready} onClick={onRun}>
            {again ? runAgain : run} <Kbd shortcut="mod+enter" />
          </button>
        </>
      )}
    </div>
  );
}
