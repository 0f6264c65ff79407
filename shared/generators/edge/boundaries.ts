import type { EdgePlace } from "./edge-catalogue.ts";
import { integerRange, type ValueType } from "../../schema/value-type.ts";
import { formatScaled } from "../text/cell-text.ts";
import type { EdgePack } from "./edge-pack.ts";
import { mysqlTimestamp } from "./time-traps.ts";
import { edgePackInfo } from "./pack-info.ts";

/** Longer texts say nothing more, and would fill a preview. */
const longest = 4000;

/** The smallest and largest value of a type, their neighbours, nothing, and one. */
export const boundaries: EdgePack = {
  ...edgePackInfo.boundaries,
  usual: (type) => type.kind !== "boolean",
  texts,
};

function texts(place: EdgePlace): readonly string[] {
  const { type, engine } = place;
  switch (type.kind) {
    case "integer":
      return integers(type);
    case "decimal":
      return decimals(type);
    case "real":
      return reals(type.bits);
    case "boolean":
      return [];
    case "text":
      return lengths(type.maxLength);
    case "unknown":
      return ["", " ", "0", "-1"];
    case "bytes":
      return bytes(type.maxLength);
    case "date":
      return [engine === "mysql" ? "1000-01-01" : "0001-01-01", "1969-12-31", "1970-01-01", "1970-01-02", "9999-12-31"];
    case "time":
      return ["00:00:00", "00:00:01", "11:59:59", "12:00:00", "23:59:59", ...(type.precision ? ["23:59:59.999"] : [])];
    case "timestamp":
      return mysqlTimestamp(place)
        ? ["1970-01-02 00:00:00", "2038-01-18 00:00:00"]
        : [
            engine === "mysql" ? "1000-01-01 00:00:00" : "0001-01-01 00:00:00",
            "1969-12-31 23:59:59",
            "1970-01-01 00:00:00",
            "9999-12-31 23:59:59",
            ...(type.precision ? ["1970-01-01 00:00:00.001", "9999-12-31 23:59:59.999"] : []),
          ];
    case "uuid":
      // RFC 9562, sections 5.9 and 5.10: the nil and the max UUID.
      return ["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"];
    case "json":
      return documents;
    case "enum":
      return [...type.values.slice(0, 1), ...type.values.slice(-1)];
    default:
      return [];
  }
}

function integers(type: Extract<ValueType, { kind: "integer" }>): readonly string[] {
  const [low, high] = integerRange(type);
  // What a 64-bit vector holds.
  const top = high > 2n ** 63n - 1n ? 2n ** 63n - 1n : high;
  return [low, low + 1n, -1n, 0n, 1n, top - 1n, top].map(String);
}

/** Up to 15 digits: what is exact here. */
function decimals({ precision, scale }: Extract<ValueType, { kind: "decimal" }>): readonly string[] {
  const digits = Math.min(15, precision ?? 15);
  const kept = Math.min(scale ?? (precision === undefined ? 2 : 0), digits);
  const top = 10 ** digits - 1;
  return [-top, 1 - top, -1, 0, 1, top - 1, top].map((value) => formatScaled(value, kept));
}

function reals(bits: 32 | 64): readonly string[] {
  // The largest finite and the smallest normal numbers of IEEE 754 binary32 and binary64.
  const [most, least] =
    bits === 32
      ? ["3.4028234663852886e+38", "1.1754943508222875e-38"]
      : ["1.7976931348623157e+308", "2.2250738585072014e-308"];
  return ["0", "1", "-1", most, `-${most}`, least, `-${least}`];
}

function lengths(maxLength: number | undefined): readonly string[] {
  const sizes =
    maxLength === undefined ? [255, 256, longest] : [Math.min(maxLength, longest) - 1, Math.min(maxLength, longest)];
  return [
    "",
    " ",
    "a",
    " leading",
    "trailing ",
    "\t",
    "\n",
    "two\nlines",
    "two\r\nlines",
    ...sizes.flatMap((size) => (size > 0 ? ["x".repeat(size), "é".repeat(size), "😀".repeat(size)] : [])),
  ];
}

function bytes(maxLength: number | undefined): readonly string[] {
  const most = Math.min(maxLength ?? 1024, 1024);
  const all = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0")).join("");
  return ["", "00", "ff", "0000000000000000", "0d0a", "ff".repeat(most), "00".repeat(most), all];
}

const documents: readonly string[] = [
  "{}",
  "[]",
  "null",
  '""',
  "0",
  "-1",
  "true",
  '{"":""}',
  '{"a":null}',
  '[1,"a",null,true,{},[]]',
  `${"[".repeat(50)}${"]".repeat(50)}`,
  `${'{"a":'.repeat(50)}1${"}".repeat(50)}`,
  '{"__proto__":{"admin":true},"constructor":1}',
  "[9007199254740991,9007199254740993,1e21,0.1]",
  '"\\u00e9\\ud83d\\ude00\\n\\t\\\\\\""',
  JSON.stringify("x".repeat(1000)),
];
