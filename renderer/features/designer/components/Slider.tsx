import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";

interface Props {
  readonly label: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  /** The value in words, for those who do not see it. */
  readonly valueText?: string;
  readonly disabled?: boolean;
  /** `gesture` is the same from press to release, so that a drag is one step of undo. */
  readonly onChange: (value: number, gesture: string) => void;
}

/** The design's thin slider. A drag sends at most one value for each frame. */
export function Slider({
  label,
  value,
  minimum,
  maximum,
  step,
  valueText,
  disabled = false,
  onChange,
}: Props): ReactNode {
  const track = useRef<HTMLSpanElement>(null);
  const id = useId();
  const drags = useRef(0);
  const [dragged, setDragged] = useState<number | null>(null);
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const shown = dragged ?? value;
  const share = maximum > minimum ? Math.min(1, Math.max(0, (shown - minimum) / (maximum - minimum))) : 0;
  const gesture = `slide ${id} ${drags.current}`;

  const at = (event: PointerEvent): number => {
    const box = track.current?.getBoundingClientRect();
    if (!box || box.width === 0) return value;
    return snap(minimum + ((event.clientX - box.left) / box.width) * (maximum - minimum), minimum, maximum, step);
  };
  const send = (next: number): void => {
    setDragged(next);
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => onChange(next, gesture));
  };
  const press = (event: PointerEvent<HTMLSpanElement>): void => {
    if (disabled || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus();
    event.preventDefault();
    send(at(event));
  };
  const release = (event: PointerEvent): void => {
    if (dragged === null) return;
    cancelAnimationFrame(frame.current);
    onChange(at(event), gesture);
    setDragged(null);
    drags.current++;
  };
  const key = (event: KeyboardEvent): void => {
    const next = keyed(event, shown, minimum, maximum, step);
    if (disabled || next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(snap(next, minimum, maximum, step), `keys ${id}`);
  };

  return (
    <span
      ref={track}
      className={disabled ? "slider is-disabled" : "slider"}
      role="slider"
      tabIndex={disabled ? -1 : 0}
      aria-label={label}
      aria-valuemin={minimum}
      aria-valuemax={maximum}
      aria-valuenow={shown}
      aria-valuetext={valueText}
      aria-disabled={disabled}
      onPointerDown={press}
      onPointerMove={(event) => (dragged === null ? undefined : send(at(event)))}
      onPointerUp={release}
      onPointerCancel={() => setDragged(null)}
      onKeyDown={key}
    >
      <i style={{ width: `${share * 100}%` }} />
      <b style={{ left: `${share * 100}%` }} />
    </span>
  );
}

/** The nearest step within the range; decimal steps without binary noise. */
function snap(value: number, minimum: number, maximum: number, step: number): number {
  const snapped = minimum + Math.round((value - minimum) / step) * step;
  return Number(Math.min(maximum, Math.max(minimum, snapped)).toPrecision(12));
}

function keyed(
  event: KeyboardEvent,
  value: number,
  minimum: number,
  maximum: number,
  step: number,
): number | undefined {
  const large = Math.max(step, (maximum - minimum) / 10);
  switch (event.key) {
    case "ArrowLeft":
    case "ArrowDown":
      return value - step;
    case "ArrowRight":
    case "ArrowUp":
      return value + step;
    case "PageDown":
      return value - large;
    case "PageUp":
      return value + large;
    case "Home":
      return minimum;
    case "End":
      return maximum;
    default:
      return undefined;
  }
}
