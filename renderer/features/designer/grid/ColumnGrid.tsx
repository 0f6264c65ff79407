import { useTable, type Row } from "@tanstack/react-table";
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type MouseEvent, type ReactNode } from "react";
import { alikeNames } from "../../../components/alike-names.ts";
import { formatInteger } from "../../../components/format.ts";
import { selectColumns, useSelection } from "../../../state/session-store.ts";
import { useSize } from "../components/use-size.ts";
import {
  designerStore,
  setAnchor,
  setCell,
  startEditing,
  stopEditing,
  useDesigner,
  type EditableCell,
} from "../designer-store.ts";
import { clickSelection } from "../logic/selection-range.ts";
import { features, gridColumns, visibleColumns, type GridRow } from "./grid-columns.tsx";
import { setShownColumns } from "./leave-editor.ts";
import { gridKeys, toggleUnique } from "./grid-keys.ts";

export const gridRowHeight = 32;
export const gridHeadHeight = 28;
const overscan = 6;
/** Rows drawn before the pane was measured. */
const unmeasured = 60;

interface Props {
  readonly name: string;
  readonly rows: readonly GridRow[];
}

const cellClasses: Readonly<Record<string, string>> = {
  icon: "cg-icon",
  name: "med cg-name",
  type: "t3",
  confidence: "cg-tight",
  options: "t2",
  nulls: "num cg-null",
  sample: "num smp cg-sample",
};
const editable = (id: string): id is EditableCell =>
  id === "rule" || id === "options" || id === "nulls" || id === "unique";

/** The table's columns: one tab stop, arrows inside; only the rows in view are drawn. */
export function ColumnGrid({ name, rows }: Props): ReactNode {
  const selection = useSelection();
  const cell = useDesigner((state) => state.cell);
  const pane = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(pane);
  const [top, setTop] = useState(0);
  const names = useMemo(() => rows.map((row) => row.view.column.name), [rows]);
  const alike = useMemo(() => alikeNames(names), [names]);
  useEffect(() => setShownColumns(names), [names]);
  const table = useTable({
    features,
    columns: gridColumns,
    data: rows,
    getRowId: (row) => row.view.column.name,
    state: { columnVisibility: visibleColumns(width) },
  });
  const all = table.getRowModel().rows;
  const from = Math.max(0, Math.floor(top / gridRowHeight) - overscan);
  const to = Math.min(all.length, height === 0 ? unmeasured : Math.ceil((top + height) / gridRowHeight) + overscan);
  const selectedIndex = selection.column === null ? -1 : names.indexOf(selection.column);

  useLayoutEffect(() => {
    const element = pane.current;
    if (!element || selectedIndex < 0) return;
    const start = selectedIndex * gridRowHeight;
    const end = start + gridRowHeight + gridHeadHeight;
    if (start < element.scrollTop) element.scrollTop = start;
    else if (end > element.scrollTop + element.clientHeight) element.scrollTop = end - element.clientHeight;
  }, [selectedIndex]);

  const press = (event: MouseEvent, row: GridRow, id: string): void => {
    if (event.button !== 0) return;
    const column = row.view.column.name;
    const keys = { shift: event.shiftKey, toggle: event.ctrlKey || event.metaKey };
    const again = selection.column === column && designerStore.getState().cell === id && !keys.shift && !keys.toggle;
    const next = clickSelection(
      names,
      selection.columns,
      designerStore.getState().anchor ?? selection.column ?? undefined,
      column,
      keys,
    );
    if (!keys.shift) setAnchor(column);
    if (keys.shift) event.preventDefault();
    selectColumns(next, next.includes(column) ? column : (next.at(-1) ?? null));
    if (!editable(id)) return;
    setCell(id);
    // A second click on the same cell edits it, as in a list of files.
    if (again && id === "nulls" && row.rule.kind === "generate") startEditing(column, "nulls");
    else if (!again) stopEditing();
  };

  const active = selectedIndex < 0 ? undefined : `cg-${selectedIndex}-${cell}`;
  return (
    <div
      ref={pane}
      className="cg"
      role="grid"
      tabIndex={0}
      aria-label={`Columns of ${name}`}
      aria-rowcount={rows.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={active}
      data-pane="columns"
      data-testid="column-grid"
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget)
          gridKeys(event, rows, Math.max(1, Math.floor(height / gridRowHeight) - 2));
      }}
    >
      <table className="grid" role="presentation">
        <colgroup>
          {table.getVisibleLeafColumns().map((column) => (
            <col key={column.id} style={column.id === "options" ? undefined : { width: column.getSize() }} />
          ))}
        </colgroup>
        <thead role="rowgroup">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} role="row" aria-rowindex={1}>
              {group.headers.map((header) => (
                <th key={header.id} role="columnheader" className={headClass(header.column.id)}>
                  {header.column.id === "sample" ? (
                    rows.some((row) => row.sample) ? (
                      `Row ${formatInteger(selection.row + 1)}`
                    ) : (
                      "Sample"
                    )
                  ) : (
                    <table.FlexRender header={header} />
                  )}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody role="rowgroup">
          {from > 0 ? <Gap rows={from} /> : null}
          {all.slice(from, to).map((row: Row<typeof features, GridRow>) => {
            const column = row.original.view.column.name;
            const selected = selection.columns.includes(column);
            return (
              <tr
                key={row.id}
                role="row"
                aria-rowindex={row.index + 2}
                aria-selected={selected}
                data-column={column}
                className={selected ? (column === selection.column ? "is-selected" : "is-selected is-also") : undefined}
              >
                {row.getVisibleCells().map((shown) => {
                  const { id } = shown.column;
                  const focused = id === cell && column === selection.column;
                  return (
                    <td
                      key={shown.id}
                      id={`cg-${row.index}-${id}`}
                      role="gridcell"
                      className={`${cellClasses[id] ?? ""}${id === "name" && alike.has(column) ? " clip-start" : ""}${focused ? " is-at" : ""}`}
                      title={titleOf(id, row.original)}
                      onMouseDown={(event) => press(event, row.original, id)}
                      onDoubleClick={id === "unique" ? () => toggleUnique(row.original) : undefined}
                    >
                      <table.FlexRender cell={shown} />
                    </td>
                  );
                })}
              </tr>
            );
          })}
          {to < all.length ? <Gap rows={all.length - to} /> : null}
        </tbody>
      </table>
    </div>
  );
}

/** Stands for rows out of view. */
function Gap({ rows }: { readonly rows: number }): ReactNode {
  return (
    <tr role="presentation" className="cg-gap">
      <td role="presentation" style={{ height: rows * gridRowHeight }} />
    </tr>
  );
}

const headClass = (id: string): string | undefined => (id === "name" ? "cg-name" : id === "nulls" ? "num" : undefined);

function titleOf(id: string, row: GridRow): string | undefined {
  if (id === "name")
    return row.view.column.comment === undefined
      ? row.view.column.name
      : `${row.view.column.name}: ${row.view.column.comment}`;
  if (id === "type") return row.view.column.type;
  if (id === "options") return row.view.options;
  return id === "sample" ? (row.sample?.text ?? undefined) : undefined;
}
