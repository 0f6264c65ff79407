import { assertNever } from "../base/assert-never.ts";
import type { Notation, ValueType } from "../schema/value-type.ts";
import type { Idea } from "./patterns/name-pattern.ts";

/** A value type whose text has a form of its own. */
export type FormedType = Extract<ValueType, { kind: "interval" | "array" | "range" | "notation" }>;

/** What fills a column whose text counts in one form only: the generator of that form where there is one, and patterns that keep it. `declared` tells shapes and the forms of IP addresses apart. */
export function ideasByForm(type: FormedType, declared: string): readonly Idea[] {
  switch (type.kind) {
    case "interval":
      return [{ generator: "duration" }, pattern(interval)];
    case "array": {
      const element = elementPattern(type.of);
      const fraction = type.of.kind === "decimal" || type.of.kind === "real";
      const of = fraction ? "decimal" : type.of.kind === "text" && (type.of.maxLength ?? 20) >= 9 ? keyword : undefined;
      const list: Idea = { generator: "list", params: { min: 1, ...(of === undefined ? {} : { of }) } };
      return element === undefined
        ? [list, constant("{}")]
        : [list, pattern(`\\{${element}(,${element}){0,2}\\}`), constant("{}")];
    }
    case "range": {
      const ends = rangePatterns(type.of);
      if (ends === undefined) return [constant(type.several === true ? "{}" : "empty")];
      const range = `\\[${ends[0]},${ends[1]}\\)`;
      return [pattern(type.several === true ? `\\{${range}\\}` : range)];
    }
    case "notation":
      if (type.notation === "geometry") return shapeIdeas(declared);
      // MariaDB's type for the long form takes the short one no more than it takes a word.
      if (type.notation === "ip-address" && /^inet6$/i.test(declared))
        return [{ generator: "ip-address", params: { version: "6" } }];
      return ofNotation(type.notation, type.length);
    default:
      return assertNever(type);
  }
}

const pattern = (text: string): Idea => ({ generator: "pattern", params: { pattern: text } });
/** One word that things are tagged with; lists of texts are mostly of these. */
const keyword = { prose: { about: "keywords", max: 1 } };
const geometry: Idea = { generator: "geometry" };
const constant = (value: string): Idea => ({ generator: "constant", params: { value } });

const byte = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])";
const number = "[1-9][0-9]{0,2}";
const place = `\\(${number}\\.[0-9]{2},${number}\\.[0-9]{2}\\)`;
const word = "[a-z]{4,8}";
// Hours stay below a day and minutes below an hour, so that texts that differ are lengths that differ.
const interval = "P([1-9]|[12][0-9])DT([1-9]|1[0-9]|2[0-3])H([1-9]|[1-5][0-9])M";
const day = "(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])";
const moment = `20[12][0-9]-${day} ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]`;

function ofNotation(notation: Exclude<Notation, "geometry">, length: number | undefined): readonly Idea[] {
  switch (notation) {
    case "ip-address":
      return [{ generator: "ip-address" }];
    case "ip-network":
      return [{ generator: "ip-network" }, pattern(`10\\.${byte}\\.${byte}\\.0/24`)];
    case "mac-address":
      return [{ generator: "mac-address" }];
    case "mac-address-8":
      return [pattern("02(:[0-9a-f]{2}){7}")];
    case "bits":
      return [{ generator: "bits" }, pattern(`[01]{${length ?? 8}}`)];
    case "xml":
      return [{ generator: "template", params: { text: "<item>{{seq}}</item>" } }];
    case "text-search":
      return [{ generator: "search-vector" }, { generator: "lorem", params: { unit: "words", max: 8 } }];
    case "text-query":
      return [pattern(`${word} & ${word}`)];
    case "point":
      return [geometry, pattern(place)];
    case "line":
      return [geometry, pattern(`\\{${number},${number},${number}\\}`)];
    case "segment":
    case "path":
      return [geometry, pattern(`\\[${place},${place}\\]`)];
    case "box":
      return [geometry, pattern(`${place},${place}`)];
    case "polygon":
      return [geometry, pattern(`\\(${place},${place},${place}\\)`)];
    case "circle":
      return [geometry, pattern(`<${place},${number}>`)];
    case "key-values":
      return [pattern(`${word}=>${word}, (1|2)=>${word}`)];
    case "label-path":
      return [pattern(`[a-z]{4,8}(\\.${word}){1,2}`)];
    case "vector":
      return [{ generator: "vector" }, pattern(`\\[-?0\\.[0-9]{4}(,-?0\\.[0-9]{4}){${(length ?? 3) - 1}}\\]`)];
    case "log-position":
      return [pattern("[0-9A-F]{1,2}/[0-9A-F]{8}")];
    case "opaque":
      return [];
    default:
      return assertNever(notation);
  }
}

const spot = "(1[0-7][0-9]|[1-9][0-9]|[0-9])\\.[0-9]{4} ([1-8][0-9]|[0-9])\\.[0-9]{4}";
const line = `\\(${spot},${spot}\\)`;
// Two ends on the axes and one between: whatever the digits are, no side crosses another.
const ring = "\\(\\(0 0,[1-9][0-9]? 0,[1-9][0-9]? [1-9][0-9]?,0 [1-9][0-9]?,0 0\\)\\)";

/** Shapes as OGC's well-known text; the first word in a declared type that names one says which: point, geometry(Point,4326). */
const shapes: readonly (readonly [word: RegExp, pattern: string])[] = [
  [/multipoint/i, `MULTIPOINT\\(${spot},${spot}\\)`],
  [/multilinestring/i, `MULTILINESTRING\\(${line}\\)`],
  [/multipolygon/i, `MULTIPOLYGON\\(${ring}\\)`],
  [/geom(?:etry)?collection/i, `GEOMETRYCOLLECTION\\(POINT\\(${spot}\\)\\)`],
  [/linestring/i, `LINESTRING${line}`],
  [/polygon/i, `POLYGON${ring}`],
];

/** The figures that the generator draws; other shapes are patterns alone. PostGIS writes the reference system into the type. */
function shapeIdeas(declared: string): readonly Idea[] {
  const figure = /multi|collection/i.test(declared)
    ? undefined
    : /linestring/i.test(declared)
      ? "line"
      : /polygon/i.test(declared)
        ? "polygon"
        : "point";
  const srid = Number(/,\s*(\d+)\s*\)/.exec(declared)?.[1] ?? 0);
  const params = { figure, ...(srid > 0 ? { form: "EWKT", srid } : {}) };
  return [...(figure === undefined ? [] : [{ generator: "geometry", params }]), pattern(shapePattern(declared))];
}

const shapePattern = (declared: string): string =>
  shapes.find(([word]) => word.test(declared))?.[1] ?? `POINT\\(${spot}\\)`;

/** A regular expression of values as they stand in an array, without quotes; undefined where they would need some. */
function elementPattern(type: ValueType): string | undefined {
  switch (type.kind) {
    case "integer":
      return type.bits === 8 ? "[1-9][0-9]?" : number;
    case "decimal": {
      const scale = Math.min(Math.max(type.scale ?? 2, 0), 4);
      const whole = Math.min((type.precision ?? 6) - (type.scale ?? 2), 3);
      const digits = whole < 1 ? "0" : `[1-9][0-9]{0,${whole - 1}}`;
      return scale === 0 ? digits : `${digits}\\.[0-9]{${scale}}`;
    }
    case "real":
      return `${number}\\.[0-9]{2}`;
    case "boolean":
      return "(true|false)";
    case "text": {
      const most = Math.min(type.maxLength ?? 8, 8);
      return type.fixed === true ? `[a-z]{${Math.min(type.maxLength ?? 1, 8)}}` : `[a-z]{${Math.min(4, most)},${most}}`;
    }
    case "date":
      return `20[12][0-9]-${day}`;
    case "time":
      return "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";
    case "timestamp":
      return `"${moment}"`;
    case "uuid":
      return "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    case "enum": {
      const plain = type.values.filter((value) => /^[\p{L}\p{N}_-]+$/u.test(value) && !/^null$/i.test(value));
      return plain.length === 0 ? undefined : `(${plain.join("|")})`;
    }
    case "interval":
      return interval;
    case "notation":
      return type.notation === "ip-address" ? `10\\.${byte}\\.${byte}\\.${byte}` : undefined;
    case "bytes":
    case "json":
    case "array":
    case "range":
    case "unknown":
      return undefined;
    default:
      return assertNever(type);
  }
}

/** Regular expressions for the two ends of a range, the first of which always lies lower. */
function rangePatterns(type: ValueType): readonly [low: string, high: string] | undefined {
  switch (type.kind) {
    case "integer":
    case "decimal":
    case "real":
      return ["[1-9][0-9]", "[1-9][0-9]{2}"];
    case "date":
      return [`20[01][0-9]-${day}`, `202[0-9]-${day}`];
    case "timestamp":
      return [`"20[01][0-9]-${day} 08:00:00"`, `"202[0-9]-${day} 17:00:00"`];
    default:
      return undefined;
  }
}
