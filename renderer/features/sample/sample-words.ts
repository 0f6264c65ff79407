import type { SampleCounts } from "../../../shared/api/sample-views.ts";
import { readShare, shareWords } from "../../../shared/project/sample-words.ts";
import { isSampleRoot, type ChildrenTaken, type Sample } from "../../../shared/rules/sample-rule.ts";
import { formatInteger } from "../../components/format.ts";
import type { Parsed } from "../designer/logic/parse-count.ts";

/** How a table chooses its rows: not at all, every one (where its condition holds), or some of them. */
export type Way = "brought" | "every" | "share" | "rows" | "keys";

export function wayOf(sample: Sample | undefined): Way {
  if (sample === undefined || !isSampleRoot(sample)) return "brought";
  if (sample.keys !== undefined) return "keys";
  if (sample.rows !== undefined) return "rows";
  return sample.share !== undefined && sample.share < 1 ? "share" : "every";
}

/** The sample in a few words: "5% where country = 'SE'". */
export function sampleText(sample: Sample | undefined, sampled: boolean): string {
  const way = wayOf(sample);
  if (way === "brought" || sample === undefined) return sampled ? "what other rows bring" : "all rows";
  const where = sample.where === undefined ? "" : ` where ${sample.where}`;
  switch (way) {
    case "keys":
      return `${formatInteger(sample.keys?.length ?? 0)} picked`;
    case "rows":
      return `${formatInteger(sample.rows ?? 0)} rows${where}`;
    case "share":
      return `${shareWords(sample.share ?? 1)}${where}`;
    case "every":
      return where === "" ? "all rows" : where.trim();
  }
}

/** "312 customers (300 chosen) with 1,204 orders, 14 addresses, and all 1,000 rows of film_text": of a table, what came with it, and what is whole. */
export function countWords({ tables, whole }: SampleCounts, root: string): string {
  const own = tables.find(({ table }) => table === root);
  if (own === undefined) return "";
  const others = tables
    .filter(({ table, rows }) => table !== root && rows > 0)
    .toSorted((a, b) => b.rows - a.rows)
    .map(({ table, rows }) => `${formatInteger(rows)} ${table}`);
  const some = own.chosen === 0 || own.chosen === own.rows ? "" : ` (${formatInteger(own.chosen)} chosen)`;
  const first = `${formatInteger(own.rows)} ${root}${some}`;
  const most = 4;
  const rest = others.length - Math.min(others.length, most);
  const more = rest > 0 ? ` and rows of ${rest} more ${rest === 1 ? "table" : "tables"}` : "";
  const brought = others.length === 0 ? "" : ` with ${others.slice(0, most).join(", ")}${more}`;
  return `${first}${brought}${wholeWords(whole) ?? (others.length === 0 ? ", and nothing else" : "")}`;
}

/** What is taken whole beside a sample; undefined where nothing is. */
function wholeWords(whole: SampleCounts["whole"]): string | undefined {
  const [only, ...more] = whole;
  if (only === undefined) return undefined;
  const rows = formatInteger(whole.reduce((sum, one) => sum + one.rows, 0));
  const tables = more.length === 0 ? only.table : `${whole.length} tables that no key connects with these`;
  return `, and all ${rows} rows of ${tables}`;
}

/** Reads "5%", or "5" as a percentage. */
export function parseShare(text: string): Parsed<number> {
  const trimmed = text.trim();
  const share = readShare(trimmed.endsWith("%") ? trimmed : `${trimmed}%`);
  return share === undefined
    ? { ok: false, cause: "A share is above 0 and at most 100, e.g. 5 or 0.25" }
    : { ok: true, value: share };
}

type Keys = NonNullable<Sample["keys"]>;

/** Reads picked rows: one a line, or, where the key is one column, with commas between them. */
export function parseKeys(text: string, columns: readonly string[]): Parsed<Keys> {
  const lines = text.split(/\n/u).flatMap((line) => (columns.length === 1 ? line.split(",") : [line]));
  const keys = lines
    .filter((line) => line.trim() !== "")
    .map((line) => (columns.length === 1 ? [line] : line.split(",")).map((cell) => readCell(cell.trim())));
  const wrong = keys.find((key) => key.length !== columns.length || key.includes(""));
  if (wrong !== undefined) return { ok: false, cause: `A row is named by ${columns.join(", ")}` };
  return keys.length === 0 ? { ok: false, cause: "Name a row by its key" } : { ok: true, value: keys };
}

const readCell = (text: string): string | number =>
  /^-?\d{1,15}$/u.test(text) && String(Number(text)) === text ? Number(text) : text;

export const keysText = (keys: Keys): string =>
  keys.every((key) => key.length === 1)
    ? keys.map(([cell]) => String(cell)).join(", ")
    : keys.map((key) => key.map(String).join(", ")).join("\n");

/** The sample with another choice for the rows that one relation brings; the default is not written. */
export function withChildren(sample: Sample | undefined, name: string, taken: ChildrenTaken): Sample | null {
  const { children = {}, ...rest } = sample ?? {};
  const others = Object.fromEntries(Object.entries(children).filter(([other]) => other !== name));
  const next = taken === "all" ? others : { ...others, [name]: taken };
  return orNull({ ...rest, ...(Object.keys(next).length === 0 ? {} : { children: next }) });
}

/** The sample with another way to choose rows; what they bring stays. */
export function withChoice(
  sample: Sample | undefined,
  choice: Pick<Sample, "where" | "share" | "rows" | "keys">,
): Sample | null {
  const { children, polymorphic } = sample ?? {};
  return orNull({
    ...choice,
    ...(children === undefined ? {} : { children }),
    ...(polymorphic === undefined ? {} : { polymorphic }),
  });
}

const orNull = (sample: Sample): Sample | null => (Object.keys(sample).length === 0 ? null : sample);
