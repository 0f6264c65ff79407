import type { FormField } from "../../../../shared/api/views.ts";
import type { GenerateRule, MaskRule } from "../../../../shared/rules/rule.ts";
import { groupDigits, type Parsed } from "./parse-count.ts";

export type ParamValue = unknown;

/** The value of a parameter in force, and whether it is the generator's default rather than the rule's own. */
export function paramOf(
  rule: GenerateRule | MaskRule,
  field: FormField,
): { readonly value: ParamValue; readonly inherited: boolean } {
  const own = rule.params[field.name];
  return own === undefined ? { value: field.default, inherited: true } : { value: own, inherited: false };
}

/** The rule with one parameter set; a value equal to the default is left out, since a project says only what differs. */
export function withParam<R extends GenerateRule | MaskRule>(rule: R, field: FormField, value: ParamValue): R {
  const params = { ...rule.params };
  if (value === undefined || sameValue(value, field.default)) delete params[field.name];
  else params[field.name] = value;
  return { ...rule, params };
}

/** What a text field shows for a parameter. */
export function paramText(field: FormField, value: ParamValue): string {
  if (value === undefined || value === null) return "";
  if (field.type === "list" && Array.isArray(value)) return value.map(String).join("\n");
  if (field.type === "json" || field.type === "list" || (typeof value === "object" && typeof value !== "bigint"))
    return JSON.stringify(value);
  if (field.type === "integer" && typeof value === "number" && Number.isSafeInteger(value) && Math.abs(value) >= 10_000)
    return groupDigits(value);
  return typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? `${value}` : "";
}

/** Reads what was typed into a field. `undefined` takes the parameter back to its default. */
export function parseParam(field: FormField, text: string): Parsed<ParamValue> {
  const trimmed = text.trim();
  if (trimmed === "" && (field.optional || !isText(field))) {
    if (field.optional || field.default !== undefined) return { ok: true, value: undefined };
    return { ok: false, cause: `${field.label} needs a value` };
  }
  switch (field.type) {
    case "number":
    case "integer":
      return parseNumber(field, trimmed);
    case "boolean":
      if (trimmed !== "true" && trimmed !== "false") return { ok: false, cause: "Yes or no" };
      return { ok: true, value: trimmed === "true" };
    case "choice":
      if (field.choices && !field.choices.includes(trimmed))
        return { ok: false, cause: `One of ${field.choices.join(", ")}` };
      return { ok: true, value: trimmed };
    case "list":
      return { ok: true, value: parseList(text) };
    case "weights":
    case "json":
      return parseJson(trimmed);
    case "text":
      return { ok: true, value: text };
  }
}

const isText = (field: FormField): boolean => field.type === "text";

function parseNumber(field: FormField, text: string): Parsed<ParamValue> {
  const plain = text.replace(/(?<=\d)[_\s](?=\d)/g, "").replace(/(?<=\d),(?=\d{3}(\D|$))/g, "");
  const whole = /^-?\d+$/.test(plain);
  if (!/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return { ok: false, cause: `“${text}” is not a number` };
  const value = Number(plain);
  if (field.type === "integer" && !Number.isInteger(value)) return { ok: false, cause: "A whole number" };
  if (field.minimum !== undefined && value < field.minimum)
    return { ok: false, cause: `At least ${groupDigits(field.minimum)}` };
  if (field.maximum !== undefined && value > field.maximum)
    return { ok: false, cause: `At most ${groupDigits(field.maximum)}` };
  // Whole numbers past 2^53 keep their digits as text where the parameter takes text.
  if (whole && !Number.isSafeInteger(value)) {
    return typeof field.default === "string"
      ? { ok: true, value: plain }
      : { ok: false, cause: "Too large to be exact" };
  }
  return { ok: true, value: typeof field.default === "string" ? plain : value };
}

/** One entry a line; a single line may also separate by commas. */
function parseList(text: string): readonly string[] {
  const parts = text.includes("\n") ? text.split("\n") : text.split(",");
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function parseJson(text: string): Parsed<ParamValue> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false, cause: "Not valid JSON" };
  }
}

/** Equality of plain data; keys of records in any order, lists in order. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const leftEntries = Object.entries(left);
  const rightRecord = new Map(Object.entries(right));
  return (
    leftEntries.length === rightRecord.size &&
    leftEntries.every(([name, value]) => rightRecord.has(name) && sameValue(value, rightRecord.get(name)))
  );
}
