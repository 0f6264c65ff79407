import { diffWordsWithSpace } from "diff";
import type { DiffHunk, DiffLine } from "../../../shared/api/target-views.ts";

/** A part of a line; `marked`: it is what changed. */
export interface Part {
  readonly text: string;
  readonly marked: boolean;
}

/** A line of the diff as it is drawn. */
export type DrawnLine =
  | { readonly kind: "gap"; readonly text: string }
  | {
      readonly kind: "line";
      readonly sign: DiffLine["sign"];
      readonly before: number | null;
      readonly after: number | null;
      readonly text: string;
      /** The line that it was, or became. */
      readonly other?: string;
    };

/** All lines of a diff under one another, with a line for what is left out between. */
export function drawnLines(hunks: readonly DiffHunk[]): readonly DrawnLine[] {
  return hunks.flatMap((hunk): readonly DrawnLine[] => {
    let { before, after } = hunk;
    const lines = hunk.lines.map(({ sign, text }, at): DrawnLine => {
      const pair = partner(hunk.lines, at);
      return {
        kind: "line",
        sign,
        text,
        before: sign === "+" ? null : before++,
        after: sign === "-" ? null : after++,
        ...(pair === undefined ? {} : { other: pair }),
      };
    });
    return hunk.after <= 1 && hunk.before <= 1 ? lines : [{ kind: "gap", text: `from line ${hunk.after}` }, ...lines];
  });
}

/** The row that a changed row was stands right above it (text-diff.ts). */
function partner(lines: readonly DiffLine[], at: number): string | undefined {
  const [line, above, below] = [lines[at], lines[at - 1], lines[at + 1]];
  if (line?.sign === "-" && below?.sign === "+") return below.text;
  return line?.sign === "+" && above?.sign === "-" ? above.text : undefined;
}

/** Longer lines are shown without marks: no eye follows them. */
const longest = 4000;

/** A changed line with what changed in it marked; lines that have little in common are marked nowhere. */
export function markedParts(line: Extract<DrawnLine, { kind: "line" }>): readonly Part[] {
  const { sign, text, other } = line;
  if (other === undefined || sign === " " || text.length + other.length > longest) return [{ text, marked: false }];
  const [before, after] = sign === "-" ? [text, other] : [other, text];
  const changes = diffWordsWithSpace(before, after);
  const same = changes.reduce((sum, { added, removed, value }) => sum + (added || removed ? 0 : value.length), 0);
  if (same * 3 < Math.max(before.length, after.length)) return [{ text, marked: false }];
  return changes
    .filter(({ added, removed }) => (sign === "-" ? !added : !removed))
    .map(({ value, added, removed }) => ({ text: value, marked: added || removed }));
}
