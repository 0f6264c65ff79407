import type { ValueType } from "../schema/value-type.ts";
import { newBigintVector, newDecimalVector, newIntegerVector, newRealVector } from "../vectors/new-vector.ts";
import type { BigintVector, DecimalVector, IntegerVector, RealVector, Vector } from "../vectors/vector.ts";
import { readWhole, wordsOf, writeWhole } from "../vectors/whole-numbers.ts";
import type { MaskKernel } from "./mask.ts";
import { isNull } from "./text-mask.ts";

export type NumberVector = IntegerVector | BigintVector | DecimalVector | RealVector;

/** Whether a column of this type holds numbers. */
export const isNumber = (type: ValueType): boolean =>
  type.kind === "integer" || type.kind === "decimal" || type.kind === "real";

/** Reads the number of a cell, as a double; 0 where the cells are no numbers. */
export function numberReader(source: Vector): (i: number) => number {
  switch (source.kind) {
    case "integer":
    case "real": {
      const { values } = source;
      return (i) => values[i] ?? 0;
    }
    case "decimal": {
      const { values } = source;
      const unit = 10 ** source.scale;
      return (i) => (values[i] ?? 0) / unit;
    }
    case "bigint": {
      const words = wordsOf(source);
      return (i) => readWhole(words, i);
    }
    default:
      return () => 0;
  }
}

/** The least and greatest number that a column of this type holds. */
function numberLimits(type: ValueType): readonly [least: number, most: number] {
  if (type.kind === "integer") {
    const span = 2 ** type.bits;
    return type.unsigned === true ? [0, span - 1] : [-span / 2, span / 2 - 1];
  }
  if (type.kind === "decimal" && type.precision !== undefined) {
    const scale = type.scale ?? 0;
    const most = (10 ** type.precision - 1) / 10 ** scale;
    return [-most, most];
  }
  return [-Number.MAX_VALUE, Number.MAX_VALUE];
}

/** A mask of numbers by a function of the cell's number; the answer is rounded to what the column holds, and kept within it. */
export function numberMask(
  source: Vector,
  type: ValueType,
  batchRows: number,
  mask: (value: number, row: number, i: number) => number,
): MaskKernel {
  const out = likeSource(source, batchRows);
  const [least, most] = numberLimits(type);
  // Decimals without a bound, or beyond what a double holds exactly, come as doubles.
  const numberAt = numberReader(source);
  const store = numberWriter(out);
  const roundsReals = out.kind === "real" && type.kind === "decimal";
  return {
    out,
    fill(rows, count) {
      out.hasNulls = source.hasNulls;
      for (let i = 0; i < count; i++) {
        const nothing = isNull(source, i);
        out.nulls[i] = nothing ? 1 : 0;
        const value = nothing ? 0 : numberAt(i);
        const masked = nothing ? 0 : Math.max(least, Math.min(most, mask(value, rows[i] ?? 0, i)));
        store(i, roundsReals ? roundedLike(type, value, masked) : masked);
      }
    },
  };
}

/** Too few digits to hide the value among its neighbours. */
const fewDigits = 1000;
const mostDecimals = 15;

/** With the decimals of its type, else those of the value; two more where the value has hardly any digits. */
function roundedLike(type: ValueType, value: number, masked: number): number {
  const own = decimalsOf(value);
  const few = Math.abs(value) * 10 ** own < fewDigits;
  const scale = type.kind === "decimal" && type.precision !== undefined ? (type.scale ?? 0) : own + (few ? 2 : 0);
  const unit = 10 ** Math.min(mostDecimals, scale);
  const scaled = masked * unit;
  return Number.isSafeInteger(Math.round(scaled)) ? Math.round(scaled) / unit : masked;
}

function decimalsOf(value: number): number {
  const [, decimals = "", exponent = "0"] = /^-?\d+(?:[.](\d+))?(?:e([+-]\d+))?$/u.exec(String(value)) ?? [];
  return Math.max(0, decimals.length - Number(exponent));
}

function likeSource(source: Vector, batchRows: number): NumberVector {
  switch (source.kind) {
    case "decimal":
      return newDecimalVector(batchRows, source.scale);
    case "real":
      return newRealVector(batchRows);
    case "bigint":
      return newBigintVector(batchRows);
    default:
      return newIntegerVector(batchRows);
  }
}

function numberWriter(out: NumberVector): (i: number, value: number) => void {
  if (out.kind === "bigint") {
    const words = wordsOf(out);
    return (i, value) => writeWhole(words, i, Math.round(value));
  }
  const { values } = out;
  const unit = out.kind === "decimal" ? 10 ** out.scale : 1;
  const whole = out.kind !== "real";
  return (i, value) => {
    values[i] = whole ? Math.round(value * unit) : value;
  };
}
