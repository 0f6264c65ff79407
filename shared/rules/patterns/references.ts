import type { TableModel } from "../../schema/schema-model.ts";
import { countryNoun } from "../table-kind.ts";
import { nounOf, wordsOf } from "../words.ts";
import type { Idea, NamePattern, TypeGroup } from "./name-pattern.ts";

/** What a column of a table of countries and the like shows of an entry. */
interface ReferenceColumn {
  /** The column's words, without those of the table's noun before them. */
  readonly name: string;
  readonly field: string;
  readonly types?: readonly TypeGroup[];
  /** As long as most values are: a column that takes less gets the next idea. */
  readonly longest?: number;
  /** It goes into columns of just this length. */
  readonly only?: number;
  /** A value, for the patterns of checks. */
  readonly example?: string;
}

interface ReferenceTable {
  readonly list: string;
  /** The table's noun. */
  readonly noun: RegExp;
  /** Another column that has to be there, where the noun alone may mean something else. */
  readonly beside?: RegExp;
  /** The noun as its columns have it before their own words. */
  readonly prefix: string;
  readonly listed?: boolean;
  /** How many rows are suggested: the whole list where it is short, the best known of the countries. */
  readonly rows?: number;
  /** How many where countries point to them: the whole list. */
  readonly ofCountries?: number;
  readonly columns: readonly ReferenceColumn[];
}

const names =
  "name|title|label|description|english name|(?:short|long|full|official|common|display|printable|nice) name|nice ?name|name (?:en|english|short|long)|en name|nombre|nom|nome|namn|navn|nazwa|bezeichnung|denominacion|libelle";
const codes =
  "code|iso|iso code|abbr|abbrev|abbreviation|short ?code|short ?name|id|cd|key|symbol ?code|kurzel|kod|codigo|codice";
const general = String.raw`(?:ref|reference|dim|lkp|lookup|tbl|t|d|m|mst|master|geo|cal|calendar|static|code|list|sys|system|app|base|common|core) `;

/** Nouns of tables that hold such lists, in the languages that schemas are written in. */
const tables: readonly ReferenceTable[] = [
  {
    list: "countries",
    noun: countryNoun,
    prefix: "country|nation|land|pais|pays|paese|kraj|c",
    rows: 100,
    columns: [
      {
        name: "code 3|iso ?3|iso code ?3|(?:iso )?alpha ?3(?: code)?|cca ?3|iso 3166(?: 1)? alpha 3|three letter code",
        field: "code3",
        longest: 3,
        example: "SWE",
      },
      { name: codes, field: "code3", only: 3, longest: 3, example: "SWE" },
      {
        name: `${codes}|code 2|iso ?2|iso code ?2|(?:iso )?alpha ?2(?: code)?|cca ?2|iso 3166(?: 1)?(?: alpha 2)?|two letter code|sort ?name|cc`,
        field: "code",
        longest: 2,
        example: "SE",
      },
      {
        name: "num ?code|numeric|numeric code|iso ?num(?:eric)?|iso number|number|ccn ?3|un code|m ?49|iso 3166(?: 1)? numeric",
        field: "number",
        types: ["text", "figure"],
        longest: 3,
        example: "752",
      },
      {
        name: "(?:phone|calling|dial|dialing|dialling|tel|telephone|isd|idd|area|international)(?: country)? ?(?:code|prefix)|(?:phone ?)?prefix|vorwahl|indicatif|phone",
        field: "calling code",
        types: ["text", "figure"],
        longest: 4,
        example: "46",
      },
      {
        name: "currency|currency (?:code|iso)|curr code|wahrung|devise|moneda",
        field: "currency",
        longest: 3,
        example: "SEK",
      },
      { name: "capital|capital (?:city|name)|hauptstadt|capitale|huvudstad", field: "capital", longest: 12 },
      { name: "continent|continent name|kontinent|continente", field: "continent", longest: 13 },
      { name: "region|region name|sub ?region|sub ?region name|world ?region", field: "region", longest: 18 },
      { name: "flag|emoji|flag emoji|emoji flag|unicode flag", field: "flag", longest: 2 },
      {
        name: `${names}|country|nation|land|pais|pays|paese|kraj|maa|native name|local name`,
        field: "name",
        longest: 20,
      },
    ],
  },
  {
    list: "currencies",
    noun: /\b(?:currency|wahrung|waehrung|moneda|devise|valuta|waluta|valuuta)$/,
    prefix: "currency|curr|wahrung|moneda|devise|valuta|waluta",
    ofCountries: 154,
    columns: [
      {
        name: `${codes}|alpha|alpha 3|alphabetic code|iso 4217|currency`,
        field: "code",
        only: 3,
        longest: 3,
        example: "SEK",
      },
      { name: "symbol|sign|sym|zeichen|simbolo|glyph", field: "symbol", longest: 3 },
      {
        name: "num ?code|numeric|numeric code|iso ?num(?:eric)?|iso number|number",
        field: "number",
        types: ["text", "figure"],
        longest: 3,
      },
      {
        name: "digits|decimals?|decimal (?:places|digits)|minor units?|exponent|precision|scale|fraction|fraction digits|places",
        field: "digits",
        types: ["figure"],
      },
      { name: `${codes}|alpha|alpha 3|alphabetic code|iso 4217|ticker`, field: "code", longest: 3, example: "SEK" },
      { name: `${names}|currency|wahrung|moneda|devise|valuta|waluta`, field: "name", longest: 16 },
      { name: "currency|wahrung|moneda|devise|valuta|waluta", field: "code", longest: 3, example: "SEK" },
    ],
  },
  {
    list: "languages",
    noun: /\b(?:language|lang|sprache|langue|idioma|lingua|jezyk|sprak|taal)$/,
    prefix: "language|lang|sprache|langue|idioma|lingua",
    columns: [
      { name: "code 3|iso ?3|iso code ?3|alpha ?3|iso 639 [23]", field: "code3", longest: 3, example: "swe" },
      { name: codes, field: "code3", only: 3, longest: 3, example: "swe" },
      {
        name: `${codes}|code 2|iso ?2|iso code ?2|alpha ?2|iso 639(?: 1)?|tag|locale|lang`,
        field: "code",
        longest: 2,
        example: "sv",
      },
      {
        name: "native|native ?name|local ?name|own name|endonym|autonym|name (?:native|local)",
        field: "native name",
        longest: 12,
      },
      { name: `${names}|language|sprache|langue|idioma|lingua`, field: "name", longest: 14 },
    ],
  },
  {
    list: "US states",
    noun: /\b(?:us|usa|american|united) states?$/,
    prefix: "state|us state",
    listed: true,
    rows: 51,
    columns: usColumns(),
  },
  {
    list: "US states",
    noun: /\bstate$/,
    beside: /\b(?:abbr|abbrev|abbreviation|fips|usps)\b/,
    prefix: "state|us state",
    listed: true,
    rows: 51,
    columns: usColumns(),
  },
  {
    list: "Canadian provinces",
    noun: /\b(?:ca|canada|canadian) provinces?$/,
    prefix: "province",
    listed: true,
    rows: 13,
    columns: [
      { name: codes, field: "code", longest: 2, example: "ON" },
      { name: "capital", field: "capital", longest: 12 },
      { name: `${names}|province`, field: "name", longest: 16 },
    ],
  },
  {
    list: "continents",
    noun: /\b(?:continent|kontinent|continente)$/,
    prefix: "continent",
    rows: 7,
    columns: [
      { name: codes, field: "code", longest: 2, example: "EU" },
      { name: `${names}|continent|kontinent|continente`, field: "name", longest: 13 },
    ],
  },
  {
    // Regions of a country are called after it; those of a market are described.
    list: "sales regions",
    noun: /\bregion$/,
    beside: /\bdescription$/,
    prefix: "region",
    listed: true,
    rows: 4,
    columns: [{ name: "description", field: "name", longest: 12 }],
  },
  {
    list: "months",
    noun: new RegExp(`^(?:${general})?(?:month|monat|mois|mes|mese|miesiac)$`),
    prefix: "month",
    listed: true,
    rows: 12,
    columns: calendarColumns("month|monat|mois|mes|mese"),
  },
  {
    list: "weekdays",
    noun: new RegExp(`^(?:${general})?(?:week ?day|days? of (?:the )?week|wochentag)$`),
    prefix: "week ?day|day|day of week",
    listed: true,
    rows: 7,
    columns: calendarColumns("week ?day|day|day of week|wochentag"),
  },
  {
    list: "time zones",
    noun: /\b(?:time ?zone|tz)$/,
    prefix: "time ?zone|tz|zone",
    columns: [
      {
        name: "offset|(?:utc|gmt|std|standard|raw) ?offset|offset (?:utc|gmt)",
        field: "offset",
        longest: 6,
        example: "+01:00",
      },
      { name: "country|country ?code|country iso", field: "country", longest: 2, example: "SE" },
      {
        name: `${names}|${codes}|time ?zone|tz|zone|identifier|iana|iana (?:name|id|code)|olson|olson name`,
        field: "name",
        longest: 24,
      },
    ],
  },
];

function usColumns(): readonly ReferenceColumn[] {
  return [
    { name: `${codes}|usps|postal|postal (?:code|abbreviation)`, field: "code", longest: 2, example: "CA" },
    {
      name: "fips|fips code|number|numeric code",
      field: "number",
      types: ["text", "figure"],
      longest: 2,
      example: "06",
    },
    { name: "capital|capital city", field: "capital", longest: 12 },
    { name: "region|census region|region name", field: "region", longest: 9 },
    { name: `${names}|state`, field: "name", longest: 14 },
  ];
}

function calendarColumns(own: string): readonly ReferenceColumn[] {
  return [
    { name: `number|no|nr|num|index|order|position|sort order|iso|${own}`, field: "number", types: ["figure"] },
    { name: `${codes}|abkurzung`, field: "code", only: 3, longest: 3 },
    { name: "abbr|abbrev|abbreviation|short|short ?name|short ?code|code|kurzel", field: "code", longest: 3 },
    { name: `${names}|${own}`, field: "name", longest: 9 },
  ];
}

const ideaOf = ({ list, listed }: ReferenceTable, { field, longest, only, example }: ReferenceColumn): Idea => ({
  generator: "reference",
  params: {
    ...(list === "countries" ? {} : { list }),
    ...(field === "name" ? {} : { field }),
    ...(listed === true ? { draw: "listed" } : {}),
  },
  whole: true,
  ...(longest === undefined ? {} : { longest }),
  ...(only === undefined ? {} : { only }),
  ...(example === undefined ? {} : { example, ...(/^[A-Z]+$/.test(example) ? { letterCase: "upper" as const } : {}) }),
});

/** Columns of tables that hold what everybody has: countries, currencies, languages. */
export const referencePatterns: readonly NamePattern[] = tables.flatMap((table) =>
  table.columns.map((column): NamePattern => ({
    name: new RegExp(`^(?:(?:${table.prefix}) )?(?:${column.name})$`),
    subject: table.noun,
    ...(table.beside === undefined ? {} : { beside: table.beside }),
    types: column.types ?? ["text"],
    ideas: [ideaOf(table, column)],
    nulls: 0,
  })),
);

/** Of a long list, so many rows are suggested. */
const someRows = 20;

/**
 * How many rows are suggested for a table that holds such a list; undefined where it holds none. Where countries point to it
 * (`ofCountries`), it has the entries of them all.
 */
export function referenceRows(table: TableModel, ofCountries: boolean): number | undefined {
  const noun = nounOf(table.name);
  const found = tables.find(
    (one) =>
      one.noun.test(noun) &&
      (one.beside === undefined || table.columns.some(({ name }) => one.beside?.test(wordsOf(name)) === true)),
  );
  return found && (found.rows ?? (ofCountries ? found.ofCountries : undefined) ?? someRows);
}

const standards: readonly (readonly [name: RegExp, list: string])[] = [
  [/^iso 3166\b/, "countries"],
  [/^iso 4217\b/, "currencies"],
  [/^iso 639\b/, "languages"],
];

/** The entry of a list that a person's words ask for: "currency code", "us states", "ISO 3166"; undefined for none. */
export function referenceIdea(words: string): Idea | undefined {
  const list = standards.find(([name]) => name.test(words))?.[1];
  const named = tables.find((table) => (list === undefined ? table.noun.test(nounOf(words)) : table.list === list));
  const field = (table: ReferenceTable, text: string): ReferenceColumn | undefined =>
    table.columns.find(({ name, only }) => only === undefined && new RegExp(`^(?:${name})$`).test(text));
  if (named !== undefined) {
    const column = field(named, list === undefined ? "name" : "code");
    return column && ideaOf(named, column);
  }
  for (const table of tables) {
    const own = new RegExp(`^(?:${table.prefix}) (.+)$`).exec(words)?.[1];
    const column = own === undefined ? undefined : field(table, own);
    if (column !== undefined) return ideaOf(table, column);
  }
  return undefined;
}
