import { encodeUtf8 } from "../../base/utf8.ts";
import { textDictionary, type TextDictionary } from "../../vectors/text-dictionary.ts";
import { ensureRoom, putByte, putDigits, putEntry, type TextSink } from "../text/text-sink.ts";
import { lanes, type Addresses } from "./addresses.ts";
import type { Country, Place } from "./places/country.ts";

// Addresses are written from dictionaries and bytes that are made once: a text put together from strings takes ten times as long.

const share = (word: number): number => (word >>> 0) * 2.3283064365386963e-10;

interface Written {
  /** Every street of the country: each first part with each last part. */
  readonly streets: TextDictionary;
  /** What stands between the parts of a street address: -1 the street, -2 the number, -3 a digit, else an entry of `literals`. */
  readonly form: readonly number[];
  readonly literals: TextDictionary;
}

const written = new WeakMap<Country, Written>();

function writtenOf(country: Country): Written {
  let made = written.get(country);
  if (!made) written.set(country, (made = compile(country)));
  return made;
}

const signs: Readonly<Record<string, number>> = { "%s": -1, "%n": -2, "%d": -3 };

function compile({ streets: { first, last, form } }: Country): Written {
  const parts = form.split(/(%[snd])/).filter((part) => part !== "");
  const literals = parts.filter((part) => signs[part] === undefined);
  return {
    // The last parts are the outer loop, as they are drawn.
    streets: textDictionary(last.flatMap((end) => first.map((start) => start + end))),
    form: parts.map((part) => signs[part] ?? literals.indexOf(part)),
    literals: textDictionary(literals.length === 0 ? [""] : literals),
  };
}

/** The street names of a country, for columns of streets alone. */
export const streetNames = (country: Country): TextDictionary => writtenOf(country).streets;

/** The place of the row's street among the country's. */
export const streetOf = (row: number, addresses: Addresses, count: number): number =>
  Math.floor(share(addresses.word(row, lanes.street)) * count);

/** The row's house number: low ones are frequent, as streets are short. */
export function houseNumber(row: number, addresses: Addresses): number {
  const unit = share(addresses.word(row, lanes.houseNumber));
  return 1 + Math.floor(unit * unit * 199);
}

/** The street and house number in the order of the country. */
export function putStreetAddress(sink: TextSink, country: Country, row: number, addresses: Addresses): void {
  const { streets, form, literals } = writtenOf(country);
  let lane: number = lanes.parts;
  for (const part of form) {
    if (part >= 0) putEntry(sink, literals, part);
    else if (part === -1) putEntry(sink, streets, streetOf(row, addresses, streets.texts.length));
    else if (part === -2) putDigits(sink, houseNumber(row, addresses));
    else putByte(sink, 49 + Math.floor(share(addresses.word(row, lane++)) * 9));
  }
}

/** A form of postcodes as bytes, and the places of its digits and letters. */
interface Form {
  readonly bytes: Uint8Array;
  readonly free: readonly { readonly at: number; readonly letter: boolean }[];
}

const forms = new WeakMap<Place, readonly Form[]>();

function formsOf(place: Place): readonly Form[] {
  let made = forms.get(place);
  if (!made) {
    made = place.postcodes.map((text) => {
      const bytes = encodeUtf8(text);
      const free = [...bytes.entries()].flatMap(([at, byte]) =>
        byte === 35 || byte === 64 ? [{ at, letter: byte === 64 }] : [],
      );
      return { bytes, free };
    });
    forms.set(place, made);
  }
  return made;
}

/** Letters that no country's postcodes leave out for looking like others. */
const letters = "ABEGHJLNPRTWXYZ";
/** So many digits or letters come out of one random word. */
const perWord = 5;

/** The row's postcode, one of its city's forms. */
export function putPostcode(sink: TextSink, place: Place, row: number, addresses: Addresses): void {
  const all = formsOf(place);
  const form = all[Math.floor(share(addresses.word(row, lanes.postcode)) * all.length)];
  if (!form) return;
  const { bytes, free } = form;
  ensureRoom(sink, bytes.length);
  const { at } = sink;
  // A short copy, byte by byte, is faster than set().
  for (let k = 0; k < bytes.length; k++) sink.bytes[at + k] = bytes[k] ?? 0;
  let rest = 0;
  for (let k = 0; k < free.length; k++) {
    if (k % perWord === 0) rest = share(addresses.word(row, lanes.parts + 8 + k));
    const { at: offset, letter } = free[k] ?? { at: 0, letter: false };
    rest *= letter ? letters.length : 10;
    const drawn = Math.floor(rest);
    rest -= drawn;
    sink.bytes[at + offset] = letter ? letters.charCodeAt(drawn) : 48 + drawn;
  }
  sink.at = at + bytes.length;
}
