import type { Atlas } from "./atlas.ts";
import type { Place } from "./places/country.ts";

// The places of a country in the order in which rows go through them, and by the names that other columns have for them.

/** What a name has before it when all of a country have been there: "", then these in turn. */
export const placePrefixes = ["", "North ", "South ", "East ", "West ", "New ", "Upper ", "Lower ", "Old "] as const;

type Lists = readonly (readonly number[])[];

/** For each country of an atlas the indexes of its places by size, the largest first, each name once. */
function listsOf(atlas: Atlas, nameOf: (place: Place) => string): Lists {
  return atlas.countries.map((country): readonly number[] => {
    const seen = new Set<string>();
    const start = atlas.places.findIndex((place) => place.country === country);
    return country.places
      .map((place, k) => ({ name: nameOf(place), weight: place.weight, index: start + k }))
      .toSorted((a, b) => b.weight - a.weight)
      .filter(({ name }) => !seen.has(name) && Boolean(seen.add(name)))
      .map(({ index }) => index);
  });
}

/** Made once for each atlas: a preview compiles at every edit. */
function remembered(make: (atlas: Atlas) => Lists): (atlas: Atlas) => Lists {
  const made = new WeakMap<Atlas, Lists>();
  return (atlas) => {
    const lists = made.get(atlas) ?? make(atlas);
    made.set(atlas, lists);
    return lists;
  };
}

/** Each country's cities. */
export const cityLists = remembered((atlas) => listsOf(atlas, ({ city }) => city));
/** Each country's regions, by their largest cities. */
export const regionLists = remembered((atlas) => listsOf(atlas, ({ region }) => region));

/**
 * Finds a place by its city's name, in a country of the atlas or in any (-1): its index in `places`, -1 where there is none.
 * Names with one of {@link placePrefixes} are those without.
 */
export function cityFinder(atlas: Atlas): (city: string, country: number) => number {
  const inCountry = atlas.countries.map(() => new Map<string, number>());
  const anywhere = new Map<string, number>();
  for (const [k, list] of cityLists(atlas).entries()) {
    for (const index of list) {
      const name = atlas.places[index]?.city ?? "";
      inCountry[k]?.set(name, index);
      if (!anywhere.has(name)) anywhere.set(name, index);
    }
  }
  return (city, country) => {
    const names = inCountry[country] ?? anywhere;
    const found = names.get(city);
    if (found !== undefined) return found;
    const prefix = placePrefixes.find((one) => one !== "" && city.startsWith(one));
    return prefix === undefined ? -1 : (names.get(city.slice(prefix.length)) ?? -1);
  };
}
