import { useRef, type KeyboardEvent, type PointerEvent } from "react";

interface PaneSplitterProps {
  /** What is resized: "Sidebar". */
  readonly label: string;
  /** vertical: a standing line between panes beside each other. */
  readonly orientation: "vertical" | "horizontal";
  /** Whether the resized pane is the one before the line or the one behind it. */
  readonly side: "before" | "after";
  readonly size: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly initial: number;
  readonly onResize: (size: number) => void;
}

const step = 8;

/** The line between two panes: drag it, use the arrow keys, or double-click to go back to the first size. */
export function PaneSplitter(props: PaneSplitterProps) {
  const { label, orientation, side, size, minimum, maximum, initial, onResize } = props;
  const drag = useRef<{ readonly from: number; readonly size: number } | null>(null);
  const sign = side === "before" ? 1 : -1;
  const clamp = (value: number): number => Math.max(minimum, Math.min(maximum, value));
  const at = (event: PointerEvent): number => (orientation === "vertical" ? event.clientX : event.clientY);

  function onKeyDown(event: KeyboardEvent): void {
    const [less, more] = orientation === "vertical" ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
    const ends: Readonly<Record<string, number>> = { Home: minimum, End: maximum, Enter: initial };
    const direction = event.key === more ? 1 : event.key === less ? -1 : 0;
    const next = direction === 0 ? ends[event.key] : size + direction * sign * step * (event.shiftKey ? 4 : 1);
    if (next === undefined) return;
    event.preventDefault();
    onResize(clamp(next));
  }

  return (
    <div
      className={`splitter splitter-${orientation}`}
      role="separator"
      tabIndex={0}
      aria-label={`Resize ${label.toLowerCase()}`}
      aria-orientation={orientation}
      aria-valuenow={Math.round(size)}
      aria-valuemin={minimum}
      aria-valuemax={maximum}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onResize(initial)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: at(event), size };
      }}
      onPointerMove={(event) => {
        if (drag.current) onResize(clamp(drag.current.size + sign * (at(event) - drag.current.from)));
      }}
      onPointerUp={() => {
        drag.current = null;
      }}
      onPointerCancel={() => {
        drag.current = null;
      }}
    />
  );
}
