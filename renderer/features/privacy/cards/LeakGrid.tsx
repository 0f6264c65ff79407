import type { ReactNode } from "react";
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

/** One square a row; those in which an original survives are red, and lead to it. */
export function LeakGrid({ table, squares }: { readonly table: TableId; readonly squares: LeakSquares }): ReactNode {
  const { count, rows, leaked } = squares;
  const height = Math.max(1, Math.ceil(count / columns)) * pitch;
  const path = Array.from({ length: count }, (_, square) => {
    const { x, y } = place(square);
    return `M${x.toFixed(1)} ${y.toFixed(1)}h${side}v${side}h-${side}z`;
  });
  return (
    <div className="leak-grid">
      <svg
        viewBox={`0 0 ${columns * pitch} ${height}`}
        role="img"
        aria-label={`${formatInteger(count)} ${rows === 1 ? "rows" : "groups of rows"} of ${table}, ${formatInteger(leaked.length)} with a leak`}
      >
        <path d={path.join("")} />
      </svg>
      {leaked.map(({ square, row, column }) => {
        const { x, y } = place(square);
        return (
          <button
            key={square}
            type="button"
            className="leak-square"
            style={{ left: `${(x / (columns * pitch)) * 100}%`, top: `${(y / height) * 100}%` }}
            title={`Row ${formatInteger(row + 1)}, ${column}`}
            aria-label={`Show row ${formatInteger(row + 1)}, ${column}`}
            onClick={() => showCell(table, row, column)}
          />
        );
      })}
    </div>
  );
}
