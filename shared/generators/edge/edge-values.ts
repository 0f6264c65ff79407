import { codePointLength } from "../../base/code-points.ts";
import { maxUtf8Length, encodeUtf8 } from "../../base/utf8.ts";
import { canEvaluate, evaluateCheck } from "../../schema/evaluate-check.ts";
import { readChecks, type CheckReading } from "../../schema/check-constraints.ts";
import type { Cell } from "../../vectors/vector.ts";
import type { EdgePlace, EdgeShare } from "./edge-catalogue.ts";
import { misfit } from "../structure/value-table.ts";
import { edgePacks } from "./packs.ts";

/**
 * The values of a rule's packs that the column can hold, as canonical texts, each once: what the type, the length, the engine
 * or a CHECK refuses is left out unless the rule asks for it. A CHECK that cannot be decided for the column alone leaves
 * nothing, for a value that breaks it in some rows would stop a load.
 */
export function edgeValues(asked: EdgeShare, place: EdgePlace): readonly string[] {
  const given = packsOf(asked, place).flatMap((pack) => pack.texts(place));
  const texts = [...new Map(given.map((text) => [sameValue(text, place), text])).values()];
  const storable = texts.filter((text) => isStorable(text, place));
  // Beyond the limits only where the vector can carry it to the engine at all, so that the engine is what refuses.
  if (asked.invalid === true) return [...storable, ...beyond(place)];
  const fitting = storable.filter((text) => fits(text, place));
  const passing = fitting.filter(checksOf(place));
  return place.unique ? apart(passing) : passing;
}

/** Equal for texts that are one value in the column: 0.5 and 0.50. */
const sameValue = (text: string, { type }: EdgePlace): string =>
  type.kind === "decimal" || type.kind === "real" ? String(Number(text) + 0) : text;

/** The packs asked for; else those that the generator declares; else those usual for the type. */
function packsOf(asked: EdgeShare, { suited, type }: EdgePlace) {
  const ids = asked.packs ?? suited;
  return edgePacks.filter((pack) => (ids ? ids.includes(pack.id) : pack.usual(type)));
}

/** What no engine or vector takes at all, asked for or not. */
function isStorable(text: string, { type, engine }: EdgePlace): boolean {
  if (engine === "postgresql" && text.includes("\0")) return false;
  return type.kind === "bytes" ? /^(?:[\da-f]{2})*$/.test(text) : type.kind !== "real" || Number.isFinite(Number(text));
}

function fits(text: string, place: EdgePlace): boolean {
  const { type, column, engine } = place;
  switch (type.kind) {
    case "bytes":
      return text.length / 2 <= (type.maxLength ?? Infinity);
    case "decimal": {
      // Written with no more digits than the column keeps: the engine would round or refuse.
      const [, whole = "", fraction = ""] = /^-?(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
      const kept = type.scale ?? (type.precision === undefined ? 2 : 0);
      const digits = whole.replace(/^0+/, "").length;
      return (
        !(type.unsigned === true && text.startsWith("-")) &&
        whole !== "" &&
        fraction.length <= kept &&
        digits <= (type.precision ?? 15) - (type.scale ?? 0) &&
        digits + kept <= 15
      );
    }
    case "real":
      if (type.unsigned === true && text.startsWith("-")) return false;
      return type.bits === 64 || Math.abs(Number(text)) <= 3.4028234663852886e38;
    case "text":
      // The lengths of MySQL's TEXT types count bytes.
      if (
        engine === "mysql" &&
        /text$/i.test(column.type) &&
        type.maxLength !== undefined &&
        maxUtf8Length(text) > type.maxLength
      )
        return encodeUtf8(text).length <= type.maxLength;
      return codePointLength(text) <= (type.maxLength ?? Infinity);
    case "json":
      // PostgreSQL's jsonb has no NUL, and MySQL's JSON no number beyond a double.
      return misfit(text, type) === undefined && !(engine === "postgresql" && text.includes("\\u0000"));
    default:
      return misfit(text, type) === undefined;
  }
}

/** Just beyond the limits of the type. */
function beyond({ type }: EdgePlace): readonly string[] {
  switch (type.kind) {
    case "integer": {
      if (type.bits === 64) return [];
      const high = type.unsigned ? 2 ** type.bits : 2 ** (type.bits - 1);
      return [String(high), String(type.unsigned ? -1 : -high - 1)];
    }
    case "decimal":
      return type.precision === undefined || type.precision > 14
        ? []
        : [`1${"0".repeat(type.precision - (type.scale ?? 0))}`, `-1${"0".repeat(type.precision - (type.scale ?? 0))}`];
    case "text":
      return type.maxLength === undefined || type.maxLength > 65_535 ? [] : ["x".repeat(type.maxLength + 1)];
    case "bytes":
      return type.maxLength === undefined || type.maxLength > 65_535 ? [] : ["00".repeat(type.maxLength + 1)];
    case "enum":
      return ["no such value"];
    default:
      return [];
  }
}

/** The checks that name the column, read once a table is asked about. */
const checksOn = ({ table, column, engine }: EdgePlace): readonly CheckReading[] =>
  table === undefined
    ? []
    : readChecks(table, engine).filter(
        ({ columns, expression, check }) =>
          columns.includes(column.name) || (expression === null && check.expression.includes(column.name)),
      );

/** Whether a CHECK can be decided for each value of the column without the rest of the row. */
const isDecidable = ({ expression, columns }: CheckReading): boolean =>
  expression !== null && columns.length === 1 && canEvaluate(expression);

function checksOf(place: EdgePlace): (text: string) => boolean {
  const readings = checksOn(place);
  if (readings.length === 0) return () => true;
  if (!readings.every(isDecidable)) return () => false;
  const { table, engine } = place;
  return (text) => {
    const cell = cellOf(text, place);
    return readings.every(
      ({ expression }) =>
        expression === null || evaluateCheck(expression, () => cell, { engine, ...(table ? { table } : {}) }) !== false,
    );
  };
}

function cellOf(text: string, { type }: EdgePlace): Cell {
  switch (type.kind) {
    case "integer": {
      const value = BigInt(text);
      return value >= -9_007_199_254_740_991n && value <= 9_007_199_254_740_991n ? Number(value) : value;
    }
    case "real":
      return Number(text);
    case "boolean":
      return text === "true";
    case "bytes":
      return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    default:
      return text;
  }
}

/**
 * Values for a unique column: such as ordinary rules never write, and that stay apart where the engine's collation ignores
 * case, accents, blanks and signs, by their plain letters and digits.
 */
function apart(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const plain = text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
    const unusual = /[<>{}|^~`"\\$%*;=\u0080-\u{10ffff}]/u.test(text);
    if (!unusual || plain.length < 4 || seen.has(plain)) return false;
    seen.add(plain);
    return true;
  });
}
