import { z } from "zod";
import { parameter } from "../generators/parameter.ts";
import { defineMask } from "./mask.ts";
import { promises } from "./promises.ts";
import { takesText, textMask } from "./text-mask.ts";

const params = z.strictObject({
  file: parameter(z.string().default(""), {
    label: "File",
    help: "A CSV file beside the project: in each line a value, then what it is part of, ever wider.",
  }),
  level: parameter(z.int().min(1).max(20).default(1), {
    label: "Level",
    help: "1 is the first column behind the value.",
  }),
  otherwise: parameter(z.string().default("*"), {
    label: "Other values",
    help: "Stands for values that the file does not have.",
  }),
});
type Params = z.infer<typeof params>;

/** A value by what it is part of: city, region, country. */
export const hierarchyMask = defineMask<Params>({
  id: "hierarchy",
  version: 1,
  label: "Hierarchy",
  help: "Replaces a value by the group it belongs to, from a CSV file beside the project.",
  keywords: ["generalise", "group", "category", "level", "arx"],
  icon: "hierarchy-2",
  params,
  shorthand: "file",
  accepts: (type) => takesText(type),
  describe: (p) => `${p.file === "" ? "no file" : p.file}, level ${p.level}`,
  promises: () => promises({ generalises: true, keepsEquality: true }),
  keyed: () => false,
  files: (p) => (p.file === "" ? [] : [p.file]),
  problems(p, { pools }) {
    if (p.file === "") return [{ severity: "error", message: "No file says what values belong to." }];
    const pool = pools?.[p.file];
    if (pool === undefined) return [];
    if ("fault" in pool) return [{ severity: "error", message: `${pool.fault}.` }];
    if (pool.columns.length > p.level) return [];
    return [
      {
        severity: "error",
        message: `${p.file} has ${pool.columns.length} columns, and level ${p.level} needs ${p.level + 1}.`,
      },
    ];
  },
  compile(p, context) {
    const pool = context.pools?.[p.file];
    const groups = new Map<string, string>();
    if (pool !== undefined && !("fault" in pool)) {
      // The first line may be a value as well as a heading: a heading is no value, so it does no harm.
      for (const line of [pool.columns, ...pool.lines]) groups.set(line[0] ?? "", line[p.level] ?? p.otherwise);
    }
    return textMask(context, (text) => groups.get(text) ?? p.otherwise);
  },
});
