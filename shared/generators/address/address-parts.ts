import { z } from "zod";
import type { CompileContext, Generator, Kernel } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { textLimit } from "../text/text-kernel.ts";
import { putDigits, putEntry, putText } from "../text/text-sink.ts";
import { addressesOf, addressFields, type AddressParams } from "./addresses.ts";
import { eachPlaceOnce, holdsPlaceNames } from "./place-names.ts";
import { placeKernel, putCityLine, writtenKernel } from "./address-text.ts";
import { houseNumber, putStreetAddress, streetNames, streetOf } from "./written.ts";
import { overMethod } from "./over-method.ts";
import { countyOf } from "./places/counties.ts";

/** What a grid shows of an address column: whose address, and where its country comes from. */
export const describeAddress = ({ address, country, places, city }: AddressParams): string =>
  (city !== "" ? `in the city of ${city}` : country === "" ? "of the row's country" : `in the country of ${country}`) +
  (places === "any" ? "" : `, ${places}`) +
  (address === "" ? "" : `, ${address}`);

const plainParams = z.strictObject(addressFields);

/** The names of cities or regions; those that come each once stay apart when the country's own have all come. */
function namedKernel(part: "city" | "region", p: AddressParams, context: CompileContext): Kernel {
  const addresses = addressesOf(context, p);
  const once = p.places === (part === "city" ? "each city once" : "each region once");
  return once && addresses.rounds
    ? eachPlaceOnce(part, addresses, addresses.rounds, context)
    : placeKernel(p, (place) => place[part], context);
}

const namesHold = (context: CompileContext): boolean => context.ordinal !== undefined && holdsPlaceNames(context);

const city = overMethod({
  id: "location.city",
  central: true,
  help: "Cities of the row's country; region, postcode and coordinates of the row are those of the city.",
  params: z.strictObject({
    names: parameter(z.enum(["real", "invented"]).default("real"), {
      label: "Names",
      help: "Real cities, or faker's, which are on no map and go with no region.",
      control: "select",
    }),
    ...addressFields,
  }),
  describe: (p) => (p.names === "invented" ? "invented names" : describeAddress(p)),
  plain: (p) => p.names === "invented",
  distinct: (p, context) => p.places === "each city once" && namesHold(context),
  capacity: (p) => (p.places === "each city once" && p.names === "real" ? Infinity : undefined),
  compile: (p, context) => namedKernel("city", p, context),
});

const state = overMethod({
  id: "location.state",
  revision: 1,
  help: "States, provinces and regions: the one that the row's city is in.",
  params: z.strictObject({
    abbreviated: parameter(z.boolean().default(false), { label: "Short", help: "The short form, such as CA." }),
    ...addressFields,
  }),
  own: ["abbreviated"],
  distinct: (p, context) => p.places === "each region once" && !p.abbreviated && namesHold(context),
  capacity: (p) => (p.places === "each region once" && !p.abbreviated ? Infinity : undefined),
  describe: (p) => `${p.abbreviated ? "short, " : ""}${describeAddress(p)}`,
  compile(p, context) {
    const short = p.abbreviated || textLimit(context.type) <= 3;
    return short ? placeKernel(p, (place) => place.regionCode, context) : namedKernel("region", p, context);
  },
});

const county = overMethod({
  id: "location.county",
  help: "Counties, departments and districts: the one that the row's city is in.",
  params: plainParams,
  describe: describeAddress,
  compile: (p, context) => placeKernel(p, countyOf, context),
});

const among = parameter(z.enum(["address", "world"]).default("address"), {
  label: "Among",
  help: "address: the country of the row's address; world: any country, whatever the row's other columns say.",
  control: "select",
});

const country = overMethod({
  id: "location.country",
  help: "Names of countries: the one that the row's city is in, in its own language; or any.",
  params: z.strictObject({
    among,
    name: parameter(z.enum(["own language", "English"]).default("own language"), {
      label: "Language",
      help: "Of the name of the address's country.",
      control: "select",
    }),
    ...addressFields,
  }),
  describe: (p) => (p.among === "world" ? "any country" : describeAddress(p)),
  plain: (p) => p.among === "world",
  compile(p, context) {
    const limit = textLimit(context.type);
    return placeKernel(
      p,
      ({ country: { code, code3, name, native } }) =>
        limit < 4 ? (limit < 3 ? code : code3) : p.name === "English" ? name : native,
      context,
    );
  },
});

const codeParams = z.strictObject({ among, ...addressFields });
const code = (id: "location.countryCode" | "location.countryCode3", part: "code" | "code3"): Generator =>
  overMethod({
    id,
    help: `ISO 3166 codes of ${part === "code" ? "two" : "three"} letters: of the country that the row's city is in, or of any.`,
    params: codeParams,
    describe: (p) => (p.among === "world" ? "any country" : describeAddress(p)),
    plain: (p) => p.among === "world",
    compile: (p, context) => placeKernel(p, (place) => place.country[part], context),
  });

const timeZone = overMethod({
  id: "location.timeZone",
  help: "Names of time zones, such as Europe/Stockholm: the one of the row's city, or any.",
  params: z.strictObject({ among, ...addressFields }),
  describe: (p) => (p.among === "world" ? "any zone" : describeAddress(p)),
  plain: (p) => p.among === "world",
  compile: (p, context) => placeKernel(p, (place) => place.timeZone, context),
});

const street = overMethod({
  id: "location.street",
  revision: 1,
  help: "Names of streets, as the row's country has them.",
  params: plainParams,
  describe: describeAddress,
  compile: (p, context) =>
    writtenKernel(
      p,
      (sink, place, row, addresses) => {
        const streets = streetNames(place.country);
        putEntry(sink, streets, streetOf(row, addresses, streets.texts.length));
      },
      context,
    ),
});

const buildingNumber = overMethod({
  id: "location.buildingNumber",
  help: "House numbers: the one of the row's street address.",
  params: plainParams,
  describe: describeAddress,
  compile: (p, context) =>
    writtenKernel(p, (sink, _place, row, addresses) => putDigits(sink, houseNumber(row, addresses)), context),
});

const streetAddress = overMethod({
  id: "location.streetAddress",
  revision: 1,
  help: "A street with a house number, in the order of the row's country.",
  params: z.strictObject({
    useFullAddress: parameter(z.boolean().default(false), {
      label: "With apartment",
      help: "Followed by an apartment.",
    }),
    ...addressFields,
  }),
  own: ["useFullAddress"],
  describe: describeAddress,
  compile: (p, context) =>
    writtenKernel(
      p,
      (sink, place, row, addresses) => {
        putStreetAddress(sink, place.country, row, addresses);
        if (!p.useFullAddress) return;
        putText(sink, ", ");
        putDigits(sink, 1 + ((addresses.word(row, 40) >>> 0) % 60));
      },
      context,
    ),
});

const postalAddress = overMethod({
  id: "location.postalAddress",
  revision: 1,
  help: "The row's whole address in one text: street, postcode, city and country.",
  params: plainParams,
  describe: describeAddress,
  compile: (p, context) =>
    writtenKernel(
      p,
      (sink, place, row, addresses) => {
        putStreetAddress(sink, place.country, row, addresses);
        putText(sink, ", ");
        putCityLine(sink, place, row, addresses);
        putText(sink, `, ${place.country.native}`);
      },
      context,
    ),
});

/** The parts of an address that are texts, over faker's methods of the same names. */
export const addressTexts: readonly Generator[] = [
  street,
  streetAddress,
  buildingNumber,
  city,
  state,
  county,
  country,
  code("location.countryCode", "code"),
  code("location.countryCode3", "code3"),
  timeZone,
  postalAddress,
];
