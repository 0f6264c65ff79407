import { parseIsoDate, parseIsoTime, parseIsoTimestamp } from "../base/calendar.ts";
import { integerRange, type ValueType } from "./value-type.ts";

/**
 * Whether a column of this type can hold a value that a person wrote: numbers as numbers or texts, dates and times as ISO texts. Forms
 * that only an engine knows are taken for right.
 */
export function holdsValue(type: ValueType, value: string | number | boolean): boolean {
  const text = String(value);
  switch (type.kind) {
    case "integer": {
      if (!/^-?\d{1,20}$/.test(text)) return false;
      const [low, high] = integerRange(type);
      return BigInt(text) >= low && BigInt(text) <= high;
    }
    case "decimal": {
      const parts = /^-?(\d+)(?:\.(\d+))?$/.exec(text);
      if (parts === null) return false;
      const places = parts[2]?.length ?? 0;
      const whole = (parts[1] ?? "").replace(/^0+/, "").length;
      const { precision, scale = 0 } = type;
      return precision === undefined || (places <= scale && whole <= precision - scale);
    }
    case "real":
      return typeof value !== "boolean" && text.trim() !== "" && Number.isFinite(Number(text));
    case "boolean":
      return ["true", "false", "0", "1"].includes(text);
    case "date":
      return parseIsoDate(text) !== undefined;
    case "time":
      return parseIsoTime(text) !== undefined;
    case "timestamp":
      return parseIsoTimestamp(text) !== undefined || parseIsoDate(text) !== undefined;
    case "text":
      return type.maxLength === undefined || [...text].length <= type.maxLength;
    case "enum":
      return type.several === true || type.values.includes(text);
    case "bytes":
      return /^(?:[0-9a-f]{2})*$/i.test(text) && (type.maxLength === undefined || text.length <= type.maxLength * 2);
    case "uuid":
      return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
    case "json":
      return isJson(text);
    default:
      return true;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
