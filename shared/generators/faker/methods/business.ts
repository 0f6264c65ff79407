import { method, type FakerMethod } from "./faker-method.ts";

/** Methods about companies. */
export const business: readonly FakerMethod[] = [
  method(
    "company.name",
    "Company",
    "Names of companies.",
    "business",
    "building",
    "organisation organization business firm employer supplier vendor brand",
    (f) => f.company.name(),
  ),
  method(
    "company.catchPhrase",
    "Catch phrase",
    "Advertising slogans.",
    "business",
    "speakerphone",
    "slogan motto tagline",
    (f) => f.company.catchPhrase(),
  ),
  method(
    "company.buzzPhrase",
    "Business phrase",
    "What companies say they do.",
    "business",
    "presentation",
    "buzzword mission strategy",
    (f) => f.company.buzzPhrase(),
  ),
  ...(
    [
      ["catchPhraseAdjective", "Slogan adjective", "Adjectives of advertising slogans."],
      ["catchPhraseDescriptor", "Slogan descriptor", "Descriptors of advertising slogans."],
      ["catchPhraseNoun", "Slogan noun", "Nouns of advertising slogans."],
      ["buzzAdjective", "Business adjective", "Adjectives that companies like."],
      ["buzzVerb", "Business verb", "Verbs that companies like."],
      ["buzzNoun", "Business noun", "Nouns that companies like."],
    ] as const
  ).map(([name, label, help]) =>
    method(`company.${name}`, label, help, "business", "speakerphone", "buzzword word", (f) => f.company[name]()),
  ),
  method(
    "commerce.department",
    "Department",
    "Departments of a shop.",
    "business",
    "building-store",
    "category section division",
    (f) => f.commerce.department(),
  ),
];
