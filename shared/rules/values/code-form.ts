/** A form that codes share: "AB-12345" and "XY-00017" are `[A-Z]{2}-[0-9]{5}`. */
export interface CodeForm {
  /** As the pattern generator reads it. */
  readonly pattern: string;
  /** How many of the texts have it. */
  readonly found: number;
  readonly shortest: number;
  readonly longest: number;
  readonly letterCase?: "upper" | "lower";
}

/** The share of the texts from which one form stands for all. */
const enough = 0.95;
const longestCode = 40;
const mostRuns = 12;

/**
 * The form that nearly all texts share; undefined where they are words, or unlike each other. Letters stay as they are where
 * every text has the same in their place ("ORD-"): nothing else of a text is in the pattern.
 */
export function codeForm(texts: readonly string[]): CodeForm | undefined {
  const hex = hexForm(texts);
  if (hex !== undefined) return hex;
  const byForm = new Map<string, Run[][]>();
  for (const text of texts) {
    const runs = text.length > longestCode ? undefined : runsOf(text);
    if (runs === undefined) continue;
    const form = runs.map(({ kind }) => kind).join("");
    byForm.set(form, [...(byForm.get(form) ?? []), runs]);
  }
  for (const [form, found] of byForm) {
    if (found.length < texts.length * enough) continue;
    // Letters alone may be words, and digits alone are a number.
    if (!form.includes("9") || !/[^9]/.test(form)) return undefined;
    return formOf(found);
  }
  return undefined;
}

interface Run {
  /** A, a and 9 stand for letters and digits, all else for itself. */
  readonly kind: string;
  readonly text: string;
}

/** A text cut into letters of one case, digits and single signs; undefined where it is no code. */
function runsOf(text: string): Run[] | undefined {
  if (!/^[A-Za-z0-9._:/#+-]+$/.test(text)) return undefined;
  const runs = (text.match(/[A-Z]+|[a-z]+|[0-9]+|./g) ?? []).map((run) => ({ kind: kindOf(run), text: run }));
  return runs.length > mostRuns ? undefined : runs;
}

const kindOf = (run: string): string =>
  /[A-Z]/.test(run) ? "A" : /[a-z]/.test(run) ? "a" : /[0-9]/.test(run) ? "9" : run;

function formOf(found: readonly (readonly Run[])[]): CodeForm {
  const [first = []] = found;
  const pattern = first
    .map(({ kind }, at) =>
      runPattern(
        kind,
        found.map((runs) => runs[at]?.text ?? ""),
      ),
    )
    .join("");
  const lengths = found.map((runs) => runs.reduce((sum, { text }) => sum + text.length, 0));
  const kinds = first.map(({ kind }) => kind).join("");
  const letterCase = kinds.includes("a") ? (kinds.includes("A") ? undefined : "lower") : "upper";
  return {
    pattern,
    found: found.length,
    shortest: Math.min(...lengths),
    longest: Math.max(...lengths),
    ...(letterCase === undefined ? {} : { letterCase }),
  };
}

function runPattern(kind: string, texts: readonly string[]): string {
  const letters = kind === "A" ? "[A-Z]" : "[a-z]";
  if (kind !== "9") {
    if (texts.every((text) => text === texts[0])) return (texts[0] ?? "").replaceAll(/[.+/\\]/g, "\\$&");
    return letters + repeats(texts, 0);
  }
  // A number without a leading zero gets none.
  return texts.every(({ length }) => length === 1) || texts.some((text) => text.startsWith("0"))
    ? `[0-9]${repeats(texts, 0)}`
    : `[1-9][0-9]${repeats(texts, 1)}`;
}

/** "{2,5}" for the lengths of the texts, less those that are written already. */
function repeats(texts: readonly string[], written: number): string {
  const lengths = texts.map(({ length }) => length - written);
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  return least === most ? `{${least}}` : `{${least},${most}}`;
}

/** Hexadecimal digits of one length: hashes and tokens, whose letters and digits alternate without a form. */
function hexForm(texts: readonly string[]): CodeForm | undefined {
  const [{ length } = ""] = texts;
  if (length < 8) return undefined;
  for (const [letterCase, letters] of [
    ["lower", "a-f"],
    ["upper", "A-F"],
  ] as const) {
    const digits = new RegExp(`^[0-9${letters}]{${length}}$`);
    const found = texts.filter((text) => digits.test(text)).length;
    const mixed = texts.filter((text) => /[a-f]/i.test(text) && /[0-9]/.test(text)).length;
    if (found < texts.length * enough || mixed < texts.length / 2) continue;
    return { pattern: `[0-9${letters}]{${length}}`, found, shortest: length, longest: length, letterCase };
  }
  return undefined;
}
