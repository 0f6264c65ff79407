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
