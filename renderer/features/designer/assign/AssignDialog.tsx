import { useDeferredValue, useMemo, useState, type ReactNode } from "react";
import { noSelector, type ColumnSelector } from "../../../../shared/rules/match-columns.ts";
import type { Rule } from "../../../../shared/rules/rule.ts";
import { Dialog } from "../../../components/Dialog.tsx";
import { ErrorCallout } from "../../../components/ErrorCallout.tsx";
import { errorView } from "../../../host/error-view.ts";
import { edit } from "../../../state/session-store.ts";
import { closeAssign, type ColumnPlace } from "../designer-store.ts";
import { useAssignment } from "../queries.ts";
import { assignmentEdit, assignmentWords } from "./assignment-edit.ts";
import { AssignList } from "./AssignList.tsx";
import { AssignRule, type ChosenRule } from "./AssignRule.tsx";
import { SelectorForm } from "./SelectorForm.tsx";

interface Props {
  /** Columns that were picked in the grid; a pattern says which ones where absent. */
  readonly picked: readonly ColumnPlace[] | undefined;
}

const none: never[] = [];

/** One rule for many columns: which ones, what they have now, what they would have, and which it does not fit. */
export function AssignDialog({ picked }: Props): ReactNode {
  const [selector, setSelector] = useState<ColumnSelector>(noSelector);
  const [chosen, setChosen] = useState<ChosenRule | null>(null);
  // While somebody types, the list may lag behind the fields.
  const asked = useDeferredValue(selector);
  const rule: Rule | undefined = chosen?.rule;
  const { data, error, isPlaceholderData } = useAssignment(picked ? [...picked] : asked, rule);
  const hits = data?.hits ?? none;
  const kinds = useMemo(() => [...new Set(hits.map(({ kind }) => kind))], [hits]);
  const change = assignmentEdit(hits, chosen?.label ?? "");
  const stale = isPlaceholderData || asked !== selector;
  return (
    <Dialog title="Assign a rule to many columns" size={720} onClose={closeAssign} className="as">
      {picked ? null : <SelectorForm selector={selector} facets={data?.facets} onChange={setSelector} />}
      <AssignRule
        // Its parameters are those of a column that takes it.
        first={hits.find(({ unfit }) => unfit === undefined) ?? hits[0]}
        kinds={kinds}
        chosen={chosen}
        onChoose={setChosen}
      />
      {error ? <ErrorCallout error={errorView(error)} /> : null}
      <p className="as-count sm t2" aria-live="polite">
        {assignmentWords(hits, chosen !== null, picked === undefined && selector === noSelector)}
      </p>
      <AssignList hits={hits} next={chosen} />
      <div className="dialog-foot">
        <span className="grow" />
        <button type="button" className="btn" onClick={closeAssign}>
          Cancel
        </button>
        <button
          type="button"
          className="btn btn-primary"
          disabled={change === undefined || stale}
          onClick={() => {
            if (change) edit(change);
            closeAssign();
          }}
        >
          {change
            ? `Set rule for ${change.edits.length} ${change.edits.length === 1 ? "column" : "columns"}`
            : "Set rule"}
        </button>
      </div>
    </Dialog>
  );
}
