import type { PersonalCategoryId } from "./categories.ts";

/** How much a kind of data tells of who a person is: by itself, with others of its row, or hardly. */
export type IdentifierStrength = "direct" | "indirect" | "low";

const direct = new Set<PersonalCategoryId>([
  "given-name",
  "family-name",
  "full-name",
  "street",
  "phone",
  "fax",
  "email",
  "social-security",
  "medical-record",
  "health-plan",
  "account",
  "iban",
  "licence",
  "vehicle",
  "device",
  "biometric",
  "photo",
  "other-identifier",
  "national-id",
  "tax-id",
  "user-name",
  "card-number",
  "card-holder",
  "secret",
]);
const low = new Set<PersonalCategoryId>(["city", "district", "gender", "nationality", "family", "education"]);

export const strengthOf = (category: PersonalCategoryId): IdentifierStrength =>
  direct.has(category) ? "direct" : low.has(category) ? "low" : "indirect";

/** Kinds of which one value belongs to one person, so that two rows with it are of the same one. */
const own = new Set<PersonalCategoryId>([
  "phone",
  "email",
  "social-security",
  "medical-record",
  "health-plan",
  "account",
  "iban",
  "licence",
  "device",
  "national-id",
  "tax-id",
  "user-name",
  "card-number",
]);

export const isOwnIdentifier = (category: PersonalCategoryId): boolean => own.has(category);
