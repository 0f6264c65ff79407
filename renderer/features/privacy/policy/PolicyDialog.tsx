import type { ReactNode } from "react";
import type { PolicyEdit } from "../../../../shared/api/privacy-views.ts";
import { policyLabels } from "../../../../shared/rules/personal/policies.ts";
import { Dialog } from "../../../components/Dialog.tsx";
import { ErrorCallout } from "../../../components/ErrorCallout.tsx";
import { IconByName } from "../../../components/IconByName.tsx";
import { errorView } from "../../../host/error-view.ts";
import { edit } from "../../../state/session-store.ts";
import { closePrivacyDialog } from "../privacy-store.ts";
import { useDecisionCounts, usePolicies, usePolicyEdits } from "../queries.ts";

/** What the chosen policies set for the open findings, before they do. */
export function PolicyDialog(): ReactNode {
  const chosen = usePolicies();
  const { data: edits = [], error } = usePolicyEdits(chosen);
  const { open } = useDecisionCounts();
  const name = policyLabels(chosen);
  const left = open - edits.length;
  const apply = (): void => {
    edit({
      kind: "several",
      label: `Apply ${name}`,
      edits: edits.map(({ table, column, choice }) => ({ kind: "set-rule", table, column, rule: choice.rule })),
    });
    closePrivacyDialog();
  };
  return (
    <Dialog title={`Apply ${name}`} size={720} onClose={closePrivacyDialog}>
      <p className="t2">What was decided before stays as it is. Undo takes all of it back at once.</p>
      {error ? <ErrorCallout error={errorView(error)} /> : null}
      <div className="policy-list" tabIndex={0} role="region" aria-label="Masks that are set">
        <table className="grid">
          <thead>
            <tr>
              <th>Column</th>
              <th>Looks like</th>
              <th>Becomes</th>
            </tr>
          </thead>
          <tbody>
            {edits.map((one) => (
              <PolicyRow key={`${one.table}.${one.column}`} edit={one} />
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 ? (
        <p className="sm t2">
          {left} {left === 1 ? "finding stays" : "findings stay"} open: no mask fits {left === 1 ? "it" : "them"}, or
          nobody knows yet what a new column holds.
        </p>
      ) : null}
      <div className="dialog-foot">
        <span className="grow" />
        <button type="button" className="btn" onClick={closePrivacyDialog}>
          Cancel
        </button>
        <button type="button" className="btn btn-primary" disabled={edits.length === 0} onClick={apply}>
          Set {edits.length} {edits.length === 1 ? "mask" : "masks"}
        </button>
      </div>
    </Dialog>
  );
}

function PolicyRow({ edit: { table, column, looksLike, choice } }: { readonly edit: PolicyEdit }): ReactNode {
  return (
    <tr>
      <td className="med" title={`${table}.${column}`}>
        {table}.{column}
      </td>
      <td className="t2">{looksLike}</td>
      <td title={`${choice.label} ${choice.options}`}>
        <span className="row mask-words">
          <span className="c-mask">
            <IconByName name={choice.icon} />
          </span>
          {choice.label} <span className="t3 clip">{choice.options}</span>
        </span>
      </td>
    </tr>
  );
}
