import type { ReactNode } from "react";
import type { Problem } from "../../../../shared/rules/problem.ts";
import { Callout } from "../../../components/Callout.tsx";
import { ConfidenceBars } from "../../../components/ConfidenceBars.tsx";
import { runCommand } from "../../../commands/command.ts";
import { edit, selectColumn } from "../../../state/session-store.ts";

interface Props {
  readonly problem: Problem;
  /** Offers to show the column it is about. */
  readonly link?: boolean;
  readonly onApplied?: () => void;
}

/** A finding with its evidence and its fixes; the first fix is the safest. */
export function ProblemCallout({ problem, link = false, onApplied }: Props): ReactNode {
  const { column } = problem;
  const shown = link && column !== undefined;
  const actions =
    problem.fixes.length === 0 && problem.asks === undefined && !shown ? undefined : (
      <>
        {problem.asks === "save" ? (
          <button type="button" className="btn btn-sm" onClick={() => runCommand("project.save")}>
            Save the project…
          </button>
        ) : null}
        {problem.fixes.map((fix, index) => (
          <button
            key={fix.label}
            type="button"
            className={index === 0 && problem.asks === undefined ? "btn btn-sm" : "btn btn-sm btn-quiet"}
            onClick={() => {
              edit(fix.edit);
              onApplied?.();
            }}
          >
            {fix.label}
          </button>
        ))}
        {shown ? (
          <button type="button" className="btn btn-sm btn-quiet" onClick={() => (selectColumn(column), onApplied?.())}>
            Show {column}
          </button>
        ) : null}
      </>
    );
  return (
    <Callout tone={problem.severity === "error" ? "danger" : "warn"} title={problem.message} actions={actions}>
      {problem.confidence === undefined ? null : (
        <>
          <ConfidenceBars confidence={problem.confidence} />{" "}
        </>
      )}
      {problem.explanation}
    </Callout>
  );
}
