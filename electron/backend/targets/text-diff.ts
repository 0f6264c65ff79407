import { diffArrays } from "diff";
import type { DiffHunk, DiffLine, FileDiff } from "../../../shared/api/target-views.ts";

/** Beyond so many lines that come or go, an alignment is not looked for. */
const mostEdits = 2000;
/** Lines around a change. */
const context = 3;
/** At the most as many lines of a diff are shown. */
const mostShown = 20_000;

/** A run of lines: kept, or taken out and put in. */
type Step = { readonly kept: number } | { readonly out: number; readonly in: number };

/** A text's lines, without their ends. A last line that is ended is not followed by an empty one. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** How many lines come and go. */
export function changedLines(before: string, after: string): { readonly added: number; readonly removed: number } {
  let [added, removed] = [0, 0];
  for (const step of steps(linesOf(before), linesOf(after))) {
    if ("kept" in step) continue;
    added += step.in;
    removed += step.out;
  }
  return { added, removed };
}

/** The changed lines with those around them. A line that changes in place stands under the one that it was. */
export function textDiff(before: string, after: string): FileDiff {
  const [old, now] = [linesOf(before), linesOf(after)];
  const hunks: { before: number; after: number; lines: DiffLine[] }[] = [];
  let hunk: (typeof hunks)[number] | undefined;
  let [i, j, shown] = [0, 0, 0];
  for (const step of steps(old, now)) {
    if ("kept" in step) {
      const tail = hunk === undefined ? 0 : Math.min(context, step.kept);
      hunk?.lines.push(...now.slice(j, j + tail).map((text): DiffLine => ({ sign: " ", text })));
      if (step.kept > 2 * context) hunk = undefined;
      else hunk?.lines.push(...now.slice(j + tail, j + step.kept).map((text): DiffLine => ({ sign: " ", text })));
      i += step.kept;
      j += step.kept;
      continue;
    }
    if (hunk === undefined) {
      const lead = Math.min(context, j, i);
      const lines = now.slice(j - lead, j).map((text): DiffLine => ({ sign: " ", text }));
      hunk = { before: i - lead + 1, after: j - lead + 1, lines };
      hunks.push(hunk);
    }
    hunk.lines.push(...replaced(old.slice(i, i + step.out), now.slice(j, j + step.in)));
    i += step.out;
    j += step.in;
    shown += step.out + step.in;
    if (shown > mostShown) break;
  }
  return { kind: "text", hunks, lines: now.length, cut: shown > mostShown };
}

/** A new file, whole. */
export function wholeText(text: string): FileDiff {
  const lines = linesOf(text);
  const shown = lines.slice(0, mostShown).map((line): DiffLine => ({ sign: "+", text: line }));
  const hunks: readonly DiffHunk[] = shown.length === 0 ? [] : [{ before: 0, after: 1, lines: shown }];
  return { kind: "text", hunks, lines: lines.length, cut: lines.length > mostShown };
}

/** Where as many lines go as come, they are the same rows. */
function replaced(out: readonly string[], put: readonly string[]): readonly DiffLine[] {
  const gone = out.map((text): DiffLine => ({ sign: "-", text }));
  const come = put.map((text): DiffLine => ({ sign: "+", text }));
  if (gone.length !== come.length) return [...gone, ...come];
  return gone.flatMap((line, at) => [line, ...come.slice(at, at + 1)]);
}

function steps(old: readonly string[], now: readonly string[]): readonly Step[] {
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start++;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  const [middleOld, middleNow] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  const middle =
    middleOld.length === middleNow.length && middleOld.length > mostEdits
      ? inPlace(middleOld, middleNow)
      : aligned(middleOld, middleNow);
  return [...(start === 0 ? [] : [{ kept: start }]), ...middle, ...(end === 0 ? [] : [{ kept: end }])];
}

function aligned(old: readonly string[], now: readonly string[]): readonly Step[] {
  if (old.length === 0 && now.length === 0) return [];
  const parts = diffArrays([...old], [...now], { maxEditLength: mostEdits });
  if (parts === undefined) return old.length === now.length ? inPlace(old, now) : [{ out: old.length, in: now.length }];
  const found: Step[] = [];
  for (const { added, removed, count } of parts) {
    const last = found.at(-1);
    if (!added && !removed) found.push({ kept: count });
    else if (last !== undefined && "out" in last)
      found[found.length - 1] = { out: last.out + (removed ? count : 0), in: last.in + (added ? count : 0) };
    else found.push({ out: removed ? count : 0, in: added ? count : 0 });
  }
  return found;
}

/** Row by row: in files of as many lines, line n is the same row. */
function inPlace(old: readonly string[], now: readonly string[]): readonly Step[] {
  const found: Step[] = [];
  old.forEach((line, at) => {
    const same = line === now[at];
    const last = found.at(-1);
    if (last !== undefined && same && "kept" in last) found[found.length - 1] = { kept: last.kept + 1 };
    else if (last !== undefined && !same && "out" in last)
      found[found.length - 1] = { out: last.out + 1, in: last.in + 1 };
    else found.push(same ? { kept: 1 } : { out: 1, in: 1 });
  });
  return found;
}
