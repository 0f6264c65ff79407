import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type ReactNode,
  type UIEvent,
} from "react";
import type { TableView } from "../../../../shared/api/views.ts";
import { goToRow, selectColumn, useDraft, useScenario, useSelection } from "../../../state/session-store.ts";
import { shownPinned } from "../../scenarios/pinned-edits.ts";
import { cellsAsText, inRange, rangeOf, type CellPlace, type CellRange } from "../logic/cell-range.ts";
import { columnOffsets, columnWindow, revealColumn } from "../logic/column-window.ts";
import { StableWidths } from "../logic/column-widths.ts";
import { lastFirstRow, wheelRows } from "../logic/scroll-map.ts";
import { PreviewHead } from "./PreviewHead.tsx";
import { PreviewRow } from "./PreviewRow.tsx";
import { RowScrollbar } from "./RowScrollbar.tsx";
import { usePreviewKeys } from "./use-preview-keys.ts";
import type { PreviewRows } from "./use-preview-rows.ts";

export const previewRowHeight = 28;
export const previewHeadHeight = 28;
/** The rows' own scrollbar lies over the right edge; the last column ends before it. */
const scrollbarWidth = 11;

interface Props {
  readonly table: TableView;
  readonly rowCount: number;
  readonly first: number;
  /** Rows that fit, with the part of the last one. */
  readonly visible: number;
  readonly width: number;
  readonly height: number;
  readonly rows: PreviewRows;
  readonly onFirst: (first: number) => void;
}

/** The virtual grid: only the rows and columns in view are there, and the wheel moves by whole rows. */
export function PreviewGrid({ table, rowCount, first, visible, width, height, rows, onFirst }: Props): ReactNode {
  const selection = useSelection();
  const draft = useDraft();
  const scenario = useScenario();
  const pinned = draft ? shownPinned(draft, scenario, table.id) : [];
  const view = useRef<HTMLDivElement>(null);
  const [left, setLeft] = useState(0);
  const [anchor, setAnchor] = useState<CellPlace | null>(null);
  const columns = useMemo(() => rows.sample?.columns ?? [], [rows.sample]);
  const names = useMemo(() => columns.map((column) => column.name), [columns]);
  const computed = useMemo(
    () =>
      new Set(table.columns.filter(({ column }) => column.generated !== undefined).map(({ column }) => column.name)),
    [table],
  );
  const [stable] = useState(() => new StableWidths());
  const rules = new Map(table.columns.map((column) => [column.column.name, `${column.label} ${column.options}`]));
  const widths = columns.map((column) => stable.width(column, rules.get(column.name) ?? ""));
  const offsets = columnOffsets(widths);
  const gutter = gutterWidth(rowCount);
  const inner = Math.max(0, width - gutter);
  const part = columnWindow(offsets, left, inner);
  const selectedIndex = selection.column === null ? -1 : names.indexOf(selection.column);
  const range = anchor ? rangeOf(anchor, { row: selection.row, column: Math.max(0, selectedIndex) }) : null;
  const page = Math.max(1, Math.floor(visible) - 1);

  useWheel(view, (delta) => {
    const last = lastFirstRow(rowCount, visible);
    onFirst(Math.min(last, Math.max(0, first + delta)));
  });
  const keys = usePreviewKeys({
    columns: names,
    row: selection.row,
    column: selection.column,
    rowCount,
    page,
    anchor,
    setAnchor,
  });

  // The selected column follows the selection of the other panes into view.
  const offsetsNow = useRef(offsets);
  offsetsNow.current = offsets;
  useLayoutEffect(() => {
    const element = view.current;
    if (!element || selectedIndex < 0 || inner === 0) return;
    const target = revealColumn(offsetsNow.current, selectedIndex, element.scrollLeft, inner - scrollbarWidth);
    if (target !== element.scrollLeft) element.scrollLeft = target;
  }, [selectedIndex, inner]);

  const pick = (row: number, column: number, extend: boolean): void => {
    setAnchor(extend ? (anchor ?? { row: selection.row, column: Math.max(0, selectedIndex) }) : null);
    goToRow(row);
    const name = names[column];
    if (name !== undefined) selectColumn(name);
    view.current?.focus({ preventScroll: true });
  };
  const copy = (event: ClipboardEvent): void => {
    const whole =
      range ??
      rangeOf(
        { row: selection.row, column: Math.max(0, selectedIndex) },
        { row: selection.row, column: Math.max(0, selectedIndex) },
      );
    event.clipboardData.setData("text/plain", cellsAsText(cellsIn(rows, whole)));
    event.preventDefault();
  };

  const shown = Array.from(
    { length: Math.min(Math.ceil(visible), Math.max(0, rowCount - first)) },
    (_, index) => first + index,
  );
  const total = offsets.at(-1) ?? 0;
  const activeCell =
    selectedIndex >= part.from && selectedIndex < part.to ? `pv-${selection.row}-${selectedIndex}` : undefined;

  return (
    <div className="pv" style={{ height }}>
      <div
        ref={view}
        className="pv-view"
        role="grid"
        aria-label={`Preview of ${table.name}`}
        aria-rowcount={rowCount + 1}
        aria-colcount={names.length + 1}
        aria-activedescendant={activeCell}
        aria-multiselectable="true"
        tabIndex={0}
        data-pane="preview"
        data-testid="preview-grid"
        onKeyDown={keys}
        onCopy={copy}
        onScroll={(event: UIEvent<HTMLDivElement>) => setLeft(event.currentTarget.scrollLeft)}
      >
        <table
          className="grid grid-sm pv-table"
          role="presentation"
          style={{ width: Math.max(width, gutter + total + scrollbarWidth) }}
        >
          <colgroup>
            <col style={{ width: gutter }} />
            {part.from > 0 ? <col style={{ width: offsets[part.from] ?? 0 }} /> : null}
            {widths.slice(part.from, part.to).map((columnWidth, index) => (
              <col key={part.from + index} style={{ width: columnWidth }} />
            ))}
            <col />
          </colgroup>
          <PreviewHead columns={columns} from={part.from} to={part.to} selected={selection.columns} />
          <tbody role="rowgroup">
            {shown.map((row) => (
              <PreviewRow
                key={row}
                index={row}
                cells={rows.row(row)}
                late={rows.late}
                columns={columns}
                computed={computed}
                from={part.from}
                to={part.to}

                focused={row === selection.row}
                pinned={pinned[row]?.name}
                selectedColumns={selection.columns}
                focusColumn={selectedIndex}
                picked={(column) => inRange(range, row, column)}
                onPick={pick}
              />
            ))}
          </tbody>
        </table>
      </div>
      <RowScrollbar
        first={first}
        rowCount={rowCount}
        visible={Math.floor(visible)}
        track={height - previewHeadHeight}
        onScroll={onFirst}
      />
    </div>
  );
}

/** Room for the largest row number with its separators, in the bold of the focus row. Pixels. */
function gutterWidth(rowCount: number): number {
  const digits = String(rowCount).length;
  return Math.max(60, Math.round(digits * 7.5 + Math.floor((digits - 1) / 3) * 3.6 + 18));
}

function cellsIn(rows: PreviewRows, range: CellRange): (string | null)[][] {
  const result: (string | null)[][] = [];
  for (let row = range.fromRow; row <= range.toRow; row++) {
    const found = rows.row(row);
    if (found)
      result.push(
        found.page.columns
          .slice(range.fromColumn, range.toColumn + 1)
          .map((column) => column.cells[found.offset] ?? null),
      );
  }
  return result;
}

/** React's own wheel listeners are passive; this one keeps the page from scrolling too. */
function useWheel(view: { readonly current: HTMLDivElement | null }, onRows: (rows: number) => void): void {
  const latest = useRef(onRows);
  latest.current = onRows;
  useEffect(() => {
    const element = view.current;
    if (!element) return undefined;
    let carry = 0;
    const turn = (event: WheelEvent): void => {
      if (event.ctrlKey || event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      event.preventDefault();
      const pixels =
        event.deltaMode === 1
          ? event.deltaY * previewRowHeight
          : event.deltaMode === 2
            ? event.deltaY * element.clientHeight
            : event.deltaY;
      const step = wheelRows(pixels, carry, previewRowHeight);
      carry = step.carry;
      if (step.rows !== 0) latest.current(step.rows);
    };
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  }, [view]);
}
