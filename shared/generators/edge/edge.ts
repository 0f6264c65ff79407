import { z } from "zod";
import { defineGenerator, type CompileContext, type Domain } from "../generator.ts";
import type { EdgePlace } from "./edge-catalogue.ts";
import { parameter } from "../parameter.ts";
import { plainValue } from "../structure/plain-value.ts";
import { valueTable } from "../structure/value-table.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { newBytesVector, newDecimalVector, newIntegerVector } from "../../vectors/new-vector.ts";
import type { Vector } from "../../vectors/vector.ts";
import { edgeCells } from "./edge-cells.ts";
import { edgeValues } from "./edge-values.ts";
import { edgePacks } from "./packs.ts";

const ids = edgePacks.map(({ id }) => id);

const params = z.strictObject({
  packs: parameter(z.array(z.enum(ids)).default([]), {
    label: "Packs",
    help: `Which values: ${ids.join(", ")}. None chosen: those usual for the column's type.`,
  }),
});
type Params = z.infer<typeof params>;

/** A column of the type alone, on the engine that takes least. */
const placeOf = (type: ValueType): EdgePlace => ({
  engine: "postgresql",
  column: { name: "", type: "", valueType: type, nullable: true },
  type,
  unique: false,
});

const valuesFor = (p: Params, place: EdgePlace): readonly string[] =>
  edgeValues({ share: 1, ...(p.packs.length > 0 ? { packs: p.packs } : {}) }, place);

/** Without those that differ in case or blanks around them only. */
function distinctValues(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const key = text.toLowerCase().trim();
    return !seen.has(key) && seen.add(key);
  });
}

/** Values that are known to break software, in every row: for a table that is made of hard cases. */
export const edge = defineGenerator<Params>({
  id: "edge",
  version: 1,
  label: "Edge values",
  help: "Values that are known to break software, in every row: boundaries, Unicode, injection payloads, time traps.",
  category: "structure",
  keywords: ["fuzz", "naughty", "boundary", "limit", "unicode", "emoji", "injection", "xss", "corner case", "overflow"],
  icon: "bug",
  params,
  shorthand: "packs",
  accepts: (type) => valuesFor({ packs: [] }, placeOf(type)).length > 0,
  describe: (p) => (p.packs.length === 0 ? "usual packs" : p.packs.join(", ")),
  capacity: (p, type) => Math.max(1, distinctValues(valuesFor(p, placeOf(type))).length),
  problems: (p, { type }) =>
    valuesFor(p, placeOf(type)).length > 0
      ? []
      : [
          {
            severity: "error",
            message: `No value of ${p.packs.join(", ")} fits a column of ${type.kind}.`,
            fix: { label: "Use the usual packs", params: { packs: [] } },
          },
        ],
  compile: (p, context): Domain => {
    const all = valuesFor(p, { ...placeOf(context.type), engine: context.engine, column: context.column });
    const values = context.unique ? distinctValues(all) : all;
    return listDomain(values.length > 0 ? values : [String(plainValue(context.type))], context);
  },
});

function vectorFor(type: ValueType, batchRows: number): Vector {
  if (type.kind === "bytes") return newBytesVector(batchRows);
  if (type.kind === "integer") return newIntegerVector(batchRows);
  if (type.kind === "decimal") return newDecimalVector(batchRows, type.scale ?? (type.precision === undefined ? 2 : 0));
  return valueTable([type.kind === "unknown" ? "" : plainValue(type)], type, batchRows).out;
}

/** A list of canonical texts as a domain of the column's own vector. */
function listDomain(texts: readonly string[], context: CompileContext): Domain {
  const { batchRows, type } = context;
  const under = vectorFor(type, batchRows);
  const cells = edgeCells(under, texts, batchRows);
  const picks = new Int32Array(batchRows);
  return {
    out: cells.out,
    size: Math.max(1, cells.size),
    fillAt(indexes, count) {
      under.hasNulls = false;
      for (let i = 0; i < count; i++) picks[i] = indexes[i] ?? 0;
      cells.write(picks, count);
    },
  };
}
