import { expect, test } from "vitest";
import type { FormField } from "../api/views.ts";
import { formFields } from "./form-fields.ts";
import { generatorCatalogue } from "./index.ts";

const fieldsOf = (id: string): readonly FormField[] => {
  const generator = generatorCatalogue.get(id);
  if (!generator) throw new Error(`No generator ${id}.`);
  return formFields(generator);
};

test("a whole number with bounds becomes an integer field with its default", () => {
  expect(fieldsOf("zipf")[0]).toMatchObject({
    name: "max",
    type: "integer",
    label: "Maximum",
    default: 1000,
    minimum: 1,
    maximum: 1_000_000_000_000,
    optional: false,
  });
});

test("choices, sliders, weights, optional numbers and templates are told apart", () => {
  expect(fieldsOf("uuid")[0]).toMatchObject({ type: "choice", choices: ["4", "7"], default: "4" });
  expect(fieldsOf("boolean")[0]).toMatchObject({ type: "number", control: "slider", minimum: 0, maximum: 1 });
  expect(fieldsOf("weighted-choice")[0]).toMatchObject({ type: "weights", default: {} });
  expect(fieldsOf("normal").find((field) => field.name === "min")).toMatchObject({ type: "number", optional: true });
  expect(fieldsOf("template")[0]).toMatchObject({ type: "text", control: "template" });
  expect(fieldsOf("foreign-key").find((field) => field.name === "sameOwner")).toMatchObject({
    type: "boolean",
    default: false,
  });
});
