/** A law or standard that speaks of a kind of data. GDPR 9: its special categories (Article 9). */
export type Regulation = "GDPR" | "GDPR 9" | "HIPAA" | "PCI" | "CCPA";

/** A kind of personal data. */
export interface PersonalCategory {
  /** As the review list calls it: "Given name". */
  readonly label: string;
  readonly regulations: readonly Regulation[];
  /** Which of the 18 identifiers of HIPAA's Safe Harbor it is (45 CFR 164.514(b)(2)(i), letters A to R). */
  readonly hipaa?: string;
}

const identifier = (label: string, hipaa: string): PersonalCategory => ({
  label,
  regulations: ["GDPR", "HIPAA", "CCPA"],
  hipaa,
});
const attribute = (label: string): PersonalCategory => ({ label, regulations: ["GDPR", "CCPA"] });
const special = (label: string): PersonalCategory => ({ label, regulations: ["GDPR", "GDPR 9", "CCPA"] });
const card = (label: string): PersonalCategory => ({ label, regulations: ["PCI", "GDPR", "CCPA"] });

/** What is looked for, by the id that the project file records a decision under. */
export const personalCategories = {
  "given-name": identifier("Given name", "A"),
  "family-name": identifier("Family name", "A"),
  "full-name": identifier("Person's name", "A"),
  street: identifier("Street address", "B"),
  city: identifier("City", "B"),
  district: identifier("County or district", "B"),
  postcode: identifier("Post code", "B"),
  coordinates: identifier("Coordinates", "B"),
  "birth-date": identifier("Date of birth", "C"),
  "personal-date": identifier("Date about a person", "C"),
  age: identifier("Age", "C"),
  phone: identifier("Phone number", "D"),
  fax: identifier("Fax number", "E"),
  email: identifier("E-mail address", "F"),
  "social-security": identifier("Social security number", "G"),
  "medical-record": identifier("Medical record number", "H"),
  "health-plan": identifier("Health plan number", "I"),
  account: identifier("Account number", "J"),
  iban: identifier("IBAN", "J"),
  licence: identifier("Licence or passport number", "K"),
  vehicle: identifier("Vehicle or plate number", "L"),
  device: identifier("Device identifier", "M"),
  url: identifier("Personal link", "N"),
  "ip-address": identifier("IP address", "O"),
  biometric: identifier("Biometric data", "P"),
  photo: identifier("Photo", "Q"),
  "other-identifier": identifier("Number of a person", "R"),
  "national-id": identifier("National identity number", "R"),
  "tax-id": identifier("Tax number", "R"),
  "user-name": identifier("User name", "R"),
  "card-number": card("Card number"),
  "card-holder": card("Card holder"),
  "card-expiry": card("Card expiry"),
  "card-code": card("Card security code"),
  secret: attribute("Password or secret"),
  gender: attribute("Gender"),
  nationality: attribute("Nationality"),
  income: attribute("Income"),
  family: attribute("Family status"),
  education: attribute("Education"),
  health: special("Health"),
  religion: special("Religion or belief"),
  ethnicity: special("Ethnic origin"),
  politics: special("Political opinion or union"),
  sexuality: special("Sexual orientation"),
  genetic: special("Genetic data"),
  "free-text": attribute("Text about people"),
} as const satisfies Record<string, PersonalCategory>;

export type PersonalCategoryId = keyof typeof personalCategories;
