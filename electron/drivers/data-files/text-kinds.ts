// The kinds of value that a text may stand for.

const integer = /^[+-]?(?:0|[1-9]\d{0,37})$/;
const decimal = /^[+-]?(?:0|[1-9]\d*)\.\d+$/;
const real = /^[+-]?(?:0|[1-9]\d*)(?:\.\d+)?[eE][+-]?\d+$/;
const boolean = /^(?:true|false|t|f|yes|no|y|n)$/i;
const date = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const timestamp =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z| ?[+-]\d{2}(?::?\d{2})?)?$/;
const time = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Kinds that values may be, as bits: a column is what all of its values may be. */
export const kinds = {
  integer: 1,
  decimal: 2,
  real: 4,
  boolean: 8,
  date: 16,
  timestamp: 32,
  time: 64,
  uuid: 128,
  json: 256,
} as const;
export const allKinds = 511;

/** Which kinds a text may be of. Whole numbers are decimals and reals, too, and dates are timestamps. */
export function kindsOf(text: string): number {
  const code = text.charCodeAt(0);
  // Most texts begin with a letter, and few of those are anything else.
  const numeric = (code >= 48 && code <= 57) || code === 43 || code === 45;
  let found = 0;
  if (numeric) {
    if (integer.test(text)) found |= kinds.integer | kinds.decimal | kinds.real;
    else if (decimal.test(text)) found |= kinds.decimal | kinds.real;
    else if (real.test(text)) found |= kinds.real;
    else if (date.test(text)) found |= kinds.date | kinds.timestamp;
    else if (timestamp.test(text)) found |= kinds.timestamp;
    else if (time.test(text)) found |= kinds.time;
  } else if (code === 123 || code === 91) {
    if (isJson(text)) found |= kinds.json;
  } else if (text.length <= 5 && boolean.test(text)) found |= kinds.boolean;
  if (text.length === 36 && uuid.test(text)) found |= kinds.uuid;
  return found;
}

/** Whether a text is a value rather than a name of values. */
export const looksLikeValue = (text: string): boolean => kindsOf(text) !== 0 || /^[+-]?[\d.,]+%?$/.test(text);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
