import { useId, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import type { OwnedRows } from "../../../../shared/rules/rule.ts";
import { formatPercent } from "../../../components/format.ts";
import { childBars, withBar } from "./child-bars.ts";

interface Props {
  readonly rows: OwnedRows;
  readonly onChange: (rows: OwnedRows, gesture: string) => void;
}

interface Drag {
  readonly count: number;
  readonly scale: number;
  /** The rule when the bar was taken: the others keep its proportions, however far the bar goes. */
  readonly from: OwnedRows;
}

const height = 92;
/** Below this width a bar has no room for its share. */
const labelled = 8;

/** How many owners have 1, 2, 3 … rows: bars to be dragged, or moved by the arrow keys. */
export function ChildrenChart({ rows, onChange }: Props): ReactNode {
  const id = useId();
  const drags = useRef(0);
  const [drag, setDrag] = useState<Drag | null>(null);
  const bars = childBars(rows);
  if (bars.length === 0) return <p className="sm t3">Too many counts to draw one by one.</p>;
  const largest = Math.max(...bars.map(({ share }) => share));
  // The scale stands still while a bar is dragged, so that it stays under the pointer.
  const scale = drag?.scale ?? Math.min(1, Math.max(0.1, largest));
  const shown = bars.length <= labelled;

  const shareAt = (event: PointerEvent<HTMLElement>, by: number): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return box.height === 0 ? 0 : Math.round(100 * ((box.bottom - event.clientY) / box.height) * by) / 100;
  };
  const press = (event: PointerEvent<HTMLElement>, count: number): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus();
    event.preventDefault();
    setDrag({ count, scale, from: rows });
  };
  const move = (event: PointerEvent<HTMLElement>, count: number): void => {
    if (drag?.count !== count) return;
    onChange(withBar(drag.from, count, shareAt(event, drag.scale)), `bar ${id} ${drags.current}`);
  };
  const release = (): void => {
    setDrag(null);
    drags.current++;
  };
  const key = (event: KeyboardEvent, count: number, share: number): void => {
    const next = keyed(event.key, share);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(withBar(rows, count, next), `bar keys ${id} ${count}`);
  };

  return (
    <div className="cb" role="group" aria-label={`Share of ${rows.per} by number of rows`}>
      {bars.map(({ count, share }) => (
        <div key={count} className="cb-col">
          <span
            className="cb-bar"
            style={{ height }}
            role="slider"
            tabIndex={0}
            aria-orientation="vertical"
            aria-label={`Share of ${rows.per} with ${count} ${count === 1 ? "row" : "rows"}`}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(share * 100)}
            aria-valuetext={formatPercent(share)}
            title={`${count} ${count === 1 ? "row" : "rows"}: ${formatPercent(share)} of ${rows.per}`}
            onPointerDown={(event) => press(event, count)}
            onPointerMove={(event) => move(event, count)}
            onPointerUp={release}
            onPointerCancel={release}
            onKeyDown={(event) => key(event, count, share)}
          >
            <i style={{ height: `${Math.min(100, (share / scale) * 100)}%` }}>
              {shown ? <em className="num">{formatPercent(share)}</em> : null}
              <b />
            </i>
          </span>
          <span className="cb-count t3 xs num" aria-hidden="true">
            {count}
          </span>
        </div>
      ))}
    </div>
  );
}

function keyed(key: string, share: number): number | undefined {
  switch (key) {
    case "ArrowUp":
    case "ArrowRight":
      return share + 0.01;
    case "ArrowDown":
    case "ArrowLeft":
      return share - 0.01;
    case "PageUp":
      return share + 0.1;
    case "PageDown":
      return share - 0.1;
    case "Home":
      return 0;
    case "End":
      return 1;
    default:
      return undefined;
  }
}
