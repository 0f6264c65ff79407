import { IconPinFilled } from "@tabler/icons-react";
import type { MouseEvent, ReactNode } from "react";
import type { PreviewColumn, PreviewPage } from "../../../../shared/api/views.ts";
import { groupDigits } from "../logic/parse-count.ts";

interface Props {
  readonly index: number;
  readonly cells: { readonly page: PreviewPage; readonly offset: number } | undefined;
  readonly late: boolean;
  readonly columns: readonly PreviewColumn[];
  /** Names of the columns that the database computes. */
  readonly computed: ReadonlySet<string>;
  readonly from: number;
  readonly to: number;
  readonly focused: boolean;
  /** The name of the pinned row that this is. */
  readonly pinned: string | undefined;
  readonly selectedColumns: readonly string[];
  readonly focusColumn: number;
  readonly picked: (column: number) => boolean;
  readonly onPick: (row: number, column: number, extend: boolean) => void;
}

/** Widths of the grey bars of a row that is not there yet, in percent. */
const skeletonWidths = [62, 48, 70, 40, 55];

export function PreviewRow({
  index,
  cells,
  late,
  columns,
  computed,
  from,
  to,
  focused,
  pinned,
  selectedColumns,
  focusColumn,
  picked,
  onPick,
}: Props): ReactNode {
  const press = (event: MouseEvent, column: number): void => {
    if (event.button === 0) onPick(index, column, event.shiftKey);
  };
  return (
    <tr role="row" aria-rowindex={index + 2} aria-selected={focused} className={focused ? "is-focus-row" : undefined}>
      <td
        role="rowheader"
        aria-colindex={1}
        className="gut pv-gut"
        onMouseDown={(event) => press(event, Math.max(0, focusColumn))}
      >
        {pinned === undefined ? null : (
          <IconPinFilled className="i i-xs pv-pin" aria-label={`Pinned row ${pinned}`} title={`Pinned row ${pinned}`} />
        )}
        {groupDigits(index + 1)}
      </td>
      {from > 0 ? <td role="presentation" /> : null}
      {columns.slice(from, to).map((column, offset) => {
        const at = from + offset;
        const marks = [
          column.align === "end" ? "num" : "",
          selectedColumns.includes(column.name) ? "is-col" : "",
          focused && at === focusColumn ? "is-cell" : "",
          picked(at) ? "is-picked" : "",
        ];
        const shown = cells?.page.columns[at];
        return (
          <td
            key={column.name}
            id={`pv-${index}-${at}`}
            role="gridcell"
            aria-colindex={at + 2}
            className={marks.filter(Boolean).join(" ") || undefined}
            onMouseDown={(event) => press(event, at)}
          >
            {shown && cells ? (
              <Cell column={shown} value={shown.cells[cells.offset] ?? null} computed={computed.has(column.name)} />
            ) : null}
            {!shown && late ? (
              <span className="skel" style={{ width: `${skeletonWidths[at % skeletonWidths.length] ?? 50}%` }} />
            ) : null}
          </td>
        );
      })}
      <td role="presentation" />
    </tr>
  );
}

interface CellProps {
  readonly column: PreviewColumn;
  readonly value: string | null;
  readonly computed: boolean;
}

function Cell({ column, value, computed }: CellProps): ReactNode {
  if (!column.written) return <span className="nul">{computed ? "computed" : "set on insert"}</span>;
  if (value === null) return <span className="nul">NULL</span>;
  if (value === "") return <span className="nul">empty</span>;
  return singleLine(value);
}

/** Line ends and tabs would break the row's height; they show as marks. */
const singleLine = (value: string): string => value.slice(0, 300).replace(/\r?\n/g, " ⏎ ").replace(/\t/g, " ⇥ ");
