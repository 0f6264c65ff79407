import { z } from "zod";
import { parameter } from "../generators/parameter.ts";
import { cellText } from "../vectors/cells.ts";
import { newTextVector } from "../vectors/new-vector.ts";
import { defineMask, type MaskContext, type MaskKernel } from "./mask.ts";
import { isNumber, numberMask, numberReader } from "./numbers.ts";
import { promises } from "./promises.ts";
import { cut, isNull, takesText, textLimit, writeNull, writeText } from "./text-mask.ts";

/** 0-17, 18-29, 30-44, 45-59, 60+: the bands that statistics on people are published in. */
const ageBands = "0, 18, 30, 45, 60";

const params = z.strictObject({
  from: parameter(
    z
      .string()
      .regex(/^\s*-?\d+([.]\d+)?(\s*,\s*-?\d+([.]\d+)?)*\s*$/u, "is not a list of numbers")
      .default(ageBands),
    { label: "Bands begin at", help: "Numbers with commas between them; the last band is open." },
  ),
});
type Params = z.infer<typeof params>;

const startsOf = (p: Params): readonly number[] =>
  p.from
    .split(",")
    .map(Number)
    .sort((a, b) => a - b);

/** Numbers by the band that they are in: its name in a column of text, its lowest number in a column of numbers. */
export const bandsMask = defineMask<Params>({
  id: "bands",
  version: 1,
  label: "Bands",
  help: "Replaces a number by its band, such as 30-44: as text where the column takes text, else by the band's first number.",
  keywords: ["age", "bins", "range", "generalise", "bucket", "age band"],
  icon: "chart-histogram",
  params,
  shorthand: "from",
  accepts: (type) => isNumber(type) || takesText(type, 3),
  describe: (p) =>
    startsOf(p)
      .map((start, i, all) => bandName(start, all[i + 1]))
      .join(", "),
  promises: (_p, type) => promises({ generalises: true, keepsEquality: true, keepsFormat: isNumber(type) }),
  keyed: () => false,
  compile(p, context) {
    if (!isNumber(context.type)) return textBands(p, context);
    const starts = startsOf(p);
    return numberMask(context.source, context.type, context.batchRows, (value) => startOf(value, starts));
  },
});

/** The band's name: 18-29, and 60+ for the last. Whole starts make whole bands. */
function bandName(start: number, next: number | undefined): string {
  if (next === undefined) return `${start}+`;
  return Number.isInteger(start) && Number.isInteger(next) ? `${start}-${next - 1}` : `${start}-<${next}`;
}

/** The start of a number's band; numbers below all bands are in the first. */
function startOf(value: number, starts: readonly number[]): number {
  let at = starts.length - 1;
  while (at > 0 && !((starts[at] ?? 0) <= value)) at--;
  return starts[at] ?? value;
}

function textBands(p: Params, context: MaskContext): MaskKernel {
  const out = newTextVector(context.batchRows);
  const numberAt = numberReader(context.source);
  const starts = startsOf(p);
  const limit = textLimit(context.type);
  return {
    out,
    fill(_rows, count) {
      out.hasNulls = false;
      out.nulls.fill(0, 0, count);
      for (let i = 0; i < count; i++) {
        if (isNull(context.source, i)) {
          writeNull(out, i);
          continue;
        }
        const value = context.source.kind === "text" ? Number(cellText(context.source, i)) : numberAt(i);
        const at = starts.findLastIndex((start) => start <= value);
        // A text that is no number, or below all bands, tells nothing by being another band's neighbour.
        const start = starts[at];
        writeText(out, i, cut(start === undefined ? `<${starts[0] ?? 0}` : bandName(start, starts[at + 1]), limit));
      }
    },
  };
}
