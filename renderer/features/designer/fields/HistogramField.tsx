import { useId, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { formatPercent } from "../../../components/format.ts";
import { ValueBox } from "../components/ValueBox.tsx";
import type { Parsed } from "../logic/parse-count.ts";
import { barName, drawnLine, readBars, resampled, scaleOf, short, tidy } from "./histogram-bars.ts";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly inherited: boolean;
  /** The names of the bars, of which there are then just as many: months, hours. */
  readonly labels?: readonly string[] | undefined;
  /** Where the first bar begins and the last one ends. */
  readonly range?: { readonly min: number; readonly max: number } | undefined;
  readonly onChange: (bars: readonly number[] | undefined, gesture?: string) => void;
}

interface Drag {
  readonly scale: number;
  readonly bar: number;
  readonly height: number;
}

const most = 200;

/** A shape drawn with the pointer over its bars, or bar by bar from the keyboard: arrows, and + and − for their number. */
export function HistogramField({ id, label, value, inherited, labels, range, onChange }: Props): ReactNode {
  const given = readBars(value);
  // No weights at all: every named bar is as high as the others.
  const bars = labels && given.length !== labels.length ? labels.map(() => 1) : given;
  const plot = useRef<HTMLDivElement>(null);
  const gesture = useId();
  const drags = useRef(0);
  // The pointer may be ahead of what is drawn: each move goes on from the one before it, rendered or not.
  const drawn = useRef<(Drag & { readonly bars: readonly number[] }) | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [active, setActive] = useState(0);
  // The scale stands still while somebody draws, so that the bar stays under the pointer.
  const scale = drag?.scale ?? scaleOf(bars);
  const total = bars.reduce((sum, bar) => sum + bar, 0);
  const share = (bar: number): string => formatPercent(total === 0 ? 0 : (bars[bar] ?? 0) / total);
  const name = (bar: number): string => barName(bar, bars.length, labels, range);
  const at = Math.min(active, bars.length - 1);

  const place = (event: PointerEvent<HTMLElement>, by: number): Omit<Drag, "scale"> => {
    const box = event.currentTarget.getBoundingClientRect();
    const bar = Math.floor(((event.clientX - box.left) / Math.max(1, box.width)) * bars.length);
    const height = ((box.bottom - event.clientY) / Math.max(1, box.height)) * by;
    return { bar: Math.max(0, Math.min(bars.length - 1, bar)), height: Math.max(0, Math.min(by, height)) };
  };
  const draw = (from: Omit<Drag, "scale">, to: Omit<Drag, "scale">, by: number): void => {
    const next = drawnLine(drawn.current?.bars ?? bars, from, to).map((height) => tidy(height, by));
    drawn.current = { ...to, scale: by, bars: next };
    onChange(next, `draw ${gesture} ${drags.current}`);
    setActive(to.bar);
    setDrag({ ...to, scale: by });
  };
  const press = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
    const to = place(event, scale);
    focusBar(to.bar);
    draw(to, to, scale);
  };
  const move = (event: PointerEvent<HTMLElement>): void => {
    const last = drawn.current;
    if (last) draw(last, place(event, last.scale), last.scale);
  };
  const release = (): void => {
    if (drawn.current) focusBar(drawn.current.bar);
    drawn.current = null;
    setDrag(null);
    drags.current++;
  };
  const focusBar = (bar: number): void => {
    setActive(bar);
    plot.current?.querySelectorAll<HTMLElement>("[role=slider]")[bar]?.focus({ preventScroll: true });
  };
  const setCount = (count: number): void => {
    const next = Math.max(1, Math.min(most, count));
    if (!labels && next !== bars.length) onChange(resampled(bars, next), `count ${gesture}`);
  };
  const key = (event: KeyboardEvent): void => {
    const height = bars[at] ?? 0;
    const heights: Readonly<Record<string, number>> = {
      ArrowUp: height + scale / 50,
      ArrowDown: height - scale / 50,
      PageUp: height + scale / 10,
      PageDown: height - scale / 10,
      Delete: 0,
    };
    const bar = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: bars.length - 1 }[event.key];
    const count = event.key === "+" ? bars.length + 1 : event.key === "-" ? bars.length - 1 : undefined;
    const next = heights[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (next === undefined && bar === undefined && count === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (bar !== undefined) focusBar(Math.max(0, Math.min(bars.length - 1, bar)));
    else if (count !== undefined) setCount(count);
    else if (next !== undefined)
      onChange(
        bars.map((old, k) => (k === at ? tidy(next, scale) : old)),
        `bar ${gesture} ${at}`,
      );
  };

  return (
    <div className={inherited ? "hg is-inherited" : "hg"} role="group" aria-label={label} id={id}>
      <div
        ref={plot}
        className="hg-plot"
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={release}
        onKeyDown={key}
      >
        {bars.map((height, bar) => (
          <span
            key={bar}
            className={drag?.bar === bar ? "hg-bar on" : "hg-bar"}
            role="slider"
            tabIndex={bar === at ? 0 : -1}
            aria-orientation="vertical"
            aria-label={name(bar)}
            aria-valuemin={0}
            aria-valuemax={Number(short(scale))}
            aria-valuenow={height}
            aria-valuetext={`${short(height)}, ${share(bar)} of the values`}
            title={`${name(bar)}: ${share(bar)}`}
            onFocus={() => setActive(bar)}
          >
            <i style={{ height: `${Math.min(100, (height / scale) * 100)}%` }} />
          </span>
        ))}
      </div>
      <div className="hg-axis t3 xs num">
        <span>{labels ? labels[0] : range ? short(range.min) : ""}</span>
        <span className="hg-here">{drag ? `${name(drag.bar)}: ${share(drag.bar)}` : ""}</span>
        <span>{labels ? labels.at(-1) : range ? short(range.max) : ""}</span>
      </div>
      <div className="row hg-foot">
        {labels ? null : (
          <ValueBox
            label="Number of bars"
            width={72}
            align="end"
            unit="bars"
            text={String(bars.length)}
            parse={parseCount}
            onCommit={setCount}
          />
        )}
        <button
          type="button"
          className="btn btn-sm btn-quiet"
          // Named bars that are all alike need not be said.
          onClick={() => onChange(labels ? undefined : bars.map(() => 1))}
        >
          All alike
        </button>
      </div>
    </div>
  );
}

function parseCount(text: string): Parsed<number> {
  const count = Number(text.trim());
  return Number.isInteger(count) && count >= 1 && count <= most
    ? { ok: true, value: count }
    : { ok: false, cause: `1 to ${most}` };
}
