import type { Faker } from "@faker-js/faker";
import type { z } from "zod";
import type { MaskCatalogue } from "../masks/mask.ts";
import type { Stream } from "../random/stream.ts";
import type { ColumnModel, EngineId, SchemaModel, TableModel } from "../schema/schema-model.ts";
import type { ValueType } from "../schema/value-type.ts";
import type { Vector } from "../vectors/vector.ts";
import type { EdgeCatalogue } from "./edge/edge-catalogue.ts";

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

/** What several columns of a row may show together. */
export type BundleKind = "person" | "address" | "company" | "card" | "device" | "visit";

/** What a generator shows of a bundle. */
export interface BundlePart {
  readonly kind: BundleKind;
  readonly parameter: string;
  /** Whose bundle a column shows, by its own name: "billing" for billing_city, "" for the row's own. */
  of(column: string): string;
  /** It says whose bundle it is: a person's name, an address's city, a company's name. */
  readonly central?: boolean;
}

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
  /** The source's engine: what it cannot hold is not made. */
  readonly engine: EngineId;
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
  /** Those for a rule inside of another that names a locale of its own. */
  localesFor?(locale: string): readonly WeightedLocale[];
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
  /** The schema that the column is part of: what is known of other columns and tables before they have values. */
  readonly schema?: SchemaPlace;
  /**
   * Reads other columns of any rows of this table, for figures along an owner's rows. Declare the columns in `inputs`, too, so
   * that a column that is made of itself is found.
   */
  ownRows?(columns: readonly string[]): RowsReader;
  /** The files that rules of the project name ({@link GeneratorDeclaration.files}). */
  readonly pools?: PoolFiles;
  /** The row's number within its owner, from 0, where the table has an owner: line numbers. */
  readonly ordinal?: (rows: Float64Array, count: number, ordinals: Float64Array) => void;
}

/**
 * A file of values beside the project, by its path from the project's folder, or why it cannot be read. Plain data: workers
 * are given what the main side read, so that an edit during a run changes nothing.
 */
export type PoolFile =
  | { readonly columns: readonly string[]; readonly lines: readonly (readonly string[])[] }
  /**
   * `personal`: it could be read, but holds data of people. `unsaved`: there is no folder yet that could hold it. `instead`: the file
   * that is there and was most likely meant.
   */
  | { readonly fault: string; readonly personal?: true; readonly unsaved?: true; readonly instead?: string };
export type PoolFiles = Readonly<Record<string, PoolFile>>;

/** Reads rows of one table; the vectors are the reader's own and change with the next read of at most `batchRows` rows. */
export interface RowsReader {
  read(rows: Float64Array, count: number): readonly Vector[];
}

/** A table and the schema it is part of. */
export interface SchemaPlace {
  readonly model: SchemaModel;
  readonly table: TableModel;
}

/** A figure over owned rows; `column` is absent for a count of rows. */
export interface AggregateRequest {
  readonly figure: "sum" | "count" | "min" | "max" | "average";
  readonly table: string;
  readonly column?: string;
  /** In place of a column: what is computed of each owned row, and the columns of it that this reads. */
  readonly expression?: { readonly text: string; readonly columns: readonly string[] };
}

/** The columns of the owned rows that a figure reads. */
export const columnsOfFigure = ({ column, expression }: AggregateRequest): readonly string[] =>
  expression?.columns ?? (column === undefined ? [] : [column]);

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
  /** What became of cells that the rule could not make as it says; absent where nothing can go wrong. Adds up over fills. */
  readonly troubles?: CellTroubles;
}

/** Cells that came out otherwise than their rule says. */
export interface CellTroubles {
  /** NULL, since there was no value: a division by zero, a number beyond what the column holds. */
  failed: number;
  /** Cut to the column's length. */
  cut: number;
  /** The first of them: its row, from 0, and the end of a sentence: "division by zero". */
  first?: { readonly row: number; readonly because: string };
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
   * `expression` one in CEL over the row, `table-column` a column of any table, `owned-column` one of a table whose rows this table owns; `histogram` a list of the
   * heights of bars, drawn with the mouse between the parameters `min` and `max`; `rows` a list of things with the same
   * parts; `kinds` a column of any table by value; `steps` for each value those that may follow, with weights; `rule` another rule; `mix` rules with weights
   * and conditions; `document` and `markup`
   * a tree of rules as JSON or XML has it; `project-file` a file in the project's folder; `schema` a JSON Schema that stands for such a tree. */
  readonly control?:
    | "slider"
    | "weights"
    | "histogram"
    | "rows"
    | "kinds"
    | "steps"
    | "rule"
    | "mix"
    | "document"
    | "markup"
    | "schema"
    | "column"
    | "table-column"
    | "owned-column"
    | "template"
    | "pattern"
    | "date"
    | "datetime"
    | "time"
    | "code"
    | "expression"
    | "project-file"
    | "select";
  readonly step?: number;
  /** Choices as the form says them, where their own words would not do. */
  readonly names?: Readonly<Record<string, string>>;
  /** The names of a histogram's bars, of which there are then just as many; all are alike where the list is empty. */
  readonly labels?: readonly string[];
  /** The SQL dialects that an option of a format is for; all where absent. */
  readonly dialects?: readonly string[];
  /** The same for single choices. */
  readonly choiceDialects?: Readonly<Record<string, readonly string[]>>;
}

export interface GeneratorDeclaration<P> {
  /** Stable, part of the project file: `integer`, `weighted-choice`, `person.firstName`. */
  readonly id: string;
  /** Raised when the same address gives another value than before. */
  readonly version: number;
  readonly label: string;
  /** One sentence for the picker. */
  readonly help: string;
  /** A value as it may look, for the picker. */
  readonly example?: string;
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
  /** The figures over owned rows that the parameters ask for. */
  aggregates?(params: P): readonly AggregateRequest[];
  /** The columns of other tables that the parameters look rows up in. */
  lookups?(params: P): readonly LookupRequest[];
  /** Ids of other generators that the parameters use: those of a document's values. */
  parts?(params: P): readonly string[];
  /** Paths of the files beside the project that the parameters name. */
  files?(params: P): readonly string[];
  /** Its values are those of the source's column that it fills; whether they may be data of people. They come as a pool. */
  ownValues?(params: P): { readonly personal: boolean };
  /** A cell is made from the rows before it of the same owner: the most that an owner may have, for time is bounded. */
  readonly mostAlong?: number;
  /** The engine picks a parent row and hands its key over (foreign keys). */
  readonly relation?: boolean;
  /** Values differ by themselves within the whole table, or within the rows of one owner (line numbers). */
  readonly distinct?: "table" | "owner";
  /** Whether cells may fail or be cut ({@link Kernel.troubles}), so that some are tried before a run. */
  fallible?(params: P, type: ValueType): boolean;
  /**
   * Columns of one row that share a bundle of this kind fit each other: they show one person, one address. `parameter` names
   * the parameter that tells several of them in a row apart; where it is empty, the column's name does (bundle.ts).
   */
  readonly bundle?: BundlePart;
  /** Its ranges never overlap: within the whole table, or within the rows of one owner. */
  apart?(params: P): "table" | "owner" | undefined;
  /** Needs locales' name lists to be loaded. */
  readonly localized?: boolean;
  /** The edge packs that suit its values better than those usual for the column's type: e-mail addresses for e-mails. */
  readonly edgePacks?: readonly string[];
  /** Sentences about parameters that Zod cannot judge (an unknown field in a template, a minimum above the maximum). */
  problems?(
    params: P,
    context: {
      readonly type: ValueType;
      readonly columns: readonly string[];
      readonly locales?: readonly string[];
      readonly schema?: SchemaPlace;
      /** The column that is filled. */
      readonly column?: ColumnModel;
      readonly pools?: PoolFiles;
      /** How many different values a unique column needs. */
      readonly needed?: number;
    },
  ): readonly ParameterProblem[];
  /** Returns a Domain where values are a finite list, so that the engine can make them unique; else a Kernel. */
  compile(params: P, context: CompileContext): Kernel | Domain;
}

export interface ParameterProblem {
  readonly severity: "error" | "warning";
  readonly message: string;
  /** What is missing is a locale's definitions, and this locale has them. */
  readonly locale?: string;
  /** What the project wants first, which no edit gives: to be saved. */
  readonly asks?: "save";
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

/** A format, a kind of code or a kit that an export may name. */
export interface ExportKind {
  readonly id: string;
  readonly label: string;
  /** A strict Zod object; each field has a default, and carries a {@link ParameterMeta} through `.meta()`. */
  readonly options: z.ZodObject;
}

/** What exports may name, by the key that names it. */
export type ExportKinds = Readonly<Record<"format" | "code" | "kit", readonly ExportKind[]>>;

/** The registered generators by id; handed to the stages as an argument, never imported by them. */
export interface GeneratorCatalogue {
  get(id: string): Generator | undefined;
  readonly all: readonly Generator[];
  readonly edges?: EdgeCatalogue;
  /** What masks rules may name; absent where no table comes from a source. */
  readonly masks?: MaskCatalogue;
  /** What exports may name; where absent, their options are not looked at. */
  readonly exports?: ExportKinds;
}
