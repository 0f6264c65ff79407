import { z } from "zod";
import { childrenTakenSchema, sampleSchema, type ChildrenTaken, type Sample } from "../rules/sample-rule.ts";
import { checkedAt, mapAt } from "./file-errors.ts";
import type { SourceNode } from "./source-tree.ts";
import type { YamlSource } from "./yaml-source.ts";

// How the file says which rows of a table are taken: `sample: 5%`, `sample: 100`, or a map with `where`, `share`, `rows`,
// `keys`, `children: { orders: at most 10, visits: none }`.

/** 0.05 of "5%"; undefined where it is no share above 0 and at most 1. */
export function readShare(text: string): number | undefined {
  const [, percent] = /^(\d{1,3}(?:\.\d{1,10})?) ?%$/.exec(text.trim()) ?? [];
  const share = Number(percent) / 100;
  return share > 0 && share <= 1 ? share : undefined;
}

export const shareWords = (share: number): string => `${Number((share * 100).toFixed(10))}%`;

/** What `at most 10, 500 in all` says; undefined where it is none of these forms. */
function readTaken(text: string): ChildrenTaken | undefined {
  if (text === "all" || text === "none") return text;
  const [matched, most, total, alone] =
    /^(?:at most (\d{1,9})(?:, (\d{1,9}) in all)?|(\d{1,9}) in all)$/.exec(text.trim()) ?? [];
  if (matched === undefined) return undefined;
  const inAll = total ?? alone;
  return {
    ...(most === undefined ? {} : { most: Number(most) }),
    ...(inAll === undefined ? {} : { total: Number(inAll) }),
  };
}

export function takenWords(taken: ChildrenTaken): string {
  if (typeof taken === "string") return taken;
  const { most, total } = taken;
  return [...(most === undefined ? [] : [`at most ${most}`]), ...(total === undefined ? [] : [`${total} in all`])].join(
    ", ",
  );
}

const fileShareSchema = z.preprocess(
  (value) => (typeof value === "string" ? (readShare(value) ?? value) : value),
  z.number("a share reads 5%").gt(0).max(1),
);
const fileTakenSchema = z.preprocess(
  (value) => (typeof value === "string" ? (readTaken(value) ?? value) : value),
  z.custom<ChildrenTaken>(
    (value) => childrenTakenSchema.safeParse(value).success,
    "it reads all, none, at most 10, or at most 10, 500 in all",
  ),
);
const fileSampleSchema = sampleSchema.extend({
  share: fileShareSchema.optional(),
  keys: z.preprocess(
    (keys) => (Array.isArray(keys) ? keys.map((key: unknown) => (Array.isArray(key) ? key : [key])) : keys),
    sampleSchema.shape.keys,
  ),
  children: z.record(z.string(), fileTakenSchema).optional(),
});

/** Reads what stands for `sample`. Throws a SeedloomError that names the place. */
export function readSample(source: YamlSource, node: SourceNode): Sample {
  if (node.kind === "map") {
    mapAt(source, node, "`sample`", Object.keys(sampleSchema.shape));
    return checkedAt(source, node, fileSampleSchema, "`sample`");
  }
  return checkedAt(source, node, aloneSchema, "`sample`");
}

const aloneSchema = z.preprocess(
  (value): unknown => {
    if (value === "all") return { share: 1 };
    if (typeof value === "number") return { rows: value };
    const share = typeof value === "string" ? readShare(value) : undefined;
    return share === undefined ? value : { share };
  },
  z.custom<Sample>(
    (value) => sampleSchema.safeParse(value).success,
    "it reads 5%, a number of rows, all, or `{ where: …, children: … }`",
  ),
);

/** A sample as the file writes it. */
export function sampleShape({ where, share, rows, keys, children, polymorphic }: Sample): unknown {
  const more = [where, keys, children, polymorphic].some((part) => part !== undefined);
  if (!more && share !== undefined && rows === undefined) return share === 1 ? "all" : shareWords(share);
  if (!more && rows !== undefined && share === undefined) return rows;
  return {
    ...(where === undefined ? {} : { where }),
    ...(share === undefined ? {} : { share: shareWords(share) }),
    ...(rows === undefined ? {} : { rows }),
    ...(keys === undefined ? {} : { keys: keys.map((key) => (key.length === 1 ? key[0] : key)) }),
    ...(children === undefined
      ? {}
      : { children: Object.fromEntries(Object.entries(children).map(([name, taken]) => [name, takenWords(taken)])) }),
    ...(polymorphic === undefined ? {} : { polymorphic }),
  };
}
