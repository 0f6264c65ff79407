import { useEffect, useRef, useState, type ReactNode } from "react";
import type { MaskedColumnView, MaskedPage } from "../../../../shared/api/privacy-views.ts";
import { selectColumn, useSelection } from "../../../state/session-store.ts";
import { RowReason } from "../../sample/RowReason.tsx";
import { usePrivacy } from "../privacy-store.ts";
import { reveal } from "../reveal.ts";
import { cellWords, columnWidth } from "./masked-words.ts";

/** Room for row numbers. Pixels. */
const gutter = 58;

interface Props {
  readonly page: MaskedPage;
  /** Others are on their way. */
  readonly late: boolean;
}

/** Each column before and after. Where source values are hidden, they are neither in the page nor here. */
export function MaskedGrid({ page, late }: Props): ReactNode {
  const hidden = usePrivacy((state) => state.hidden);
  const pairs = usePrivacy((state) => state.shown === "pairs");
  const { column: selected } = useSelection();
  const view = useRef<HTMLDivElement>(null);
  const [person, setPerson] = useState<readonly number[]>([]);
  const columns = pairs
    ? page.columns.filter(({ looksLike, family }) => looksLike !== undefined || family !== "none")
    : page.columns;
  const withSource = pairs && !hidden;
  const count = page.maskedRows;
  useEffect(() => {
    const head = view.current?.querySelector(`[data-column="${CSS.escape(selected ?? "")}"]`);
    if (view.current && head) reveal(view.current, head, gutter);
  }, [selected]);
  if (columns.length === 0)
    return <p className="sm t2 masked-none">No column of {page.table} looks personal, and none is masked.</p>;
  const widths = columns.map((column) => columnWidth(column, withSource));
  return (
    <div
      ref={view}
      className={late ? "masked-view is-late" : "masked-view"}
      aria-busy={late}
      role="region"
      aria-label={`Masked rows of ${page.table}`}
      tabIndex={0}
      data-testid="masked-grid"
    >
      <table className="grid grid-sm" style={{ width: gutter + widths.reduce((sum, { total }) => sum + total, 0) }}>
        <colgroup>
          <col style={{ width: gutter }} />
          {columns.flatMap(({ name }, k) => [
            ...(withSource ? [<col key={`${name} source`} style={{ width: widths[k]?.source }} />] : []),
            <col key={`${name} masked`} style={{ width: widths[k]?.masked }} />,
          ])}
        </colgroup>
        <thead>
          <tr>
            <th className="pairh gut" aria-label="Row" />
            {columns.map((column) => (
              <ColumnHead
                key={column.name}
                column={column}
                span={withSource ? 2 : 1}
                selected={column.name === selected}
              />
            ))}
          </tr>
          {withSource ? (
            <tr>
              <th className="num gut">Row</th>
              {columns.flatMap(({ name }) => [
                <th key={`${name} source`} className="pl">
                  Source
                </th>,
                <th key={`${name} masked`} className="msk">
                  Masked
                </th>,
              ])}
            </tr>
          ) : null}
        </thead>
        <tbody onMouseLeave={() => setPerson([])}>
          {Array.from({ length: count }, (_, row) => {
            const number = page.start + row;
            return (
              <tr
                key={number}
                className={person.includes(number) ? "is-hover" : undefined}
                onMouseEnter={() => setPerson(page.same.find((rows) => rows.includes(number)) ?? [])}
              >
                <td className="gut">
                  <RowReason table={page.table} row={number} />
                </td>
                {columns.flatMap((column) => [
                  ...(withSource
                    ? [
                        <Cell
                          key={`${column.name} source`}
                          kind="src pl"
                          text={column.source?.[row]}
                          align={column.align}
                        />,
                      ]
                    : []),
                  <Cell
                    key={`${column.name} masked`}
                    kind={isKept(column) ? (withSource ? "" : "pl") : withSource ? "msk" : "msk pl"}
                    text={column.error ? undefined : (column.masked[row] ?? null)}
                    align={column.align}
                    title={cellWords(column, row)}
                    onPick={() => selectColumn(column.name)}
                  />,
                ])}
              </tr>
            );
          })}
        </tbody>
      </table>
      {count === 0 ? <p className="sm t2 masked-none">{page.table} has no rows in the source.</p> : null}
    </div>
  );
}

const isKept = ({ family }: MaskedColumnView): boolean => family === "none";

interface HeadProps {
  readonly column: MaskedColumnView;
  readonly span: number;
  readonly selected: boolean;
}

function ColumnHead({ column, span, selected }: HeadProps): ReactNode {
  const { name, label, reason, decision } = column;
  return (
    <th
      className={selected ? "pairh pl is-col" : "pairh pl"}
      colSpan={span}
      data-column={name}
      title={`${name}: ${reason}`}
      onClick={() => selectColumn(name)}
    >
      {name}{" "}
      <span className={decision === "open" ? "pair-mask c-danger" : "pair-mask c-mask"}>
        {decision === "open" ? "Not masked" : label}
      </span>
    </th>
  );
}

interface CellProps {
  readonly kind: string;
  readonly text: string | null | undefined;
  readonly align: MaskedColumnView["align"];
  readonly title?: string;
  readonly onPick?: () => void;
}

/** NULL is small and grey; a cell that has no value at all is a dash. */
function Cell({ kind, text, align, title, onPick }: CellProps): ReactNode {
  return (
    <td className={align === "end" ? `${kind} num` : kind} title={title} onClick={onPick}>
      {text === undefined ? <span className="t3">–</span> : text === null ? <span className="nul">NULL</span> : text}
    </td>
  );
}
