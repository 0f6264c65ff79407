import { IconLock } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { PreviewPage, TableSummary, TableView } from "../../../shared/api/views.ts";
import { formatInteger, formatMilliseconds } from "../../components/format.ts";
import { KeyIcon } from "../../components/KeyIcon.tsx";
import { trpc } from "../../host/api.ts";
import { atRevision } from "../../state/at-revision.ts";
import { useRevision, useSessionId } from "../../state/session-store.ts";

interface LiveRowProps {
  readonly table: TableSummary;
  /** 0-based. */
  readonly row: number;
  /** The column that was asked for. */
  readonly column?: string | undefined;
}

/** As many columns as stand beside the list without scrolling. */
const mostColumns = 13;

function Values(props: {
  readonly page: PreviewPage;
  readonly shape: TableView | undefined;
  readonly column: string | undefined;
}) {
  const { page, shape, column: wanted } = props;
  const first = Math.max(0, page.columns.findIndex(({ name }) => name === wanted) - mostColumns + 1);
  const shown = page.columns.slice(first, first + mostColumns);
  return (
    <dl className="pal-values">
      {shown.map(({ name, cells, written }) => {
        const column = shape?.columns.find((candidate) => candidate.column.name === name);
        const value = cells[0];
        return (
          <div key={name}>
            <dt className="t2">
              {column ? <KeyIcon keyKind={column.key} valueKind={column.column.valueType.kind} size="xs" /> : null}
              <span className="clip">{name}</span>
            </dt>
            <dd className={name === wanted ? "num clip semi" : "num clip"} title={value ?? undefined}>
              {!written ? (
                <span className="nul">set by database</span>
              ) : value === null || value === undefined ? (
                <span className="nul">NULL</span>
              ) : (
                value
              )}
            </dd>
          </div>
        );
      })}
      {page.columns.length > mostColumns ? (
        <div className="pal-more">
          <dt className="t3 xs">{page.columns.length - mostColumns} more columns</dt>
        </div>
      ) : null}
    </dl>
  );
}

/** The row that an item leads to, as an export writes it. */
export function LiveRow({ table, row, column }: LiveRowProps) {
  const session = useSessionId();
  const revision = useRevision();
  const page = useQuery({
    ...atRevision(trpc.preview.page.queryOptions({ session, table: table.id, start: row, count: 1 }), revision),
    enabled: table.rowCount > 0,
    placeholderData: (before: PreviewPage | undefined) => (before?.table === table.id ? before : undefined),
  });
  const shape = useQuery(atRevision(trpc.design.table.queryOptions({ session, table: table.id }), revision));
  return (
    <aside className="pal-live" aria-label={`Row ${formatInteger(row + 1)} of ${table.id}`}>
      <div className="row">
        <span className="semi">Row {formatInteger(row + 1)}</span>
        <span className="grow" />
        <span className="t3 xs num">{page.data ? formatMilliseconds(page.data.elapsed) : ""}</span>
      </div>
      {table.rowCount === 0 ? <p className="sm t3">This table has no rows.</p> : null}
      {page.isError ? <p className="sm t3">This row cannot be shown. The table&apos;s problems say why.</p> : null}
      {page.data ? <Values page={page.data} shape={shape.data} column={column} /> : null}
      <span className="grow" />
      <div className="row xs t3 pal-promise">
        <IconLock className="i i-xs" stroke={1.5} aria-hidden="true" />
        Same values in every export
      </div>
    </aside>
  );
}
