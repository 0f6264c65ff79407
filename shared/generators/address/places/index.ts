import { asiaPacificAndAfrica } from "./asia-pacific-africa.ts";
import type { Country } from "./country.ts";
import { americas } from "./americas.ts";
import { northernAndEasternEurope } from "./northern-eastern-europe.ts";
import { westernEurope } from "./western-europe.ts";

/** Countries with real places, by ISO code. */
export const countries: ReadonlyMap<string, Country> = new Map(
  [...americas, ...westernEurope, ...northernAndEasternEurope, ...asiaPacificAndAfrica].map((one) => [one.code, one]),
);
