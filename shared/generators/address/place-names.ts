import { newDictionaryVector } from "../../vectors/new-vector.ts";
import { textDictionary, type TextDictionary } from "../../vectors/text-dictionary.ts";
import type { CompileContext, Kernel } from "../generator.ts";
import { textKernel, textLimit } from "../text/text-kernel.ts";
import { putDigits, putEntry, putText } from "../text/text-sink.ts";
import type { Addresses } from "./addresses.ts";
import type { Atlas } from "./atlas.ts";
import type { Country } from "./places/country.ts";
import { placePrefixes } from "./place-lists.ts";

// The names of cities and regions that come each once: a country's own, then those with a prefix, then numbered ones.

/** The longest of these names, with prefix, country and number. */
const longest = 60;

interface PlaceNames {
  /** Each place's name with each prefix: place × prefixes. */
  readonly names: TextDictionary;
  /** The same, where a name that another country has as well has the country's code behind it. */
  readonly distinct: TextDictionary;
}

const made = { city: new WeakMap<Atlas, PlaceNames>(), region: new WeakMap<Atlas, PlaceNames>() };

function namesOf(atlas: Atlas, part: "city" | "region"): PlaceNames {
  const known = made[part].get(atlas);
  if (known !== undefined) return known;
  const entries = atlas.places.flatMap((place) =>
    placePrefixes.map((prefix) => ({ text: prefix + place[part], country: place.country })),
  );
  const countryOf = new Map<string, Country>();
  const apart = entries.map(({ text, country }) => {
    const key = text.toLowerCase();
    const first = countryOf.get(key) ?? country;
    countryOf.set(key, first);
    return first === country ? text : `${text} (${country.code})`;
  });
  const names = { names: textDictionary(entries.map(({ text }) => text)), distinct: textDictionary(apart) };
  made[part].set(atlas, names);
  return names;
}

/** Whether names that come each once differ in this column by themselves, since none is cut. */
export const holdsPlaceNames = (context: CompileContext): boolean => textLimit(context.type) >= longest;

/** A column of the cities or regions of `addresses`, which come each once; `rounds` are those of the addresses. */
export function eachPlaceOnce(
  part: "city" | "region",
  addresses: Addresses,
  rounds: Int32Array,
  context: CompileContext,
): Kernel {
  const { names, distinct } = namesOf(addresses.atlas, part);
  const places = new Int32Array(context.batchRows);
  const each = placePrefixes.length;
  const entry = (i: number): number => (places[i] ?? 0) * each + ((rounds[i] ?? 0) % each);
  const limit = textLimit(context.type);
  if (context.unique || limit < longest) {
    const write = context.unique ? distinct : names;
    return textKernel(
      context,
      (sink, _row, i) => {
        putEntry(sink, write, entry(i));
        const round = rounds[i] ?? 0;
        if (round < each) return;
        putText(sink, " ");
        putDigits(sink, 1 + Math.floor(round / each));
      },
      { words: true, distinct: true, open: (rows, count) => addresses.fill(rows, count, places) },
    );
  }
  const out = newDictionaryVector(context.batchRows, names);
  return {
    out,
    fill(rows, count) {
      out.hasNulls = false;
      addresses.fill(rows, count, places);
      for (let i = 0; i < count; i++) out.codes[i] = entry(i);
    },
  };
}
