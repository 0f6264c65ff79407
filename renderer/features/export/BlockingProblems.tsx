import { Callout } from "../../components/Callout.tsx";
import type { Problem } from "../../../shared/rules/problem.ts";
import { edit } from "../../state/session-store.ts";
import { showProblem } from "../../state/problem-walk.ts";

const mostShown = 5;

const placeOf = ({ table, column }: Problem): string => [table, column].filter((part) => part !== undefined).join(".");

/** Errors that stop the export, each with its safest fix and a way to its place. */
export function BlockingProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const hidden = problems.length - mostShown;
  return (
    <div className="exp-problems">
      {problems.slice(0, mostShown).map((problem) => {
        const fix = problem.fixes[0];
        return (
          <Callout
            key={`${problem.table ?? ""}.${problem.column ?? ""}.${problem.message}`}
            tone="danger"
            title={problem.message}
            actions={
              <>
                {fix ? (
                  <button type="button" className="btn btn-sm" onClick={() => edit(fix.edit)}>
                    {fix.label}
                  </button>
                ) : null}
                {problem.table === undefined || problem.target !== undefined ? null : (
                  <button type="button" className="btn btn-sm btn-quiet" onClick={() => showProblem(problem)}>
                    Show {placeOf(problem)}
                  </button>
                )}
              </>
            }
          >
            {problem.explanation}
          </Callout>
        );
      })}
      {hidden > 0 ? <p className="sm t2">{`And ${hidden} more. `}Leave their tables out, or mend them.</p> : null}
    </div>
  );
}
