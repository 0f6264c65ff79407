import type { Parsed } from "../logic/parse-count.ts";

/** A fixed value as it is typed: a text that could be read as something else is in quotes. */
export function valueText(value: string | number | boolean | null): string {
  if (typeof value !== "string") return String(value);
  return readsOtherwise(value) ? JSON.stringify(value) : value;
}

const readsOtherwise = (text: string): boolean =>
  /^(?:true|false|null)$/.test(text) || /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) || /^".*"$/.test(text);

export function parseValue(text: string): Parsed<string | number | boolean | null> {
  if (!readsOtherwise(text)) return { ok: true, value: text };
  try {
    return { ok: true, value: JSON.parse(text) as string | number | boolean | null };
  } catch {
    return { ok: true, value: text };
  }
}
