import { referenceList } from "../reference/reference-list.ts";
import { countries } from "./places/index.ts";

/** Other names that a column may have for a country. */
export const countryAliases: Readonly<Record<string, string>> = {
  usa: "US",
  "united states of america": "US",
  "u.s.": "US",
  uk: "GB",
  "great britain": "GB",
  england: "GB",
  holland: "NL",
  "the netherlands": "NL",
  "czech republic": "CZ",
  "russian federation": "RU",
  "korea, republic of": "KR",
  korea: "KR",
  "viet nam": "VN",
  turkey: "TR",
  burma: "MM",
  "ivory coast": "CI",
  "cape verde": "CV",
  swaziland: "SZ",
  macedonia: "MK",
  "vatican city": "VA",
  "iran, islamic republic of": "IR",
  "tanzania, united republic of": "TZ",
  "congo, the democratic republic of the": "CD",
};

let codes: ReadonlyMap<string, string> | undefined;

/** The ISO 3166 code of two letters of a country that a text names, by a code or by a name; undefined where it names none. */
export function countryCode(text: string): string | undefined {
  codes ??= readCodes();
  const lower = text.trim().toLowerCase();
  return codes.get(countryAliases[lower]?.toLowerCase() ?? lower);
}

function readCodes(): ReadonlyMap<string, string> {
  const { code = [], code3 = [], name = [] } = referenceList("countries").fields;
  return new Map([
    ...[...countries.values()].map((one) => [one.native.toLowerCase(), one.code] as const),
    ...code.flatMap((alpha2, k) =>
      [alpha2, code3[k] ?? alpha2, name[k] ?? alpha2].map((text) => [text.toLowerCase(), alpha2] as const),
    ),
  ]);
}
