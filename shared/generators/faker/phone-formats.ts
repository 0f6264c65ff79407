import { countryCode } from "../address/country-codes.ts";
import { countries } from "../address/places/index.ts";
import type { CompileContext } from "../generator.ts";
import { referenceList } from "../reference/reference-list.ts";
import { textLookup } from "../text/text-lookup.ts";
import { areaCodes } from "./area-codes.ts";
import { areaFormat, fictitiousPhones, type PhoneStyle } from "./fictitious-phones.ts";
import { countryOfLocale } from "./home-country.ts";
import { rowLocale } from "./row-locale.ts";

/** Lists of formats, and which of them a row's number has; `i` is the row's place in its batch. */
export interface PhoneFormats {
  readonly lists: readonly (readonly string[])[];
  readonly listOf: (row: number, i: number) => number;
}

interface Asked {
  readonly style: PhoneStyle;
  /** Columns with the country and with the region; "" for none. */
  readonly country: string;
  readonly region: string;
}

/** The formats of the row's locale, or of the country and the region that other columns name. */
export function phoneFormats({ style, country, region }: Asked, context: CompileContext): PhoneFormats {
  const homes = context.locales.map(({ locale }) => countryOfLocale(locale));
  const lists: (readonly string[])[] = context.locales.map(
    ({ faker }, k) =>
      fictitiousPhones(homes[k] ?? "", style) ?? faker.rawDefinitions.phone_number?.format?.[style] ?? ["!##-!##-####"],
  );
  const localeOf = rowLocale(context);
  if (country === "" && region === "") return { lists, listOf: localeOf };

  // A country's list, and those of its regions, each made when a row first asks for it: -1 where there is none.
  const codes = referenceList("countries").fields.code ?? [];
  const added = (formats: readonly string[]): number => lists.push(formats) - 1;
  const countryLists = codes.map((code) =>
    country === "" || homes.includes(code) ? homes.indexOf(code) : added(formatsOf(code, style)),
  );
  const indexOf = (code: string | undefined): number => (code === undefined ? -1 : codes.indexOf(code));
  const given =
    country === "" ? undefined : textLookup(context.input(country), -1, (text) => indexOf(countryCode(text)));
  const own = homes.map(indexOf);
  // Of a unique column, the bare forms have more numbers.
  const regions = region === "" || context.unique ? undefined : context.input(region);
  const inRegion = new Map(
    regions === undefined
      ? []
      : [...areaCodes].map(([code, areas]) => {
          const listed = new Map(
            [...areas].map(([name, numbers]) => [name, added(numbers.map((area) => areaFormat(area, style)))]),
          );
          return [indexOf(code), textLookup(regions, -1, (text) => listed.get(shortForm(code, text)) ?? -1)];
        }),
  );
  return {
    lists,
    listOf: (row, i) => {
      const locale = localeOf(row);
      const named = given?.(i) ?? -1;
      const at = named < 0 ? (own[locale] ?? -1) : named;
      const area = inRegion.get(at)?.(i) ?? -1;
      if (area >= 0) return area;
      return named < 0 ? locale : (countryLists[named] ?? locale);
    },
  };
}

/** Numbers of a country as one dials them from anywhere; fictitious ones where it keeps some. */
function formatsOf(code: string, style: PhoneStyle): readonly string[] {
  const kept = fictitiousPhones(code, style);
  if (kept !== undefined) return kept;
  const { fields } = referenceList("countries");
  const calling = fields["calling code"]?.[fields.code?.indexOf(code) ?? -1] ?? "";
  // The islands of the North American Numbering Plan have the area code with the 1 before it.
  const formats =
    calling.length === 4 && calling.startsWith("1")
      ? [`+1 ${calling.slice(1)} 555 01##`]
      : [`+${calling} !# ### ####`, `+${calling} !## ### ###`];
  return style === "international" ? formats.map((format) => format.replaceAll(" ", "")) : formats;
}

const shortForms = new Map<string, ReadonlyMap<string, string>>();

/** The short form of a region that is named by it or in full. */
function shortForm(country: string, text: string): string {
  let known = shortForms.get(country);
  if (known === undefined) {
    const { code = [], name = [] } = referenceList(country === "US" ? "US states" : "Canadian provinces").fields;
    known = new Map([
      ...(countries.get(country)?.places ?? []).map(
        ({ region, regionCode }) => [region.toLowerCase(), regionCode] as const,
      ),
      ...name.map((full, k) => [full.toLowerCase(), code[k] ?? ""] as const),
    ]);
    shortForms.set(country, known);
  }
  return known.get(text.trim().toLowerCase()) ?? text.trim().toUpperCase();
}
