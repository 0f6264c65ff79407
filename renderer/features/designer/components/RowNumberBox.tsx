import { useEffect, useRef, type ReactNode } from "react";
import { formatInteger } from "../../../components/format.ts";
import { useDesigner } from "../designer-store.ts";
import { parseRowNumber } from "../logic/parse-count.ts";
import { boxWidth, ValueBox } from "./ValueBox.tsx";

interface Props {
  /** 0-based; on screen it is one more. */
  readonly row: number;
  readonly rowCount: number;
  /** The most pixels that the box may take. */
  readonly widest: number;
  /** What has the focus when the box is done. */
  readonly grid: string;
  readonly onCommit: (row: number) => void;
}

/** The number of the first row that is shown, to be typed over; the command that goes to a row brings the focus here. */
export function RowNumberBox({ row, rowCount, widest, grid, onCommit }: Props): ReactNode {
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const requests = useDesigner((state) => state.focusRowBox);
  const seen = useRef(requests);
  useEffect(() => {
    if (requests === seen.current) return;
    seen.current = requests;
    box.current?.focus();
    box.current?.select();
  }, [requests]);
  return (
    <ValueBox
      label="Row"
      prefix="Row"
      width={boxWidth(formatInteger(rowCount), 56, widest)}
      align="end"
      floating
      inputRef={box}
      text={rowCount === 0 ? "0" : formatInteger(row + 1)}
      disabled={rowCount === 0}
      parse={(text) => parseRowNumber(text, rowCount, Math.random)}
      onCommit={onCommit}
      onDone={() => document.querySelector<HTMLElement>(grid)?.focus()}
    />
  );
}
