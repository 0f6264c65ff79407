import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import type { TableView } from "../../../../shared/api/views.ts";
import { useSelection, useSession } from "../../../state/session-store.ts";
import { reportPreview } from "../../../state/ui-store.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { ErrorCallout } from "../../../components/ErrorCallout.tsx";
import { useCountedRows } from "../../privacy/use-counted-rows.ts";
import { useSize } from "../components/use-size.ts";
import { blockRows } from "../logic/block-cache.ts";
import { lastFirstRow, revealRow } from "../logic/scroll-map.ts";
import { PreviewGrid, previewHeadHeight, previewRowHeight } from "./PreviewGrid.tsx";
import { PreviewToolbar } from "./PreviewToolbar.tsx";
import { usePreviewRows } from "./use-preview-rows.ts";

/** Rows shown above the focus row after a jump, so that its neighbours are in view. */
const context = 3;

interface Props {
  readonly table: TableView;
}

/** The table's rows as an export writes them, over the whole row count. */
export function Preview({ table }: Props): ReactNode {
  const { row } = useSelection();
  // The list of tables is ahead of the table's own view by one answer.
  const rowCount =
    useSession((state) => state.view?.tables.find(({ id }) => id === table.id)?.rowCount) ?? table.rowCount;
  const body = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(body);
  const visible = Math.max(1, (height - previewHeadHeight) / previewRowHeight);
  const [top, setTop] = useState(() => Math.max(0, row - context));
  const first = Math.min(top, lastFirstRow(rowCount, visible));
  const hasRows = table.mode === "generate" || table.mode === "mask";
  useCountedRows(table.id);
  const rows = usePreviewRows(table.id, first, visible, hasRows ? rowCount : 0, blockRows(table.columns.length));

  const shown = useRef({ first, visible, rowCount });
  shown.current = { first, visible, rowCount };
  useLayoutEffect(() => {
    const now = shown.current;
    const near = row >= now.first - now.visible && row < now.first + 2 * now.visible;
    setTop(near ? revealRow(row, now.first, now.visible, now.rowCount) : Math.max(0, row - context));
  }, [row]);
  useEffect(() => {
    if (rows.elapsed !== undefined) reportPreview(rows.elapsed);
  }, [rows.elapsed]);

  return (
    <section className="preview" aria-label="Preview">
      <PreviewToolbar table={table} rowCount={rowCount} page={Math.max(1, Math.floor(visible) - 1)} />
      {rows.error ? <ErrorCallout error={rows.error} /> : null}
      <div className="pv-body" ref={body}>
        {hasRows ? null : <NotGenerated table={table} />}
        {table.mode === "generate" && rowCount === 0 ? (
          <EmptyState title="No rows">{table.name} is set to 0 rows, so an export writes none.</EmptyState>
        ) : null}
        {table.mode === "mask" && rowCount === 0 ? (
          <EmptyState title="No rows">The source gives no rows of {table.name}, or cannot be read.</EmptyState>
        ) : null}
        {hasRows && rowCount > 0 && height > 0 ? (
          <PreviewGrid
            table={table}
            rowCount={rowCount}
            first={first}
            visible={visible}
            width={width}
            height={height}
            rows={rows}
            onFirst={setTop}
          />
        ) : null}
      </div>
    </section>
  );
}

function NotGenerated({ table }: Props): ReactNode {
  return table.mode === "skip" ? (
    <EmptyState title={`${table.name} is skipped`}>Nothing is written to it. Its rules stay as they are.</EmptyState>
  ) : (
    <EmptyState title={`${table.name} has rows of its own`}>
      Rows that are already in the target are used for keys. Nothing is written to it.
    </EmptyState>
  );
}
