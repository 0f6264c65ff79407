import type { Faker } from "@faker-js/faker";
import { dayMilliseconds } from "../../base/calendar.ts";
import { childStream, wordAt } from "../../random/stream.ts";
import {
  newBigintVector,
  newBooleanVector,
  newDateVector,
  newIntegerVector,
  newTimestampVector,
} from "../../vectors/new-vector.ts";
import type { ValueType } from "../../schema/value-type.ts";
import type { CompileContext, Kernel } from "../generator.ts";
import { scaledColumn, takesNumbers } from "../numbers/scaled-column.ts";
import { inColumn } from "../text/as-text.ts";
import { takesText, textKernel } from "../text/text-kernel.ts";
import { putText } from "../text/text-sink.ts";
import type { DrawnKind, Drawn } from "./methods/faker-method.ts";
import { randomizerOf } from "./randomizer.ts";
import { rowLocale } from "./row-locale.ts";

/** Draws a row's value from a Faker keyed by the cell's address. */
export type DrawRow = (row: number) => Drawn;

/** Whether a column of this type takes what a method draws. */
export function takesDrawn(kind: DrawnKind, type: ValueType, least: number): boolean {
  switch (kind) {
    case "text":
      return takesText(type, least) && type.kind !== "json";
    case "number":
      return takesNumbers(type);
    case "bigint":
      return (type.kind === "integer" && type.bits === 64 && type.unsigned !== true) || takesText(type, 20);
    case "boolean":
      return type.kind === "boolean" || type.kind === "integer" || takesText(type, 5);
    case "moment":
      return type.kind === "timestamp" || type.kind === "date" || takesText(type, 19);
  }
}

/** A row's draw: the row's locale's Faker, keyed by the cell. */
export function drawOf(draw: (faker: Faker) => Drawn, context: CompileContext): DrawRow {
  const localeOf = rowLocale(context);
  const { k0, k1 } = childStream(context.stream, "single");
  const fakers = context.locales.map(({ faker }) => ({ faker, randomizer: randomizerOf(faker) }));
  const key: [number, number] = [0, 0];
  const [only] = fakers;
  if (!only) return () => "";
  return (row) => {
    const { faker, randomizer } = fakers.length === 1 ? only : (fakers[localeOf(row)] ?? only);
    key[0] = wordAt(k0, k1, row, 0);
    key[1] = wordAt(k0, k1, row, 1);
    randomizer.seed(key);
    return draw(faker);
  };
}

/** A kernel that draws every cell of its own; numbers are brought into the column's range. */
export function drawnKernel(kind: DrawnKind, scale: number, draw: DrawRow, context: CompileContext): Kernel {
  switch (kind) {
    case "text":
      return textKernel(context, (sink, row) => putText(sink, String(draw(row))), { words: true });
    case "number":
      return inColumn(numberKernel(scale, draw, context), context);
    case "bigint":
      return inColumn(bigintKernel(draw, context), context);
    case "boolean":
      return inColumn(booleanKernel(draw, context), context);
    case "moment":
      return inColumn(momentKernel(draw, context), context);
  }
}

function numberKernel(scale: number, draw: DrawRow, context: CompileContext): Kernel {
  const column = scaledColumn(context.type, scale, context.batchRows);
  const { scaled, lowest, highest } = column;
  const span = highest - lowest + 1;
  const unit = 10 ** column.scale;
  return {
    out: column.out,
    fill(rows, count) {
      for (let i = 0; i < count; i++) {
        const drawn = draw(rows[i] ?? 0);
        const value = Math.round((typeof drawn === "number" ? drawn : 0) * unit);
        scaled[i] = value >= lowest && value <= highest ? value : lowest + ((((value - lowest) % span) + span) % span);
      }
      column.finish(count);
    },
  };
}

function bigintKernel(draw: DrawRow, context: CompileContext): Kernel {
  const out = newBigintVector(context.batchRows);
  return {
    out,
    fill(rows, count) {
      out.hasNulls = false;
      for (let i = 0; i < count; i++) out.values[i] = draw(rows[i] ?? 0) as bigint;
    },
  };
}

function booleanKernel(draw: DrawRow, context: CompileContext): Kernel {
  const out =
    context.type.kind === "integer" || context.type.kind === "unknown"
      ? newIntegerVector(context.batchRows)
      : newBooleanVector(context.batchRows);
  return {
    out,
    fill(rows, count) {
      out.hasNulls = false;
      for (let i = 0; i < count; i++) out.values[i] = draw(rows[i] ?? 0) === true ? 1 : 0;
    },
  };
}

/** Moments to the millisecond where the column keeps them, else to the second; days in a column of dates. */
function momentKernel(draw: DrawRow, context: CompileContext): Kernel {
  const { type, batchRows } = context;
  const at = (row: number): number => {
    const value = draw(row);
    return value instanceof Date ? value.getTime() : 0;
  };
  if (type.kind === "date") {
    const out = newDateVector(batchRows);
    return {
      out,
      fill(rows, count) {
        out.hasNulls = false;
        for (let i = 0; i < count; i++) out.values[i] = Math.floor(at(rows[i] ?? 0) / dayMilliseconds);
      },
    };
  }
  const fine = type.kind === "timestamp" && (type.precision ?? 0) > 0;
  const unit = fine ? 1 : 1000;
  const out = newTimestampVector(batchRows, fine ? 3 : 0, type.kind === "timestamp" && (type.zone ?? false));
  return {
    out,
    fill(rows, count) {
      out.hasNulls = false;
      for (let i = 0; i < count; i++) out.values[i] = Math.floor(at(rows[i] ?? 0) / unit) * unit;
    },
  };
}
