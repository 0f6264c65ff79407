/**
 * A text that may be laid out in one line or in several, as code formatters do it. Method: Wadler, "A prettier printer"
 * (2003), with the groups of Prettier.
 */
export type Doc = string | readonly Doc[] | Group | Indent | Line | Broken | Fill;

interface Group {
  readonly kind: "group";
  readonly doc: Doc;
  /** It has a line that always breaks. */
  readonly broken: boolean;
}
interface Indent {
  readonly kind: "indent";
  readonly doc: Doc;
}
/** A new line where the group around it is broken, else `flat`. */
interface Line {
  readonly kind: "line";
  readonly flat: string;
  readonly hard?: true;
}
/** Only where the group around it is broken. */
interface Broken {
  readonly kind: "broken";
  readonly text: string;
}
/** As many items in a line as there is room for. */
interface Fill {
  readonly kind: "fill";
  readonly items: readonly string[];
}

const line: Line = { kind: "line", flat: " " };
const softLine: Line = { kind: "line", flat: "" };
export const hardLine: Line = { kind: "line", flat: "", hard: true };

const group = (doc: Doc, broken = breaks(doc)): Doc => ({ kind: "group", doc, broken });
export const indent = (doc: Doc): Doc => ({ kind: "indent", doc });

/** Docs with something between them. */
export const join = (docs: readonly Doc[], between: Doc): Doc =>
  docs.flatMap((doc, at) => (at === 0 ? [doc] : [between, doc]));

/** Items between brackets, with a comma behind the last where each has a line of its own. */
export function enclosed(open: string, items: readonly Doc[], close: string, spaced = false, broken = false): Doc {
  if (items.length === 0) return `${open}${close}`;
  const edge = spaced ? line : softLine;
  const inside = [edge, join(items, [",", line])];
  const doc = [open, indent(inside), { kind: "broken", text: "," } as const, edge, close];
  return group(doc, broken || breaks(doc));
}

/** One item between brackets, with a comma behind it in any case: a tuple of Python. */
export const single = (open: string, item: Doc, close: string): Doc =>
  group([open, indent([softLine, item, ","]), softLine, close]);

/** Numbers between brackets, as many in a line as there is room for. */
export const filled = (open: string, items: readonly string[], close: string): Doc =>
  group([open, indent([softLine, { kind: "fill", items }]), { kind: "broken", text: "," }, softLine, close]);

/** Something behind a sign, on a line of its own where it does not fit. */
export const behind = (sign: string, doc: Doc): Doc => [sign, group(indent([line, doc]))];

/** Parts with a sign between them, each on a line of its own where they do not fit, all behind an assignment. */
export const chain = (start: string, parts: readonly Doc[], sign: string): Doc =>
  group([start, indent([line, group(join(parts, [` ${sign}`, line]))])]);

/** A call whose only argument is a function of one expression. */
export const callback = (open: string, doc: Doc, close: string): Doc =>
  group([open, indent([line, doc]), { kind: "broken", text: "," }, softLine, close]);

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** Columns on a screen: East Asian letters take two, and marks above others none (Unicode, annex 11). */
function textWidth(text: string): number {
  if (!/[^\x20-\x7e]/.test(text)) return text.length;
  let width = 0;
  for (const letter of text) width += wide.test(letter) ? 2 : /\p{Mn}/u.test(letter) ? 0 : 1;
  return width;
}

function breaks(doc: Doc): boolean {
  if (typeof doc === "string") return false;
  if (isList(doc)) return doc.some(breaks);
  if (doc.kind === "line") return doc.hard === true;
  if (doc.kind === "group") return doc.broken;
  return doc.kind === "indent" && breaks(doc.doc);
}

const isList = (doc: Doc): doc is readonly Doc[] => Array.isArray(doc);

interface Command {
  readonly indent: number;
  readonly flat: boolean;
  readonly doc: Doc;
}

/** The text, in lines of at most `width` where that can be; `step` blanks for each level. */
export function layOut(doc: Doc, width: number, step: number): string {
  let out = "";
  let column = 0;
  const write = (text: string): void => {
    out += text;
    column += textWidth(text);
  };
  const newLine = (to: number): void => {
    out = `${out.replace(/ +$/, "")}\n${" ".repeat(to)}`;
    column = to;
  };
  const todo: Command[] = [{ indent: 0, flat: false, doc }];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { indent: level, flat, doc: now } = next;
    const push = (inner: Doc, at = level, isFlat = flat): number => todo.push({ indent: at, flat: isFlat, doc: inner });
    if (typeof now === "string") write(now);
    else if (isList(now)) now.toReversed().forEach((inner) => push(inner));
    else if (now.kind === "indent") push(now.doc, level + step);
    else if (now.kind === "broken") write(flat ? "" : now.text);
    else if (now.kind === "group") {
      const fits = !now.broken && room({ indent: level, flat: true, doc: now.doc }, todo, width - column) >= 0;
      push(now.doc, level, flat || fits);
    } else if (now.kind === "fill") {
      now.items.forEach((item, at) => {
        const last = at === now.items.length - 1;
        const piece = last ? item : `${item},`;
        if (at > 0 && !flat && column + 1 + textWidth(piece) + (last ? 1 : 0) > width) newLine(level);
        else if (at > 0) write(" ");
        write(piece);
      });
    } else if (flat && now.hard !== true) write(now.flat);
    else newLine(level);
  }
  return out;
}

/** What is left of the line behind a command and what follows it up to the next line end; below 0 where it does not fit. */
function room(first: Command, rest: readonly Command[], width: number): number {
  let left = width;
  let behind = rest.length;
  const todo: Command[] = [first];
  while (left >= 0) {
    const next = todo.pop() ?? rest[--behind];
    if (next === undefined) return left;
    const { flat, doc } = next;
    if (typeof doc === "string") left -= textWidth(doc);
    else if (isList(doc)) todo.push(...doc.toReversed().map((inner) => ({ ...next, doc: inner })));
    else if (doc.kind === "indent") todo.push({ ...next, doc: doc.doc });
    else if (doc.kind === "group") todo.push({ ...next, flat: flat && !doc.broken, doc: doc.doc });
    else if (doc.kind === "broken") left -= flat ? 0 : doc.text.length;
    else if (doc.kind === "fill") left -= doc.items.join(", ").length;
    else if (flat) left -= doc.flat.length;
    else return left;
  }
  return left;
}
