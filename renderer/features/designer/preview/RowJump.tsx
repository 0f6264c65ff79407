import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { formatInteger } from "../../../components/format.ts";
import { goToRow, useSelection } from "../../../state/session-store.ts";
import { RowNumberBox } from "../components/RowNumberBox.tsx";
import { Slider } from "../components/Slider.tsx";

interface Props {
  readonly rowCount: number;
  readonly page: number;
}

/** The focus row: previous and next page, its number, and a scrubber over the whole table. */
export function RowJump({ rowCount, page }: Props): ReactNode {
  const { row } = useSelection();

  return (
    <>
      <div className="row rj">
        <button
          type="button"
          className="ibtn ibtn-sm"
          aria-label="Previous page"
          title="Previous page"
          disabled={row === 0}
          onClick={() => goToRow(row - page)}
        >
          <IconChevronLeft className="i i-sm" stroke={1.5} aria-hidden="true" />
        </button>
        <RowNumberBox row={row} rowCount={rowCount} widest={132} grid=".pv-view" onCommit={goToRow} />
        <button
          type="button"
          className="ibtn ibtn-sm"
          aria-label="Next page"
          title="Next page"
          disabled={row >= rowCount - 1}
          onClick={() => goToRow(row + page)}
        >
          <IconChevronRight className="i i-sm" stroke={1.5} aria-hidden="true" />
        </button>
      </div>
      <span className="rj-scrub" title="Drag to any row">
        <Slider
          label="Row of the table"
          value={row + 1}
          minimum={1}
          maximum={Math.max(1, rowCount)}
          step={1}
          valueText={`Row ${formatInteger(row + 1)} of ${formatInteger(rowCount)}`}
          disabled={rowCount < 2}
          onChange={(value) => goToRow(value - 1)}
        />
      </span>
      <span className="t3 sm num rj-of">of {formatInteger(rowCount)}</span>
    </>
  );
}
