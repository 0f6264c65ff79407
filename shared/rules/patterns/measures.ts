import type { NamePattern } from "./name-pattern.ts";

/** Whole numbers within usual bounds. */
const within = (name: RegExp, min: number, max: number, step?: number): NamePattern => ({
  name,
  types: ["figure"],
  ideas: [{ generator: "integer", params: step === undefined ? { min, max } : { min, max, step } }],
});

/** Around a mean, with `scale` places. */
const around = (name: RegExp, mean: number, deviation: number, min: number, max: number, scale = 0): NamePattern => ({
  name,
  types: ["figure"],
  ideas: [{ generator: "normal", params: { mean, deviation, min, max, scale } }],
});

/** What is measured of people, schools, servers and things, where the name says what. */
export const measurePatterns: readonly NamePattern[] = [
  around(/\b(?:heart ?rate|pulse|bpm|heart ?beat)$/, 74, 10, 48, 130),
  around(/\b(?:bp ?systolic|systolic(?: ?(?:bp|blood pressure|pressure))?|sbp|bps)$/, 124, 13, 90, 190),
  around(/\b(?:bp ?diastolic|diastolic(?: ?(?:bp|blood pressure|pressure))?|dbp|bpd)$/, 78, 9, 50, 110),
  around(/\b(?:respiration|respiratory ?rate|respirations|breathing ?rate)$/, 16, 2, 10, 28),
  around(/\b(?:oxygen ?saturation|sp ?o ?2|o ?2 ?sat(?:uration)?)$/, 97, 1.5, 86, 100),
  around(/\b(?:bmi|body ?mass ?index)$/, 25, 4, 16, 45, 1),
  around(/\bbody ?temp(?:erature)?$/, 36.8, 0.4, 35, 41, 1),
  around(/\b(?:marks|score|points) ?(?:obtained|scored|awarded)$|^(?:obtained|total) ?marks$|\bmarks$/, 68, 14, 0, 100),
  within(/\bmax(?:imum)? ?(?:marks|score|points|grade)$/, 50, 100, 50),
  within(
    /\b(?:max(?:imum)?|min(?:imum)?) ?(?:users|uses|members|participants|guests|people|persons|players|students|attempts|items|length)$|\b(?:usage|use|user|daily|item) ?limit$/,
    1,
    50,
  ),
  within(/\b(?:time ?out|ttl|lifetime|expires ?in|max ?age|cache ?time)$/, 60, 3600, 60),
  within(/\b(?:per ?page|page ?size|batch ?size|items ?per ?page)$/, 10, 100, 10),
  within(/\b(?:months|warranty|term ?months)$/, 3, 36, 3),
  within(/\b(?:weeks)$/, 1, 12),
  within(/\b(?:years(?: of experience)?|experience)$/, 1, 20),
  within(/\bdays ?(?:present|absent|taken|left|late|off|used|allowed|attended)$/, 0, 20),
  within(/\b(?:calories|kcal|energy ?kcal)$/, 40, 900, 10),
  within(/\b(?:sets)$/, 1, 5),
  within(/\b(?:reps|repetitions)$/, 5, 20),
  within(/\b(?:doors|num ?doors)$/, 2, 5),
  within(/\b(?:horse ?power|hp)$/, 60, 400, 5),
  within(/\b(?:engine ?cc|displacement)$/, 900, 3500, 100),
  within(/\b(?:heading|bearing|azimuth|compass)$/, 0, 359),
  within(/\b(?:elevation|altitude)$/, 0, 1500),
  within(/\b(?:cpu|memory|disk)(?: ?(?:usage|load|percent|used))$/, 1, 100),
  within(
    /\bbounce ?rate|(?:open|click|success|failure|error|conversion|attendance|occupancy|completion) ?rate$/,
    1,
    100,
  ),
  within(/\b(?:floor|storey|story|level) ?(?:number|no)$|^floor$/, 0, 12),
  within(/\b(?:page|verse)$/, 1, 300),
  within(
    /\b(?:num ?items|num ?rows|num ?\w+s|\w+ used|no ?of ?\w+|nb ?\w+|n ?bre ?\w+|logins|failed ?logins|words|doors)$/,
    0,
    40,
  ),
  within(/\b(?:decimal ?places?|decimals|precision|display ?precision)$/, 0, 4),
  { ...within(/^quantity$/, 10, 90, 10), subject: /\b(?:drug|medication|prescription|dispense|exposure)\b/ },
  within(/\b(?:zoom)$/, 3, 18),
  within(/\b(?:exit ?code|return ?code)$/, 0, 2),
  within(/\b(?:tree|nesting|hierarchy) ?(?:depth|level)$|^depth ?level$/, 0, 4),
];
