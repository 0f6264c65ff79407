import type { Literal } from "./check-ast.ts";
import type { EngineId } from "./schema-model.ts";
import { patternToRegExp } from "./sql-patterns.ts";
import { compareValues, lowerAscii, toNumber, toText, upperAscii } from "./sql-values.ts";
import { encodeUtf8 } from "../base/utf8.ts";
import { formatSqlTime, sqlDayNumber } from "./check-times.ts";

type SqlFunction = (values: readonly Literal[], engine: EngineId) => Literal;

/** A function of one text; NULL in, NULL out. */
const ofText =
  (apply: (text: string, engine: EngineId) => Literal): SqlFunction =>
  ([value = null], engine) => {
    const text = toText(value);
    return text === null ? null : apply(text, engine);
  };

/** A function of one number; NULL in, NULL out. */
const ofNumber =
  (apply: (number: number) => number): SqlFunction =>
  ([value = null]) => {
    const number = toNumber(value);
    return number === null ? null : typeof number === "bigint" ? number : apply(number);
  };

const anyNull = (values: readonly Literal[]): boolean => values.some((value) => value === null);
const characters = (text: string): number => Array.from(text).length;

const length: SqlFunction = ([value = null], engine) => {
  if (value instanceof Uint8Array) return value.length;
  const text = toText(value);
  return text === null ? null : engine === "mysql" ? encodeUtf8(text).length : characters(text);
};

const trimWith =
  (start: boolean, end: boolean): SqlFunction =>
  ([value = null, set = " "]) => {
    const [text, strip] = [toText(value), toText(set)];
    if (text === null || strip === null) return null;
    const chars = Array.from(text);
    let [from, to] = [0, chars.length];
    if (start) while (from < to && strip.includes(chars[from] ?? "")) from++;
    if (end) while (to > from && strip.includes(chars[to - 1] ?? "")) to--;
    return chars.slice(from, to).join("");
  };

/** substr(text, start, length): 1-based; a negative start counts from the end. */
const substr: SqlFunction = (values) => {
  if (anyNull(values)) return null;
  const chars = Array.from(toText(values[0] ?? null) ?? "");
  let start = Number(toNumber(values[1] ?? 1));
  let size = values.length > 2 ? Number(toNumber(values[2] ?? null)) : Infinity;
  if (start < 0) start = chars.length + start + 1;
  if (size < 0) [start, size] = [start + size, -size];
  const from = Math.max(0, start - 1);
  return chars.slice(from, Math.max(from, start - 1 + size)).join("");
};

const extreme =
  (sign: 1 | -1): SqlFunction =>
  (values, engine) => {
    // PostgreSQL's LEAST and GREATEST pass over NULLs; SQLite's min and max, and MySQL's, do not.
    const known = values.filter((value) => value !== null);
    if (known.length === 0 || (known.length < values.length && engine !== "postgresql")) return null;
    return known.reduce((best, value) => (sign * compareValues(value, best) > 0 ? value : best));
  };

const position: SqlFunction = (values) => {
  if (anyNull(values)) return null;
  const [whole, part] = [toText(values[0] ?? null) ?? "", toText(values[1] ?? null) ?? ""];
  const at = whole.indexOf(part);
  return at < 0 ? 0 : characters(whole.slice(0, at)) + 1;
};

const round: SqlFunction = ([value = null, digits = 0], engine) => {
  const [number, places] = [toNumber(value), Number(toNumber(digits))];
  if (number === null || typeof number === "bigint") return number;
  // SQLite has no decimals: it rounds what the binary number is, which of 0.15 lies below the half.
  if (engine === "sqlite" && places >= 0)
    return Math.sign(number) * Number(Math.abs(number).toFixed(Math.min(places, 30)));
  return Number(`${Math.sign(number) * Math.round(Number(`${Math.abs(number)}e${places}`))}e${-places}`);
};

const jsonValid: SqlFunction = ofText((text) => {
  try {
    JSON.parse(text);
    return 1;
  } catch {
    return 0;
  }
});

const typeOf: SqlFunction = ([value = null]) => {
  if (value === null) return "null";
  if (value instanceof Uint8Array) return "blob";
  if (typeof value === "string") return "text";
  return typeof value === "number" && !Number.isInteger(value) ? "real" : "integer";
};

const regexpLike: SqlFunction = ([value = null, pattern = null, flags = ""]) => {
  const [text, source] = [toText(value), toText(pattern)];
  if (text === null || source === null) return null;
  return patternToRegExp("regexp", source, undefined, (toText(flags) ?? "").includes("i"))?.test(text) ?? null;
};

const time =
  (format: string): SqlFunction =>
  (values) =>
    values.length === 1 ? formatSqlTime(format, values[0] ?? null) : null;

const datePart: SqlFunction = ([field = null, value = null]) => {
  const code = { year: "%Y", month: "%m", day: "%d", hour: "%H", minute: "%M", second: "%S", dow: "%w" }[
    toText(field) ?? ""
  ];
  const text = code === undefined ? null : formatSqlTime(code, value);
  return text === null ? null : Number(text);
};

/** The functions that CHECK expressions may call, by name in lower case. */
export const checkFunctions: ReadonlyMap<string, SqlFunction> = new Map<string, SqlFunction>([
  ["length", length],
  ["len", length],
  ["char_length", (values) => length(values, "sqlite")],
  ["character_length", (values) => length(values, "sqlite")],
  [
    "octet_length",
    ([value = null]) =>
      value instanceof Uint8Array ? value.length : value === null ? null : encodeUtf8(toText(value) ?? "").length,
  ],
  ["lower", ofText((text, engine) => (engine === "sqlite" ? lowerAscii(text) : text.toLowerCase()))],
  ["upper", ofText((text, engine) => (engine === "sqlite" ? upperAscii(text) : text.toUpperCase()))],
  ["trim", trimWith(true, true)],
  ["btrim", trimWith(true, true)],
  ["ltrim", trimWith(true, false)],
  ["rtrim", trimWith(false, true)],
  ["substr", substr],
  ["substring", substr],
  ["mid", substr],
  ["left", ([text = null, size = null]) => (Number(size) < 0 ? null : substr([text, 1, size], "sqlite"))],
  [
    "right",
    ([text = null, size = null]) =>
      size === null || text === null
        ? null
        : Array.from(toText(text) ?? "")
            .slice(-Number(size))
            .join(""),
  ],
  ["instr", position],
  ["strpos", position],
  ["locate", ([part = null, whole = null]) => position([whole, part], "mysql")],
  [
    "replace",
    (values) =>
      anyNull(values)
        ? null
        : (toText(values[0] ?? "") ?? "").replaceAll(
            toText(values[1] ?? "") ?? "",
            () => toText(values[2] ?? "") ?? "",
          ),
  ],
  ["concat", (values) => values.map((value) => toText(value) ?? "").join("")],
  [
    "abs",
    ([value = null]) => (typeof value === "bigint" && value < 0n ? -value : ofNumber(Math.abs)([value], "sqlite")),
  ],
  ["floor", ofNumber(Math.floor)],
  ["ceil", ofNumber(Math.ceil)],
  ["ceiling", ofNumber(Math.ceil)],
  ["sign", ofNumber(Math.sign)],
  ["round", round],
  [
    "mod",
    ([a = null, b = null]) =>
      a === null || b === null || Number(b) === 0 ? null : Number(toNumber(a)) % Number(toNumber(b)),
  ],
  ["nullif", ([a = null, b = null]) => (a !== null && b !== null && compareValues(a, b) === 0 ? null : a)],
  ["num_nonnulls", (values) => values.filter((value) => value !== null).length],
  ["num_nulls", (values) => values.filter((value) => value === null).length],
  ["min", extreme(-1)],
  ["least", extreme(-1)],
  ["max", extreme(1)],
  ["greatest", extreme(1)],
  ["typeof", typeOf],
  ["json_valid", jsonValid],
  ["regexp_like", regexpLike],
  ["date", time("%Y-%m-%d")],
  ["time", time("%H:%M:%S")],
  ["datetime", time("%Y-%m-%d %H:%M:%S")],
  ["julianday", ([value = null]) => sqlDayNumber(value)],
  [
    "strftime",
    ([format = null, value = null, ...rest]) => (rest.length > 0 ? null : formatSqlTime(toText(format) ?? "", value)),
  ],
  ["date_part", datePart],
  ["year", ([value = null]) => datePart(["year", value], "mysql")],
  ["month", ([value = null]) => datePart(["month", value], "mysql")],
]);
