import { useState, type KeyboardEvent, type ReactNode } from "react";
import type { TableId } from "../../../../shared/schema/schema-model.ts";
import { formatInteger } from "../../../components/format.ts";
import { showCell } from "./show-cell.ts";
import type { LeakSquares } from "./leak-squares.ts";

const columns = 50;
const pitch = 6.4;
const side = 4.4;

const place = (square: number): { readonly x: number; readonly y: number } => ({
  x: (square % columns) * pitch,
  y: Math.floor(square / columns) * pitch,
});

const moves: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};

/** One square a row; those in which an original survives are red, and lead to it. They are one stop, with arrows between them. */
export function LeakGrid({ table, squares }: { readonly table: TableId; readonly squares: LeakSquares }): ReactNode {
  const { count, rows, leaked } = squares;
  const [chosen, setChosen] = useState(0);
  const stop = Math.min(chosen, leaked.length - 1);
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const by = moves[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = Math.min(leaked.length - 1, Math.max(0, stop + by));
    setChosen(next);
    event.currentTarget.querySelectorAll<HTMLElement>(".leak-square")[next]?.focus();
  };
  const height = Math.max(1, Math.ceil(count / columns)) * pitch;
  const path = Array.from({ length: count }, (_, square) => {
    const { x, y } = place(square);
    return `M${x.toFixed(1)} ${y.toFixed(1)}h${side}v${side}h-${side}z`;
  });
  return (
    <div className="leak-grid" role="group" aria-label={`Leaks in ${table}`} onKeyDown={move}>
      <svg
        viewBox={`0 0 ${columns * pitch} ${height}`}
        role="img"
        aria-label={`${formatInteger(count)} ${rows === 1 ? "rows" : "groups of rows"} of ${table}, ${formatInteger(leaked.length)} with a leak`}
      >
        <path d={path.join("")} />
      </svg>
      {leaked.map(({ square, row, column }, at) => {
        const { x, y } = place(square);
        return (
          <button
            key={square}
            type="button"
            className="leak-square"
            tabIndex={at === stop ? 0 : -1}
            style={{ left: `${(x / (columns * pitch)) * 100}%`, top: `${(y / height) * 100}%` }}
            title={`Row ${formatInteger(row + 1)}, ${column}`}
            aria-label={`Show row ${formatInteger(row + 1)}, ${column}`}
            onFocus={() => setChosen(at)}
            onClick={() => showCell(table, row, column)}
          />
        );
      })}
    </div>
  );
}
