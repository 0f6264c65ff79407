// numeric in binary (numeric_recv): how many groups of four decimal digits, the place of the first, a sign, how many decimals are
// shown; then the groups, two bytes each. Groups of zeros at either end are allowed.

const negative = 0x4000;

/** The groups left of the point. */
function wholeGroups(whole: number): number {
  if (whole < 1) return 0;
  if (whole < 1e4) return 1;
  if (whole < 1e8) return 2;
  return whole < 1e12 ? 3 : 4;
}

const powers = Float64Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);
const power = (exponent: number): number => powers[exponent] ?? 10 ** exponent;

/** How many groups the number `value / 10^scale` takes; |value| ≤ 2^53, 0 ≤ scale ≤ 15. */
export const numericGroups = (value: number, scale: number): number =>
  wholeGroups(Math.floor(Math.abs(value) / power(scale))) + Math.ceil(scale / 4);

/** Writes the number `value / 10^scale` in 8 + 2 × {@link numericGroups} bytes, and returns the offset behind it. */
export function writeNumeric(view: DataView, at: number, value: number, scale: number): number {
  const size = Math.abs(value);
  const unit = power(scale);
  let whole = Math.floor(size / unit);
  let rest = size - whole * unit;
  const left = wholeGroups(whole);
  const right = Math.ceil(scale / 4);
  view.setInt16(at, left + right);
  view.setInt16(at + 2, left - 1);
  view.setInt16(at + 4, value < 0 ? negative : 0);
  view.setInt16(at + 6, scale);
  for (let k = left - 1; k >= 0; k--) {
    const higher = Math.floor(whole / 1e4);
    view.setInt16(at + 8 + k * 2, whole - higher * 1e4);
    whole = higher;
  }
  for (let k = 0; k < right; k++) {
    const below = scale - 4 * (k + 1);
    const group = below >= 0 ? Math.floor(rest / power(below)) : rest * power(-below);
    view.setInt16(at + 8 + (left + k) * 2, group);
    if (below > 0) rest -= group * power(below);
  }
  return at + 8 + (left + right) * 2;
}

/** The same of a decimal number as text, of any length; undefined where it is none. */
export function numericOfText(text: string): Uint8Array | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim());
  const [, sign = "", whole = "", fraction = ""] = match ?? [];
  if (match === null || whole + fraction === "") return undefined;
  const left = whole.replace(/^0+/, "");
  const digits =
    left.padStart(Math.ceil(left.length / 4) * 4, "0") + fraction.padEnd(Math.ceil(fraction.length / 4) * 4, "0");
  const groups = digits.match(/\d{4}/g) ?? [];
  const bytes = new Uint8Array(8 + groups.length * 2);
  const view = new DataView(bytes.buffer);
  view.setInt16(0, groups.length);
  view.setInt16(2, Math.ceil(left.length / 4) - 1);
  view.setInt16(4, sign === "-" ? negative : 0);
  view.setInt16(6, fraction.length);
  groups.forEach((group, k) => view.setInt16(8 + k * 2, Number(group)));
  return bytes;
}
