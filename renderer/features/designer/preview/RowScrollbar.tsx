import { useRef, type PointerEvent, type ReactNode } from "react";
import { rowOfThumb, thumbOf } from "../logic/scroll-map.ts";

interface Props {
  readonly first: number;
  readonly rowCount: number;
  readonly visible: number;
  readonly track: number;
  readonly onScroll: (first: number) => void;
}

/**
 * The preview's scrollbar. Its track stands for all the rows of the table: 50 million rows are more pixels than a browser
 * can scroll. The grid beside it has the keys, so that it is no stop of its own.
 */
export function RowScrollbar({ first, rowCount, visible, track, onScroll }: Props): ReactNode {
  const grip = useRef<number | null>(null);
  const thumb = thumbOf(first, rowCount, visible, track);
  const idle = thumb.size >= track;

  const press = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0 || idle) return;
    const top = event.clientY - event.currentTarget.getBoundingClientRect().top;
    const onThumb = top >= thumb.top && top < thumb.top + thumb.size;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = onThumb ? top - thumb.top : thumb.size / 2;
    if (!onThumb) onScroll(rowOfThumb(top - thumb.size / 2, rowCount, visible, track));
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (grip.current === null) return;
    const top = event.clientY - event.currentTarget.getBoundingClientRect().top - grip.current;
    onScroll(rowOfThumb(top, rowCount, visible, track));
  };
  const release = (): void => {
    grip.current = null;
  };

  return (
    <div
      className="pv-scroll"
      aria-hidden="true"
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={release}
    >
      {idle ? null : <div className="pv-thumb" style={{ top: thumb.top, height: thumb.size }} />}
    </div>
  );
}
