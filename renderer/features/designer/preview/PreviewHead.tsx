import { useMemo, type ReactNode } from "react";
import type { PreviewColumn } from "../../../../shared/api/views.ts";
import { alikeNames } from "../../../components/alike-names.ts";
import { selectColumn } from "../../../state/session-store.ts";

interface Props {
  readonly columns: readonly PreviewColumn[];
  readonly from: number;
  readonly to: number;
  readonly selected: readonly string[];
}

/** Column names; a click selects the column everywhere. */
export function PreviewHead({ columns, from, to, selected }: Props): ReactNode {
  const alike = useMemo(() => alikeNames(columns.map(({ name }) => name)), [columns]);
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1}>
        <th role="columnheader" aria-colindex={1} className="num pv-gut">
          Row
        </th>
        {from > 0 ? <th role="presentation" /> : null}
        {columns.slice(from, to).map((column, index) => {
          const marks = [
            column.align === "end" ? "num" : "",
            selected.includes(column.name) ? "is-col" : "",
            alike.has(column.name) ? "clip-start" : "",
          ].join(" ");
          return (
            <th
              key={column.name}
              role="columnheader"
              aria-colindex={from + index + 2}
              className={marks}
              title={column.name}
              onClick={() => selectColumn(column.name)}
            >
              <bdi>{column.name}</bdi>
            </th>
          );
        })}
        <th role="presentation" />
      </tr>
    </thead>
  );
}
