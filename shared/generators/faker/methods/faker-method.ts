import type { Faker } from "@faker-js/faker";
import { z } from "zod";
import type { ValueType } from "../../../schema/value-type.ts";
import type { GeneratorCategory, ParameterProblem } from "../../generator.ts";
import { parameter } from "../../parameter.ts";

/** What a method gives: `text` from a pool or drawn, the others drawn for each row. */
export type DrawnKind = "text" | "number" | "bigint" | "boolean" | "moment";
export type Drawn = string | number | bigint | boolean | Date;

/**
 * One of faker's methods as a generator: data only, adapter.ts does the rest. Ids are faker's own paths. `draw` is given
 * a Faker that has just been keyed, the parameters, and the project's reference date.
 */
export interface FakerMethod {
  readonly id: string;
  /** Raised when the same address gives another value than before; 2 where absent: texts were cut within words once. */
  readonly version?: number;
  readonly label: string;
  readonly help: string;
  readonly category: GeneratorCategory;
  readonly icon: string;
  readonly keywords: readonly string[];
  readonly params: z.ZodObject;
  readonly draw: (faker: Faker, params: Readonly<Record<string, unknown>>, now: Date) => Drawn;
  /** `text` where absent. */
  readonly kind?: DrawnKind;
  /** Fraction digits of numbers; 0 where absent. */
  readonly scale?: (params: Readonly<Record<string, unknown>>) => number;
  /**
   * Values of a closed list that must stay as they are (codes): the list, or how many there are at least in every locale.
   * A unique column takes each at most once, and never gets a suffix.
   */
  readonly codes?: number | readonly string[];
  /** Values that should hardly ever repeat (account numbers): drawn for each row, not from a pool. */
  readonly single?: boolean;
  /** What stands before the characters that make the texts of a large unique column differ; a blank where absent. */
  readonly joiner?: string;
  /** The shortest column that is of any use. */
  readonly least?: number;
  /** Sentences about parameters that their schema cannot judge, in a column of a type. */
  readonly problems?: (params: Readonly<Record<string, unknown>>, type: ValueType) => readonly ParameterProblem[];
  /** Made from the reference date, so that no pool may keep it. */
  readonly dated?: boolean;
}

interface More<S extends z.ZodRawShape> extends Pick<
  FakerMethod,
  "codes" | "single" | "least" | "joiner" | "kind" | "dated" | "version"
> {
  readonly params?: S;
  readonly scale?: (params: z.infer<z.ZodObject<S>>) => number;
  readonly problems?: (params: z.infer<z.ZodObject<S>>, type: ValueType) => readonly ParameterProblem[];
}

/** A method's data, its keywords as one text. */
export const method = <S extends z.ZodRawShape>(
  id: string,
  label: string,
  help: string,
  category: GeneratorCategory,
  icon: string,
  keywords: string,
  draw: (faker: Faker, params: z.infer<z.ZodObject<S>>, now: Date) => Drawn,
  more: More<S> = {},
): FakerMethod => {
  const declared = {
    id,
    label,
    help,
    category,
    icon,
    keywords: [...keywords.split(" "), id],
    draw,
    ...more,
    params: z.strictObject(more.params ?? {}),
  };
  // Sound: every params value that reaches `draw` and `scale` was made by `params.parse`.
  return declared as unknown as FakerMethod;
};

// The usual fields of a form, each with its default.

export const whole = (label: string, fallback: number, min: number, max: number, help?: string) =>
  parameter(z.int().min(min).max(max).default(fallback), { label, ...(help === undefined ? {} : { help }) });
export const real = (label: string, fallback: number, min: number, max: number, help?: string) =>
  parameter(z.number().min(min).max(max).default(fallback), { label, ...(help === undefined ? {} : { help }) });
export const flag = (label: string, fallback: boolean, help: string) =>
  parameter(z.boolean().default(fallback), { label, help });
export const words = (label: string, fallback: string, help: string) =>
  parameter(z.string().default(fallback), { label, help });
export const pick = <const T extends readonly [string, ...string[]]>(label: string, choices: T, help: string) =>
  parameter(z.enum(choices).default(choices[0] as z.core.util.NoUndefined<T[number]>), {
    label,
    help,
    control: "select",
  });

/** How many characters or words: from … to. */
export const lengths = (min: number, max: number, most: number, of: string) => ({
  min: whole("At least", min, 0, most, `The fewest ${of}.`),
  max: whole("At most", max, 1, most, `The most ${of}.`),
});

/** Bounds in the order that faker takes them, whichever is the larger. */
export const ordered = ({ min, max }: { readonly min: number; readonly max: number }) =>
  min <= max ? { min, max } : { min: max, max: min };
