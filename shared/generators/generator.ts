import type { Faker } from "@faker-js/faker";
import type { z } from "zod";
import type { Stream } from "../random/stream.ts";
import type { ColumnModel } from "../schema/schema-model.ts";
import type { ValueType } from "../schema/value-type.ts";
import type { Vector } from "../vectors/vector.ts";

/** The groups of the rule picker. */
export const generatorCategories = [
  "keys",
  "numbers",
  "dates",
  "text",
  "people",
  "contact",
  "places",
  "internet",
  "business",
  "money",
  "products",
  "structure",
] as const;
export type GeneratorCategory = (typeof generatorCategories)[number];

/** A locale and its share of the rows. `faker` is loaded before the plan is compiled. */
export interface WeightedLocale {
  readonly locale: string;
  readonly weight: number;
  readonly faker: Faker;
}

/** What a generator is told when it is compiled for one column. */
export interface CompileContext {
  /** The column's own stream. A generator that needs several words a cell uses lanes or child streams. */
  readonly stream: Stream;
  /** The table's stream of locales: columns of one row agree on their locale through it. */
  readonly localeStream: Stream;
  /** The table's stream of persons: columns of one row that share a person are keyed by it. */
  readonly bundleStream: Stream;
  readonly column: ColumnModel;
  readonly type: ValueType;
  /** Rows asked of the table. Only for uniqueness and capacity: values must not otherwise depend on it. */
  readonly rowCount: number;
  /** The values of the rows 0 … rowCount − 1 must differ from each other. */
  readonly unique: boolean;
  /** The most rows of one batch: the size to make vectors and scratch memory. */
  readonly batchRows: number;
  /** The project's reference date, in days since 1970-01-01. */
  readonly referenceDay: number;
  /** At least one; weights are positive. */
  readonly locales: readonly WeightedLocale[];
  /**
   * The vector of another column of the same row, filled before this kernel is called; or of the row that a foreign key's
   * column points to, as `customer_id.country`. Only for names in `inputs(params)`.
   */
  input(column: string): Vector;
  /**
   * For generators with `relation: true`: fills this column with the referenced key of the parent row that the engine
   * picked for each row.
   */
  readonly parentKey?: Kernel;
  /**
   * A figure over the rows of another table that this row owns: the sum of an order's items. Undefined where this table
   * does not own that one, or the column cannot be summed.
   */
  aggregate?(of: AggregateRequest): Kernel | undefined;
  /** A column of some row of any table, declared as a foreign key or not; undefined where there is no such column or row. */
  lookup?(of: LookupRequest): Kernel | undefined;
  /** The row's number within its owner, from 0, where the table has an owner: line numbers. */
  readonly ordinal?: (rows: Float64Array, count: number, ordinals: Float64Array) => void;
}

/** A figure over owned rows; `column` is absent for a count of rows. */
export interface AggregateRequest {
  readonly figure: "sum" | "count" | "min" | "max" | "average";
  readonly table: string;
  readonly column?: string;
}

/** A column of another table, and how its rows are picked. */
export interface LookupRequest {
  readonly table: string;
  readonly column: string;
  readonly pick: "uniform" | "zipf" | "even";
}

/** A compiled column: `fill` writes the cells of `rows[0 … count − 1]` (0-based row numbers, any order) into `out`. */
export interface Kernel {
  readonly out: Vector;
  fill(rows: Float64Array, count: number): void;
}

/**
 * A compiled column whose values are a finite list of `size` distinct values. The engine draws the index: uniformly, or by
 * a keyed bijection where the column must be unique. `size` ≤ 2^53.
 */
export interface Domain {
  readonly out: Vector;
  readonly size: number;
  /** Writes the values at `indexes[0 … count − 1]`, each in [0, size), into `out`. */
  fillAt(indexes: Float64Array, count: number): void;
}

/** The meaning of a value for pickers, suggestions and forms: how one parameter is shown. */
export interface ParameterMeta {
  readonly label: string;
  /** One sentence, shown under the field. */
  readonly help?: string;
  readonly unit?: string;
  /** How the form draws it where the type does not say: `weights` is a list of value and weight, `column` a column of the row,
   * `table-column` a column of any table, `owned-column` one of a table whose rows this table owns. */
  readonly control?:
    | "slider"
    | "weights"
    | "column"
    | "table-column"
    | "owned-column"
    | "template"
    | "pattern"
    | "date"
    | "datetime"
    | "time"
    | "code"
    | "select";
  readonly step?: number;
}

export interface GeneratorDeclaration<P> {
  /** Stable, part of the project file: `integer`, `weighted-choice`, `person.firstName`. */
  readonly id: string;
  /** Raised when the same address gives another value than before. */
  readonly version: number;
  readonly label: string;
  /** One sentence for the picker. */
  readonly help: string;
  readonly category: GeneratorCategory;
  /** More words a person may search for. */
  readonly keywords?: readonly string[];
  /** A Tabler icon's name without the prefix, e.g. "calendar". */
  readonly icon: string;
  /** A strict Zod object; each field carries a {@link ParameterMeta} through `.meta()`; every field has a default. */
  readonly params: z.ZodType<P>;
  /** The parameter that the project file may write alone, e.g. `template: "{{first_name}}"`. */
  readonly shorthand?: keyof P & string;
  /** Whether this column type can hold the values. */
  accepts(type: ValueType): boolean;
  /** The parameters in words, as the column grid shows them: "1 to 100", "gold 10%, silver 30%, +1". */
  describe(params: P, type: ValueType): string;
  /** How many distinct values there are; Infinity where there is no practical bound. */
  capacity(params: P, type: ValueType): number;
  /** Other columns of the row that the parameters name. */
  inputs?(params: P): readonly string[];
  /** The figure over owned rows that the parameters ask for, where the plug-in takes one. */
  aggregates?(params: P): AggregateRequest;
  /** The columns of other tables that the parameters look rows up in. */
  lookups?(params: P): readonly LookupRequest[];
  /** The engine picks a parent row and hands its key over (foreign keys). */
  readonly relation?: boolean;
  /** Values differ by themselves within the whole table, or within the rows of one owner (line numbers). */
  readonly distinct?: "table" | "owner";
  /** Needs locales' name lists to be loaded. */
  readonly localized?: boolean;
  /** Sentences about parameters that Zod cannot judge (an unknown field in a template, a minimum above the maximum). */
  problems?(
    params: P,
    context: { readonly type: ValueType; readonly columns: readonly string[] },
  ): readonly ParameterProblem[];
  /** Returns a Domain where values are a finite list, so that the engine can make them unique; else a Kernel. */
  compile(params: P, context: CompileContext): Kernel | Domain;
}

export interface ParameterProblem {
  readonly severity: "error" | "warning";
  readonly message: string;
  /** Parameters that would mend it. */
  readonly fix?: { readonly label: string; readonly params: Readonly<Record<string, unknown>> };
}

/** A generator with its parameter type erased: parameters are parsed at the project's door, so code inside takes them as they are. */
export type Generator = GeneratorDeclaration<Readonly<Record<string, unknown>>>;

/** Declares a generator; erases its parameter type for the catalogue. */
export function defineGenerator<P extends Readonly<Record<string, unknown>>>(
  declaration: GeneratorDeclaration<P>,
): Generator {
  // Sound: every params value that reaches the methods was made by `declaration.params.parse`.
  return declaration as unknown as Generator;
}

/** The registered generators by id; handed to the stages as an argument, never imported by them. */
export interface GeneratorCatalogue {
  get(id: string): Generator | undefined;
  readonly all: readonly Generator[];
}
