import type { Faker } from "@faker-js/faker";
import { method, words, type FakerMethod } from "./faker-method.ts";
import { domainName } from "./internet.ts";

const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g;
/** A module and a method, and nothing else: no arguments and no chains, so that a project file can run no code. */
const path = /^([a-z]+)\.([a-zA-Z0-9]+)$/;

/** In the place of methods that would name domains of others. */
const onReservedDomains: Readonly<Record<string, (faker: Faker) => string>> = {
  "internet.email": (f) => f.internet.exampleEmail(),
  "internet.domainName": domainName,
  "internet.url": (f) => `https://${domainName(f)}`,
};

/** What a placeholder names, or undefined where faker has no such method without arguments. */
function called(faker: Faker, name: string): (() => unknown) | undefined {
  const [, module = "", member = ""] = path.exec(name) ?? [];
  const own = Object.hasOwn(onReservedDomains, name) ? onReservedDomains[name] : undefined;
  if (own) return () => own(faker);
  if (module === "helpers") return undefined;
  const owner: unknown = Object.hasOwn(faker, module) ? faker[module as keyof Faker] : undefined;
  if (typeof owner !== "object" || owner === null || !(member in owner)) return undefined;
  if (member in Object.prototype) return undefined;
  const found: unknown = (owner as Record<string, unknown>)[member];
  return typeof found === "function" ? () => (found as () => unknown).call(owner) : undefined;
}

/** Faker's own templates: "{{animal.petName}} the {{animal.dog}}". */
export const fakerText: FakerMethod = method(
  "helpers.fake",
  "Text of faker methods",
  "A text with methods of faker in double braces, as {{animal.petName}} the {{animal.type}}.",
  "text",
  "braces",
  "template placeholder combine mustache",
  (f, p) =>
    p.pattern.replaceAll(placeholder, (whole, name: string) => {
      const value = called(f, name)?.();
      return typeof value === "string" || typeof value === "number" ? String(value) : whole;
    }),
  {
    params: {
      pattern: words(
        "Text",
        "{{animal.petName}} the {{animal.type}}",
        "Methods of faker in double braces, without arguments.",
      ),
    },
    problems: (p) =>
      [...p.pattern.matchAll(placeholder)].flatMap(([whole, name = ""]) =>
        path.test(name) && !name.startsWith("helpers.")
          ? []
          : [{ severity: "error" as const, message: `${whole} is no method of faker: write {{module.method}}.` }],
      ),
  },
);
