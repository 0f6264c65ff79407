import { method, type FakerMethod } from "./faker-method.ts";

/** Words, names of days and flights. */
export const texts: readonly FakerMethod[] = [
  method("word.noun", "Noun", "Nouns.", "text", "abc", "word term tag", (f) => f.word.noun()),
  method("word.verb", "Verb", "Verbs.", "text", "abc", "word action", (f) => f.word.verb()),
  method("word.adjective", "Adjective", "Adjectives.", "text", "abc", "word quality", (f) => f.word.adjective()),
  method(
    "hacker.phrase",
    "Technical sentence",
    "Sentences that sound technical.",
    "text",
    "message",
    "phrase message comment log",
    (f) => f.hacker.phrase(),
  ),
  method("date.month", "Month name", "Names of months.", "dates", "calendar-month", "january", (f) => f.date.month()),
  method("date.weekday", "Weekday name", "Names of weekdays.", "dates", "calendar-week", "monday day", (f) =>
    f.date.weekday(),
  ),
  method(
    "airline.airline",
    "Airline",
    "Names of airlines.",
    "business",
    "plane",
    "carrier flight",
    (f) => f.airline.airline().name,
  ),
  method(
    "airline.airport",
    "Airport",
    "Names of airports.",
    "places",
    "plane-arrival",
    "flight iata",
    (f) => f.airline.airport().name,
  ),
  method(
    "airline.flightNumber",
    "Flight number",
    "Numbers of flights.",
    "business",
    "plane-departure",
    "airline flight",
    (f) => f.airline.flightNumber({ addLeadingZeros: true }),
    { least: 4 },
  ),
];
