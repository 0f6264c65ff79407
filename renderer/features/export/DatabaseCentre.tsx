import type { ErrorView, JobProgress, SessionView } from "../../../shared/api/views.ts";
import { LoadOutcome } from "../load/LoadOutcome.tsx";
import { changeRunChoice, useRunChoice } from "./form-store.ts";
import { LeaksFailure } from "./LeaksFailure.tsx";
import { RunFailure } from "./RunFailure.tsx";
import { RunPanel } from "./RunPanel.tsx";
import { TableList } from "./TableList.tsx";

interface DatabaseCentreProps {
  readonly view: SessionView;
  readonly progress: JobProgress | null;
  readonly trial: boolean;
  readonly error: ErrorView | null;
  readonly running: boolean;
}

/** Which tables are loaded, and what came of it. */
export function DatabaseCentre({ view, progress, trial, error, running }: DatabaseCentreProps) {
  const choice = useRunChoice(view.session);
  const load = progress?.state === "done" ? progress.load : undefined;
  return (
    <div className="center">
      {error ? <RunFailure error={error} /> : null}
      {progress?.leaks ? (
        <LeaksFailure leaks={progress.leaks} />
      ) : progress?.error ? (
        <RunFailure error={progress.error} state={progress.state} />
      ) : null}
      {load ? (
        <LoadOutcome load={load} trial={trial} />
      ) : (
        <TableList
          view={view}
          choice={choice}
          disabled={running}
          onChange={(change) => changeRunChoice(view.session, change)}
        />
      )}
      {progress ? <RunPanel progress={progress} /> : null}
    </div>
  );
}
