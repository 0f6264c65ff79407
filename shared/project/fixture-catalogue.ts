import { z } from "zod";
import { defineGenerator, type GeneratorCatalogue } from "../generators/generator.ts";

// A small catalogue for this folder's tests: what matters here is how rules are spelled, not the values.

const generator = (id: string, shape: z.ZodRawShape, shorthand?: string) =>
  defineGenerator({
    id,
    version: 1,
    label: id,
    help: id,
    category: "text",
    icon: "abc",
    params: z.strictObject(shape) as z.ZodType<Readonly<Record<string, unknown>>>,
    ...(shorthand === undefined ? {} : { shorthand }),
    accepts: () => true,
    describe: () => id,
    capacity: () => Infinity,
    compile() {
      throw new Error("The fixture has no values.");
    },
  });

const all = [
  generator("integer", { minimum: z.number().default(0), maximum: z.number().default(100) }),
  generator("template", { template: z.string().default("") }, "template"),
  generator("weighted-choice", { weights: z.record(z.string(), z.number().min(0)).default({}) }, "weights"),
  generator("constant", { value: z.union([z.string(), z.number(), z.boolean()]).default("") }, "value"),
  generator("list", { values: z.array(z.union([z.string(), z.number()])).default([]) }, "values"),
  generator("internet.email", {}),
  generator("person.firstName", { sex: z.string().optional() }),
];

const options = z.strictObject({
  header: z.boolean().default(true),
  delimiter: z.string().max(1).default(","),
  style: z.enum(["plain", "ornate"]).default("plain"),
  depth: z.number().default(1),
});
const kind = (id: string) => ({ id, label: id, options });

/** For tests only. */
export const fixtureCatalogue: GeneratorCatalogue = {
  all,
  get: (id) => all.find((one) => one.id === id),
  exports: { format: [kind("sql"), kind("csv")], code: [kind("fishery")], kit: [kind("docker")] },
};
