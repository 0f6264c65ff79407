/** One line of the weights editor. */
export interface WeightRow {
  readonly value: string;
  readonly weight: number;
  /** What the parameter itself holds: 3 is not "3". A new line follows the others. */
  readonly kind?: "number" | "boolean";
}

/** How the parameter itself writes weights: a record, pairs, or objects. An editor gives back what it was given. */
export type WeightShape = "record" | "pairs" | "objects";

export interface Weights {
  readonly shape: WeightShape;
  readonly rows: readonly WeightRow[];
}

/** Reads `{ gold: 1 }`, `[["gold", 1]]`, `[{ value: "gold", weight: 1 }]` or `["gold"]` as lines. */
export function readWeights(value: unknown): Weights {
  if (Array.isArray(value)) {
    const entries: readonly unknown[] = value;
    if (entries.every((entry) => Array.isArray(entry)) && entries.length > 0) {
      return { shape: "pairs", rows: entries.map((entry) => row(entry[0], entry[1])) };
    }
    return { shape: "objects", rows: entries.map(objectRow) };
  }
  if (typeof value === "object" && value !== null) {
    return { shape: "record", rows: Object.entries(value).map(([name, weight]) => row(name, weight)) };
  }
  return { shape: "record", rows: [] };
}

/** The parameter again, in the shape it had. Lines without a value are left out. */
export function writeWeights(weights: Weights): unknown {
  const rows = weights.rows.filter((line) => line.value !== "");
  if (weights.shape === "record") return Object.fromEntries(rows.map((line) => [line.value, line.weight]));
  const numbers = rows.some((line) => line.kind === "number");
  const scalar = ({ value, kind }: WeightRow): string | number | boolean => {
    if ((kind === "number" || (kind === undefined && numbers)) && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
    return kind === "boolean" && (value === "true" || value === "false") ? value === "true" : value;
  };
  if (weights.shape === "pairs") return rows.map((line) => [scalar(line), line.weight]);
  return rows.map((line) => ({ value: scalar(line), weight: line.weight }));
}

/** The share of each line in percent; zero everywhere where no weight is positive. */
export function sharesOf(rows: readonly WeightRow[]): readonly number[] {
  const total = rows.reduce((sum, line) => sum + Math.max(0, line.weight), 0);
  return rows.map((line) => (total === 0 ? 0 : (Math.max(0, line.weight) / total) * 100));
}

/** Why the lines are no parameter that could be saved, or nothing. */
export function linesCause(rows: readonly WeightRow[]): string | undefined {
  const values = rows.map((line) => line.value).filter((value) => value !== "");
  if (values.length === 0) return "At least one value";
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) return `“${twice}” is there twice`;
  if (rows.some((line) => !Number.isFinite(line.weight) || line.weight < 0)) return "Weights are 0 or more";
  return undefined;
}

/** What is wrong with weights that can be saved, or nothing. */
export const weightsCause = (rows: readonly WeightRow[]): string | undefined =>
  rows.length > 0 && rows.every((line) => line.value === "" || line.weight === 0)
    ? "One weight must be above 0"
    : undefined;

function row(value: unknown, weight: unknown): WeightRow {
  const line = { value: text(value), weight: typeof weight === "number" ? weight : 1 };
  const kind = typeof value;
  return kind === "number" || kind === "boolean" ? { ...line, kind } : line;
}

function objectRow(entry: unknown): WeightRow {
  if (typeof entry !== "object" || entry === null) return row(entry, 1);
  const fields = new Map<string, unknown>(Object.entries(entry));
  return row(fields.get("value"), fields.get("weight"));
}

function text(value: unknown): string {
  if (typeof value === "string") return value;
  return value === undefined ? "" : JSON.stringify(value);
}
