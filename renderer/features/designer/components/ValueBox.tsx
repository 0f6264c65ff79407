import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from "react";
import type { Parsed } from "../logic/parse-count.ts";

/** The first key is taken at once; the ones right behind it together after this time. Milliseconds. */
const settle = 50;

export interface ValueBoxProps<T> {
  /** What the box is for, where no visible label says it. */
  readonly label?: string;
  readonly id?: string;
  /** The value in force, as text. */
  readonly text: string;
  readonly parse: (text: string) => Parsed<T>;
  /**
   * Called with each valid value: while typing where `live`, else on Enter and on leaving. `gesture` is the same for all
   * that was typed in one go, so that it is one step of undo.
   */
  readonly onCommit: (value: T, gesture: string) => void;
  readonly live?: boolean;
  readonly prefix?: ReactNode;
  readonly unit?: ReactNode;
  readonly width?: number | string;
  readonly align?: "start" | "end";
  readonly mono?: boolean;
  /** The value is a default rather than the project's own. */
  readonly inherited?: boolean;
  readonly disabled?: boolean;
  readonly lines?: number;
  readonly placeholder?: string;
  /** The cause floats over what lies below instead of moving it. */
  readonly floating?: boolean;
  /** No border until it is pointed at: a value that reads as text beside a slider. */
  readonly quiet?: boolean;
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
  /** Called when a saved box gives the focus on: Enter and Escape. */
  readonly onDone?: (key: "Enter" | "Escape") => void;
}

/** A field whose text is read when it is saved. An invalid text stays, with its cause below; Escape restores the value. */
export function ValueBox<T>(props: ValueBoxProps<T>): ReactNode {
  const {
    text,
    parse,
    live = false,
    lines = 1,
    inherited = false,
    disabled = false,
    floating = false,
    quiet = false,
  } = props;
  const causeId = useId();
  const turn = useRef(0);
  const [draft, setDraft] = useState<string | null>(null);
  const [cause, setCause] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const before = useRef<string>(text);
  const commit = useRef(props.onCommit);
  commit.current = props.onCommit;
  const pending = useRef<(() => void) | null>(null);
  // A value still settling when the box goes away is not lost.
  useEffect(() => () => pending.current?.(), []);

  const flush = (): void => {
    clearTimeout(timer.current);
    pending.current?.();
  };
  const lastTaken = useRef(Number.NEGATIVE_INFINITY);
  const take = (value: T): void => {
    clearTimeout(timer.current);
    pending.current = () => {
      pending.current = null;
      lastTaken.current = performance.now();
      commit.current(value, `type ${causeId} ${turn.current}`);
    };
    const wait = lastTaken.current + settle - performance.now();
    if (wait <= 0) pending.current();
    else timer.current = setTimeout(() => pending.current?.(), wait);
  };
  const type = (next: string): void => {
    if (draft === null) before.current = text;
    setDraft(next);
    if (!live) return;
    const parsed = parse(next);
    setCause(parsed.ok ? null : parsed.cause);
    if (parsed.ok) take(parsed.value);
  };
  /** Whether the text could be saved. */
  const save = (): boolean => {
    flush();
    if (draft === null) return true;
    const parsed = parse(draft);
    setCause(parsed.ok ? null : parsed.cause);
    if (!parsed.ok) return false;
    setDraft(null);
    if (!live && draft !== text) commit.current(parsed.value, `type ${causeId} ${turn.current}`);
    turn.current++;
    return true;
  };
  const restore = (): void => {
    clearTimeout(timer.current);
    pending.current = null;
    const parsed = live && draft !== null ? parse(before.current) : undefined;
    if (parsed?.ok && before.current !== text) commit.current(parsed.value, `type ${causeId} ${turn.current}`);
    turn.current++;
    setDraft(null);
    setCause(null);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (lines === 1 || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (save()) props.onDone?.("Enter");
    } else if (event.key === "Escape") {
      if (draft !== null) event.stopPropagation();
      restore();
      props.onDone?.("Escape");
    }
  };

  const shared = {
    ...(props.id === undefined ? {} : { id: props.id }),
    ...(props.label === undefined ? {} : { "aria-label": props.label }),
    ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
    ...(props.inputRef === undefined ? {} : { ref: props.inputRef }),
    className: [
      "vb-input",
      props.align === "end" ? "right" : "",
      props.mono ? "mono" : "",
      inherited && draft === null ? "t3" : "",
    ].join(" "),
    value: draft ?? text,
    disabled,
    spellCheck: false,
    autoComplete: "off",
    // In a dialog Escape restores the value first.
    ...(draft === null ? { "data-saved": true } : { "data-mantine-stop-propagation": true }),
    "aria-invalid": cause !== null,
    "aria-describedby": cause === null ? undefined : causeId,
    onChange: (event: { currentTarget: { value: string } }) => type(event.currentTarget.value),
    onBlur: save,
    onKeyDown: press,
  };
  return (
    <span className="vb" style={props.width === undefined ? undefined : { width: props.width }}>
      <span
        className={`field vb-field num${cause === null ? "" : " is-invalid"}${lines > 1 ? " vb-lines" : ""}${quiet ? " vb-quiet" : ""}`}
      >
        {props.prefix === undefined ? null : <span className="t3 sm">{props.prefix}</span>}
        {lines > 1 ? (
          <textarea {...shared} rows={lines} />
        ) : (
          <input type="text" {...shared} onFocus={(event) => event.currentTarget.select()} />
        )}
        {props.unit === undefined ? null : <span className="unit">{props.unit}</span>}
      </span>
      {cause === null ? null : (
        <span id={causeId} role="alert" className={floating ? "vb-cause vb-floating" : "vb-cause"}>
          {cause}
        </span>
      )}
    </span>
  );
}

/** A width that shows `text` whole beside `rest` pixels of other things, at least the design's. */
export const boxWidth = (text: string, rest: number, atLeast: number): number =>
  Math.max(atLeast, Math.ceil(text.length * 7.6 + rest));
