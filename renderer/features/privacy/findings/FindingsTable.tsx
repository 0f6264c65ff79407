import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import type { FindingView } from "../../../../shared/api/privacy-views.ts";
import { openMaskPicker, usePrivacy } from "../privacy-store.ts";
import type { FindingGroup } from "../findings-of.ts";
import { reveal } from "../reveal.ts";
import { FindingGroupRow } from "./FindingGroupRow.tsx";
import { FindingRow, rowId } from "./FindingRow.tsx";
import { selectFinding } from "./select-finding.ts";

interface Props {
  readonly groups: readonly FindingGroup[];
  readonly selected: FindingView | undefined;
}

const headHeight = 28;

/** One tab stop: arrows walk through the findings, Enter lists the masks of one. */
export function FindingsTable({ groups, selected }: Props): ReactNode {
  const folded = usePrivacy((state) => state.folded);
  const view = useRef<HTMLDivElement>(null);
  const shown = groups.flatMap(({ table, findings }) => (folded.includes(table) ? [] : findings));
  const id = selected && rowId(selected);
  useEffect(() => {
    const row = id === undefined ? null : document.getElementById(id);
    if (view.current && row) reveal(view.current, row, 0, headHeight);
  }, [id]);

  const press = (event: KeyboardEvent): void => {
    if (event.target !== view.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = selected ? shown.indexOf(selected) : -1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: Math.max(0, at - 1),
      Home: 0,
      End: shown.length - 1,
    };
    const to = steps[event.key];
    const next = to === undefined ? undefined : shown[Math.min(to, shown.length - 1)];
    if (next) selectFinding(next);
    else if ((event.key === "Enter" || event.key === " ") && selected && selected.decision !== "elsewhere")
      openMaskPicker(selected);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={view}
      className="findings-view"
      role="grid"
      aria-label="Personal columns"
      aria-activedescendant={id}
      tabIndex={0}
      onKeyDown={press}
    >
      <table className="grid" role="presentation">
        <colgroup>
          <col className="fc-bars" />
          <col className="fc-column" />
          <col className="fc-kind" />
          <col className="fc-sure" />
          <col className="fc-law" />
          <col />
        </colgroup>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" aria-label="Strength" />
            <th role="columnheader">Column</th>
            <th role="columnheader">Looks like</th>
            <th role="columnheader" className="num">
              Sure
            </th>
            <th role="columnheader">Regulation</th>
            <th role="columnheader">Treatment</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {groups.map((group) => {
            const closed = folded.includes(group.table);
            return [
              <FindingGroupRow key={group.table} group={group} folded={closed} />,
              ...(closed ? [] : group.findings).map((finding) => (
                <FindingRow key={rowId(finding)} finding={finding} selected={finding === selected} />
              )),
            ];
          })}
        </tbody>
      </table>
    </div>
  );
}
