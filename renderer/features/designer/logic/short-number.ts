import { formatCount, formatInteger } from "../../../components/format.ts";

/** The longest text that a figure's half of the pane shows whole. */
const longest = 13;

/**
 * A figure of a distribution as the pane has room for it: exact where it fits, else rounded, never cut. "1234.5678" is 1234.57,
 * "999999.99" is 999,999.99, "12345678.125" is 12,345,678, and what is longer is given by its size: 1.2 bn. Texts and dates stay as they are.
 */
export function shortNumber(text: string): string {
  const value = Number(text);
  if (text.length <= 7 || !/^-?\d+(\.\d+)?(e[-+]?\d+)?$/.test(text)) return text;
  const size = Math.abs(value);
  if (size < 1e5) return String(Number(value.toPrecision(6)));
  // No count comes this far; only a power of ten still says how large it is.
  if (size >= 1e15) return value.toExponential(2).replace("+", "");
  const [integer = "", fraction] = text.split(".");
  const exact = `${formatInteger(Number(integer))}.${fraction}`;
  if (fraction !== undefined && exact.length <= longest - 2 && /^-?\d+\.\d+$/.test(text)) return exact;
  const whole = formatInteger(Math.round(value));
  return whole.length <= longest ? whole : `${value < 0 ? "−" : ""}${formatCount(size)}`;
}
