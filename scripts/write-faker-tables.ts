// Writes what is known of faker's methods before a locale is loaded: an example of each, and the locales without definitions.
import { writeFileSync } from "node:fs";
import { examplesOf, gapsOf } from "../shared/generators/faker/test-faker-tables.ts";

const file = (name: string): URL => new URL(`../shared/generators/faker/${name}`, import.meta.url);
const said = "Written by scripts/write-faker-tables.ts.";

writeFileSync(
  file("methods/examples.ts"),
  `/** A value of each method, in English. ${said} */
export const fakerExamples: Readonly<Record<string, string>> = ${JSON.stringify(await examplesOf())};\n`,
);
writeFileSync(
  file("locale-gaps.ts"),
  `/** Locales without definitions of their own for a method, though other languages have them. ${said} */
export const localeGaps: readonly { readonly methods: string; readonly locales: string }[] = ${JSON.stringify(await gapsOf())};\n`,
);
