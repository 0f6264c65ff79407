import { z } from "zod";
import type { Generator, ParameterMeta } from "./generator.ts";

/** One parameter of a form; the same shape as FormField of the window's views. */
export interface ParameterField extends ParameterMeta {
  readonly name: string;
  readonly type: "number" | "integer" | "text" | "boolean" | "choice" | "weights" | "list" | "json";
  readonly default: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly choices?: readonly string[];
  /** The parts of each line of a list of things. */
  readonly items?: readonly ParameterField[];
  readonly optional: boolean;
}

/** The form of a generator's parameters, in their order, read from its declaration. */
export function formFields(generator: Pick<Generator, "id" | "params">): readonly ParameterField[] {
  if (!(generator.params instanceof z.ZodObject)) {
    throw new TypeError(`The parameters of ${generator.id} are no Zod object.`);
  }
  return Object.entries(generator.params.shape).map(([name, schema]) => fieldOf(name, schema));
}

function fieldOf(name: string, schema: z.ZodType): ParameterField {
  const meta = schema.meta() as Partial<ParameterMeta> | undefined;
  const optional = schema instanceof z.ZodOptional;
  const fallback = schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined;
  const inner = schema instanceof z.ZodDefault || optional ? (schema.unwrap() as z.ZodType) : schema;
  return { ...meta, label: meta?.label ?? name, name, default: fallback, optional, ...shapeOf(inner, meta?.control) };
}

type Shape = Pick<ParameterField, "type" | "minimum" | "maximum" | "choices" | "items">;

function shapeOf(schema: z.ZodType, control: ParameterMeta["control"]): Shape {
  if (control === "weights") return { type: "weights" };
  if (schema instanceof z.ZodNumber) {
    return {
      type: schema.isInt ? "integer" : "number",
      ...bound("minimum", schema.minValue),
      ...bound("maximum", schema.maxValue),
    };
  }
  if (schema instanceof z.ZodBoolean) return { type: "boolean" };
  if (schema instanceof z.ZodEnum) return { type: "choice", choices: schema.options.map(String) };
  if (schema instanceof z.ZodString) return { type: "text" };
  if (schema instanceof z.ZodArray) {
    const { element } = schema;
    if (!(element instanceof z.ZodObject)) return { type: "list" };
    return { type: "list", items: Object.entries(element.shape).map(([name, part]) => fieldOf(name, part)) };
  }
  if (schema instanceof z.ZodUnion) {
    const options = schema.options as readonly z.ZodType[];
    // A number that may also be written as a text, or any single value.
    if (options[0] instanceof z.ZodNumber) return { type: options[0].isInt ? "integer" : "number" };
    if (options.some((option) => option instanceof z.ZodString)) return { type: "text" };
  }
  return { type: "json" };
}

/** A bound worth showing: Zod has ±2^53 for whole numbers and ±Infinity for others. */
const bound = (name: "minimum" | "maximum", value: number | null): Partial<Shape> =>
  value !== null && Math.abs(value) < Number.MAX_SAFE_INTEGER ? { [name]: value } : {};
