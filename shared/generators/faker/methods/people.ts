import { method, type FakerMethod } from "./faker-method.ts";

/** Methods about people, beside the names in person.ts. */
export const people: readonly FakerMethod[] = [
  method("person.middleName", "Middle name", "Middle names.", "people", "user", "second given", (f) =>
    f.person.middleName(),
  ),
  method(
    "person.prefix",
    "Title",
    "Forms of address, such as Mr. and Dr.",
    "people",
    "user",
    "prefix salutation honorific mr mrs",
    (f) => f.person.prefix(),
  ),
  method(
    "person.suffix",
    "Name suffix",
    "What follows a name, such as Jr. and PhD.",
    "people",
    "user",
    "degree generation",
    (f) => f.person.suffix(),
  ),
  method("person.gender", "Gender", "Genders in words.", "people", "gender-bigender", "identity", (f) =>
    f.person.gender(),
  ),
  method(
    "person.jobTitle",
    "Job title",
    "Job titles.",
    "people",
    "briefcase",
    "profession occupation position role work",
    (f) => f.person.jobTitle(),
  ),
  method("person.jobArea", "Job area", "Fields of work.", "people", "briefcase", "department field division", (f) =>
    f.person.jobArea(),
  ),
  method(
    "person.jobType",
    "Job type",
    "Kinds of jobs, such as engineer and manager.",
    "people",
    "briefcase",
    "role level",
    (f) => f.person.jobType(),
  ),
  method(
    "person.bio",
    "Short biography",
    "A line about a person.",
    "people",
    "id-badge",
    "about profile description",
    (f) => f.person.bio(),
  ),
  method("person.zodiacSign", "Zodiac sign", "Signs of the zodiac.", "people", "zodiac-leo", "astrology star", (f) =>
    f.person.zodiacSign(),
  ),
];
