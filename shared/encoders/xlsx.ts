import { z } from "zod";
import { SeedloomError } from "../base/errors.ts";
import type { Batch } from "../batches/batch.ts";
import { cellText } from "../vectors/cells.ts";
import type { Vector } from "../vectors/vector.ts";
import { append } from "./byte-buffer.ts";
import { defineFormat, type EncodeTarget, type TableEncoder } from "./encoder.ts";
import { filesOption } from "./files-option.ts";
import { unwritableCell } from "./unwritable-cell.ts";
import { sheetText } from "./sheet-text.ts";

// Limits of Excel, as its specification states them.
const mostRows = 1_048_576;
const mostColumns = 16_384;
const longestText = 32_767;

/** Places of the cell formats in styles.xml (electron/jobs/assembly/workbook-parts.ts). */
const styles = { date: 1, time: 2, moment: 3, heading: 4 } as const;

const dayMs = 86_400_000;
/** Excel's day 0 is 1899-12-30, for days after the 29 February 1900 that it believes in. */
const dayZero = 25_569;
const firstDay = -25_508;
const lastDay = 2_932_896;

const isSerial = (days: number): boolean => days >= firstDay && days <= lastDay;

/** The letters of a column: A … Z, AA …; 0-based. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? "" : letters(rest - 1)) + String.fromCharCode(65 + (column % 26));
}

const number = (value: string, style?: number): string =>
  `${style === undefined ? "" : ` s="${style}"`}><v>${value}</v></c>`;

/** A cell behind its address, or null where Excel has to be given the text. */
function typedCell(vector: Vector, i: number): string | null {
  switch (vector.kind) {
    case "integer":
      return number(String((vector.values[i] ?? 0) + 0));
    case "bigint": {
      const value = vector.values[i] ?? 0n;
      return value >= -9007199254740992n && value <= 9007199254740992n ? number(String(value)) : null;
    }
    case "decimal":
      // Excel shows 15 digits.
      return Math.abs(vector.values[i] ?? 0) < 1e15 ? number(cellText(vector, i) ?? "") : null;
    case "real": {
      const value = vector.values[i] ?? 0;
      return Number.isFinite(value) ? number(String(value + 0)) : null;
    }
    case "boolean":
      return ` t="b"><v>${vector.values[i] ?? 0}</v></c>`;
    case "date": {
      const days = vector.values[i] ?? 0;
      return isSerial(days) ? number(String(days + dayZero), styles.date) : null;
    }
    case "time":
      return number(String((vector.values[i] ?? 0) / dayMs), styles.time);
    case "timestamp": {
      const value = vector.values[i] ?? 0;
      return isSerial(Math.floor(value / dayMs)) ? number(String(value / dayMs + dayZero), styles.moment) : null;
    }
    default:
      return null;
  }
}

const textCell = (text: string, style = ""): string =>
  `${style} t="inlineStr"><is><t xml:space="preserve">${sheetText(text)}</t></is></c>`;

const tooLong = (text: string): string | undefined =>
  text.length <= longestText ? undefined : `has ${text.length} characters, and a cell of Excel holds 32,767`;

/** One sheet a table: a row of names, and a row of typed cells a row. NULL is no cell; a text is never a formula. */
function xlsxEncoder(target: EncodeTarget): TableEncoder {
  const names = target.columns.map((_, k) => letters(k));
  const heading = target.columns.map(
    ({ name }, k) => `<c r="${names[k] ?? ""}1"${textCell(name, ` s="${styles.heading}"`)}`,
  );

  function row(batch: Batch, i: number): string {
    const line = batch.start + i + 2;
    let text = `<row r="${line}">`;
    for (const [k, vector] of batch.vectors.entries()) {
      if (vector.hasNulls && vector.nulls[i] === 1) continue;
      text += `<c r="${names[k] ?? ""}${line}"${typedCell(vector, i) ?? textCell(cellOf(batch, vector, k, i))}`;
    }
    return `${text}</row>`;
  }

  function cellOf(batch: Batch, vector: Vector, column: number, i: number): string {
    const text = cellText(vector, i) ?? "";
    const why = tooLong(text);
    if (why === undefined) return text;
    throw unwritableCell(target, batch, { column, row: i }, why);
  }

  return {
    header: (out) => append(out, `${opening}<row r="1">${heading.join("")}</row>`),
    rows(batch, out) {
      for (let i = 0; i < batch.count; i++) append(out, row(batch, i));
    },
    footer: (out) => append(out, "</sheetData></worksheet>"),
  };
}

const opening =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  "<sheetData>";

function refuse({ table, columns, rowCount }: EncodeTarget): void {
  if (rowCount >= mostRows) {
    throw new SeedloomError(
      "export-blocked",
      `${table.id} has ${rowCount} rows, and a sheet of Excel holds 1,048,576 with the line of names.`,
      "Split the export by rows, give the table fewer, or choose CSV or Parquet.",
    );
  }
  if (columns.length > mostColumns) {
    throw new SeedloomError(
      "export-blocked",
      `${table.id} has ${columns.length} columns, and a sheet of Excel holds 16,384.`,
      "Choose CSV or Parquet.",
    );
  }
}

export const xlsx = defineFormat({
  id: "xlsx",
  label: "Excel",
  extension: "xlsx",
  assembly: "workbook",
  options: z.strictObject({ files: filesOption("one") }),
  oneFile: ({ files }) => files === "one",
  refuse,
  unwritable: () => tooLong,
  encoder: xlsxEncoder,
});
