import { z } from "zod";
import { rowBlock } from "../keys/row-block.ts";
import { newBytesVector } from "../../vectors/new-vector.ts";
import { childStream } from "../../random/stream.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { defineGenerator, type CompileContext, type Kernel } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { columnProblem } from "../relations/column-problem.ts";
import { cellText } from "../text/cell-text.ts";
import { takesText, textKernel } from "../text/text-kernel.ts";
import { openSink, putByte, putText, textSink } from "../text/text-sink.ts";
import { md5, sha1, sha256 } from "./digests.ts";

const digests = { md5: [md5, 32], "sha-1": [sha1, 40], "sha-256": [sha256, 64] } as const;

const params = z.strictObject({
  algorithm: parameter(z.enum(["md5", "sha-1", "sha-256"]).default("sha-256"), {
    label: "Algorithm",
    help: "32, 40 or 64 hexadecimal digits.",
    control: "select",
  }),
  column: parameter(z.string().default(""), {
    label: "Of column",
    help: "The column whose text is hashed; none: a hash of its own in each row.",
    control: "column",
  }),
  salt: parameter(z.string().default(""), { label: "Salt", help: "Put before the text." }),
});
type Params = z.infer<typeof params>;

/** The longest algorithm that fits a column: a hash cut short is none. */
function algorithmFor(p: Params, type: ValueType): Params["algorithm"] | undefined {
  const room =
    type.kind === "bytes"
      ? (type.maxLength ?? Infinity) * 2
      : type.kind === "text"
        ? (type.maxLength ?? Infinity)
        : Infinity;
  return digests[p.algorithm][1] <= room
    ? p.algorithm
    : (["sha-1", "md5"] as const).find((name) => digests[name][1] <= room);
}

/** Hashes of another column's text, or of nothing in particular. */
export const hash = defineGenerator<Params>({
  id: "hash",
  version: 1,
  label: "Hash",
  help: "MD5, SHA-1 or SHA-256 of another column's text, so that checksums hold; or a hash of its own in each row.",
  category: "internet",
  keywords: ["md5", "sha", "sha1", "sha256", "checksum", "digest", "etag", "fingerprint"],
  icon: "hash",
  params,
  shorthand: "algorithm",
  accepts: (type) => takesText(type, 32) || (type.kind === "bytes" && (type.maxLength ?? 16) >= 16),
  describe: (p) => `${p.algorithm}${p.column === "" ? "" : ` of ${p.column}`}`,
  // Of another column it is as distinct as that one, which is not known here.
  capacity: (p) => (p.column === "" ? Infinity : 1),
  inputs: (p) => (p.column === "" ? [] : [p.column]),
  problems(p, { type, columns }) {
    const found = p.column === "" ? [] : columnProblem("column", p.column, columns, "to hash");
    const fitting = algorithmFor(p, type);
    if (fitting === p.algorithm || fitting === undefined) return found;
    return [
      ...found,
      {
        severity: "error" as const,
        message: `A ${p.algorithm} hash has ${digests[p.algorithm][1]} digits, more than the column holds.`,
        fix: { label: `Use ${fitting}`, params: { algorithm: fitting } },
      },
    ];
  },
  compile(p, context): Kernel {
    const digest = digests[algorithmFor(p, context.type) ?? "md5"][0];
    const text = textOf(p, context);
    if (context.type.kind !== "bytes")
      return textKernel(context, (sink, row, i) => putText(sink, digest(p.salt + text(row, i))), { distinct: true });
    const out = newBytesVector(context.batchRows);
    const sink = textSink(out);
    return {
      out,
      fill(rows, count) {
        out.hasNulls = false;
        openSink(sink);
        for (let i = 0; i < count; i++) {
          const digits = digest(p.salt + text(rows[i] ?? 0, i));
          for (let k = 0; k < digits.length; k += 2) putByte(sink, Number.parseInt(digits.slice(k, k + 2), 16));
          out.offsets[i + 1] = sink.at;
        }
      },
    };
  },
});

/** What a row's hash is taken of: the other column, or 64 bits that no other row has. */
function textOf(p: Params, context: CompileContext): (row: number, i: number) => string {
  if (p.column !== "") {
    const input = context.input(p.column);
    return (_row, i) => cellText(input, i);
  }
  const blocks = rowBlock(childStream(context.stream, "block"));
  return (row) => {
    blocks.at(row);
    return `${blocks.block[0]}/${blocks.block[1]}`;
  };
}
