import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useEffect, useRef, type ReactNode } from "react";
import { formatInteger } from "../../../components/format.ts";
import { goToRow, useSelection } from "../../../state/session-store.ts";
import { Slider } from "../components/Slider.tsx";
import { boxWidth, ValueBox } from "../components/ValueBox.tsx";
import { useDesigner } from "../designer-store.ts";
import { parseRowNumber } from "../logic/parse-count.ts";

interface Props {
  readonly rowCount: number;
  readonly page: number;
}

/** The focus row: previous and next page, its number, and a scrubber over the whole table. */
export function RowJump({ rowCount, page }: Props): ReactNode {
  const { row } = useSelection();
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const requests = useDesigner((state) => state.focusRowBox);
  const seen = useRef(requests);
  useEffect(() => {
    if (requests === seen.current) return;
    seen.current = requests;
    box.current?.focus();
    box.current?.select();
  }, [requests]);
  const backToGrid = (): void => document.querySelector<HTMLElement>(".pv-view")?.focus();

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
        <ValueBox
          label="Row"
          prefix="Row"
          width={boxWidth(formatInteger(rowCount), 56, 132)}
          align="end"
          floating
          inputRef={box}
          text={rowCount === 0 ? "0" : formatInteger(row + 1)}
          disabled={rowCount === 0}
          parse={(text) => parseRowNumber(text, rowCount, Math.random)}
          onCommit={goToRow}
          onDone={backToGrid}
        />
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
