import type { Plan, TablePlan } from "../plan/plan.ts";
import type { DesignedColumn } from "../rules/design.ts";
import type { Problem } from "../rules/problem.ts";
import type { TableId } from "../schema/schema-model.ts";
import { cellText } from "../vectors/cells.ts";
import type { TableReader } from "./batch.ts";
import { sampledRows } from "./sampled-rows.ts";
import { tableReader } from "./table-reader.ts";

/** The rules of a table that can fail, while they are tried on some rows. */
export interface RuleTrial {
  /** Tries the next rows; false once all were. */
  next(): boolean;
  /** What is known so far. */
  problems(): readonly Problem[];
}

/** Rows between two looks at what else there is to do. */
const trialRows = 128;

/** Columns of so many characters, or fewer, may cut what is put into them. */
const shortText = 30;

/** Whether some rule of the table can fail in single cells, so that its rows are worth trying. */
export const canFail = (plan: Pick<Plan, "catalogue">, { designed }: TablePlan): boolean =>
  designed.columns.some((entry) => isFallible(plan, entry));

function isFallible({ catalogue }: Pick<Plan, "catalogue">, { rule, column, edited }: DesignedColumn): boolean {
  const generator = rule.kind === "generate" ? catalogue.get(rule.generator) : undefined;
  if (rule.kind !== "generate" || generator === undefined || column.generated !== undefined) return false;
  const { valueType: type } = column;
  // Names and words are as long as a locale has them; what is suggested may be cut a little without a word.
  const short = type.kind === "text" && (type.maxLength ?? Infinity) <= shortText;
  if (generator.localized === true && edited && short) return true;
  const params = generator.fallible === undefined ? undefined : generator.params.safeParse(rule.params);
  return params?.success === true && generator.fallible?.(params.data, type) === true;
}

/** {@link startRuleTrial} to its end. */
export function tryRules(plan: Plan, table: TableId, sampleRows: number): readonly Problem[] {
  const trial = startRuleTrial(plan, table, sampleRows);
  while (trial.next());
  return trial.problems();
}

/** Tries the rules of a table that can fail on `sampleRows` rows spread over it. Nothing is read before the first step. */
export function startRuleTrial(plan: Plan, table: TableId, sampleRows: number): RuleTrial {
  const planned = plan.tables.get(table);
  if (planned?.designed.mode !== "generate" || planned.rowCount === 0 || !canFail(plan, planned))
    return { next: () => false, problems: () => [] };
  const tried = planned.designed.columns
    .filter((entry) => isFallible(plan, entry))
    .map((entry) => new TriedColumn(planned, entry));
  const rows = sampledRows(
    plan,
    planned,
    tried.map(({ name }) => name),
    sampleRows,
  );
  let reader: TableReader | undefined;
  let at = 0;
  return {
    next() {
      if (at >= rows.length) return false;
      reader ??= tableReader(plan, table, {
        columns: tried.map(({ name }) => name),
        batchRows: Math.min(trialRows, rows.length),
      });
      const part = rows.subarray(at, at + reader.batchRows);
      const { vectors } = reader.readRows(part, part.length);
      tried.forEach((column, k) => column.add(vectors[k], part));
      at += part.length;
      return at < rows.length;
    },
    problems: () => tried.flatMap((column) => column.problems(reader, at)),
  };
}

/** One column's cells, as far as they were read. */
class TriedColumn {
  readonly name: string;
  readonly #table: TablePlan;
  readonly #required: boolean;
  readonly #seen: Map<string, number> | undefined;
  #nulls = 0;
  #firstNull = -1;
  #twice: readonly [number, number] | undefined;

  constructor(table: TablePlan, { column }: DesignedColumn) {
    this.name = column.name;
    this.#table = table;
    this.#required = !column.nullable || table.table.primaryKey.includes(column.name);
    this.#seen = table.distinct.has(column.name) ? new Map() : undefined;
  }

  add(vector: Parameters<typeof cellText>[0] | undefined, rows: Float64Array): void {
    if (!vector || (!this.#required && !this.#seen)) return;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? 0;
      if (vector.hasNulls && vector.nulls[i] === 1) {
        if (this.#nulls++ === 0) this.#firstNull = row;
      } else if (this.#seen && !this.#twice) {
        const text = cellText(vector, i) ?? "";
        const before = this.#seen.get(text);
        if (before === undefined) this.#seen.set(text, row);
        else this.#twice = [before, row];
      }
    }
  }

  problems(reader: TableReader | undefined, rows: number): readonly Problem[] {
    const found: Problem[] = [];
    const troubles = reader?.troubles?.get(this.name);
    if (!troubles) return [];
    const name = `${this.#table.id}.${this.name}`;
    const add = (severity: Problem["severity"], code: Problem["code"], message: string): void => {
      found.push({ severity, code, table: this.#table.id, column: this.name, message, fixes: [] });
    };
    const why = troubles.first && `: ${troubles.first.because}, as in row ${troubles.first.row + 1}`;
    const missing = this.#required ? this.#nulls : troubles.failed;
    if (missing > 0) {
      const first = why && troubles.failed > 0 ? why : `, as in row ${this.#firstNull + 1}`;
      const refused = this.#required ? ", which the column does not take" : "";
      add(
        this.#required ? "error" : "warning",
        "cell-failed",
        `${percent(missing, rows)} of the rows of ${name} are NULL${refused}${first}.`,
      );
    }
    if (troubles.cut > 0)
      add("warning", "text-cut", `${percent(troubles.cut, rows)} of the rows of ${name} are cut${why ?? ""}.`);
    if (this.#twice) {
      const [a, b] = this.#twice;
      add("error", "value-twice", `${name} must hold each value once, and rows ${a + 1} and ${b + 1} have the same.`);
    }
    return found;
  }
}

const percent = (part: number, all: number): string => {
  const share = (100 * part) / Math.max(1, all);
  return `${share < 10 ? Math.max(0.1, Math.round(share * 10) / 10) : Math.round(share)}%`;
};
