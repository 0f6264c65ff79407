import { formatCount, formatInteger } from "../../../components/format.ts";

/** The longest text that a figure's half of the pane shows whole. */
const longest = 13;

/**
 * A figure of a distribution as the pane has room for it: rounded, never cut. "1234.5678" is 1234.57, "123456789.5" is
 * 123,456,790, and what is longer is given by its size: 1.2 bn. Texts and dates stay as they are.
 */
export function shortNumber(text: string): string {
  const value = Number(text);
  if (text.length <= 7 || !/^-?\d+(\.\d+)?(e[-+]?\d+)?$/.test(text)) return text;
  const size = Math.abs(value);
  if (size < 1e5) return String(Number(value.toPrecision(6)));
  // No count comes this far; only a power of ten still says how large it is.
  if (size >= 1e15) return value.toExponential(2).replace("+", "");
  const whole = formatInteger(Math.round(value));
  return whole.length <= longest ? whole : `${value < 0 ? "−" : ""}${formatCount(size)}`;
}
