/** A city: what of an address goes with it. */
export interface Place {
  readonly city: string;
  readonly region: string;
  /** The region's usual short form. */
  readonly regionCode: string;
  /** Forms of its postcodes: # is a digit, @ a letter that no postcode confuses, all else stands for itself. */
  readonly postcodes: readonly string[];
  readonly latitude: number;
  readonly longitude: number;
  readonly timeZone: string;
  /** About its inhabitants. */
  readonly weight: number;
  readonly country: Country;
}

/** Names of streets are one of `first` and one of `last`; "" where a name has one part. */
export interface Streets {
  readonly first: readonly string[];
  readonly last: readonly string[];
  /** %s is the street, %n the house number, %d a digit from 1 to 9. */
  readonly form: string;
}

export interface Country {
  /** ISO 3166-1. */
  readonly code: string;
  readonly code3: string;
  /** In English, and in its own language. */
  readonly name: string;
  readonly native: string;
  readonly places: readonly Place[];
  readonly streets: Streets;
  /** The line of an address with its city; %c is the city, %r the region's short form, %p the postcode. */
  readonly cityLine: string;
}

/** A country as it is written down below; names are in its own language. */
export interface CountryText {
  readonly code: string;
  readonly code3: string;
  readonly name: string;
  readonly native: string;
  readonly timeZone: string;
  /** "BE Berlin; BY Bayern": short form and name. A zone of its own may follow in brackets: "CA California [America/Los_Angeles]". */
  readonly regions: string;
  /** "Berlin, BE, 10###/12###, 52.52, 13.41, 3650": city, region, postcodes, latitude, longitude, thousands of inhabitants. */
  readonly cities: string;
  /** "Haupt|Bahnhof ~ straße|weg". */
  readonly streets: string;
  readonly form: string;
  /** As in {@link Country.cityLine}; "%p %c" where absent. */
  readonly cityLine?: string;
}

/** Reads streets as {@link CountryText} has them. */
export function streetsOf(text: string, form: string): Streets {
  const [first = "", last = ""] = text.split(" ~ ");
  // Words are parted by a blank; the last one has lost its to the divider.
  return {
    first: (/^[^|]* (\||$)/.test(first) ? `${first} ` : first).split("|"),
    last: last.split("|"),
    form,
  };
}

/** Reads a country. Throws a TypeError at a city whose region is not listed: a slip in the data, found by any test. */
export function country(text: CountryText): Country {
  const regions = new Map(
    text.regions.split("; ").map((entry) => {
      const [, code = "", name = "", zone = text.timeZone] = /^(\S+) (.+?)(?: \[(.+)\])?$/.exec(entry) ?? [];
      return [code, { name, zone }] as const;
    }),
  );
  const places: Place[] = [];
  const made: Country = {
    code: text.code,
    code3: text.code3,
    name: text.name,
    native: text.native,
    places,
    streets: streetsOf(text.streets, text.form),
    cityLine: text.cityLine ?? "%p %c",
  };
  for (const line of text.cities.split("; ")) {
    const [city = "", code = "", postcodes = "", latitude, longitude, weight] = line.trim().split(", ");
    const region = regions.get(code);
    if (!region || !(Number(weight) > 0)) throw new TypeError(`${text.code} has no region for: ${line}`);
    places.push({
      city,
      region: region.name,
      regionCode: code,
      postcodes: postcodes.split("/"),
      latitude: Number(latitude),
      longitude: Number(longitude),
      timeZone: region.zone,
      weight: Number(weight),
      country: made,
    });
  }
  return made;
}
