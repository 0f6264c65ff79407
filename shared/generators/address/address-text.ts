import type { Kernel, CompileContext } from "../generator.ts";
import { newDictionaryVector } from "../../vectors/new-vector.ts";
import { textDictionary } from "../../vectors/text-dictionary.ts";
import { textKernel, textLimit } from "../text/text-kernel.ts";
import { putEntry, putText, type TextSink } from "../text/text-sink.ts";
import { addressesOf, type AddressParams, type Addresses } from "./addresses.ts";
import type { Place } from "./places/country.ts";
import { putPostcode } from "./written.ts";

/** A column of texts that follow from the place alone: its city, its region. What is too long is cut behind a word. */
export function placeKernel(p: AddressParams, textOf: (place: Place) => string, context: CompileContext): Kernel {
  const addresses = addressesOf(context, p);
  const texts: string[] = [];
  const entries = new Map<string, number>();
  const entryOf = Int32Array.from(addresses.atlas.places, (place) => {
    const text = textOf(place);
    const known = entries.get(text) ?? texts.push(text) - 1;
    entries.set(text, known);
    return known;
  });
  const dictionary = textDictionary(texts);
  const limit = textLimit(context.type);
  if (context.unique || texts.some((text) => text.length > limit)) {
    const codes = new Int32Array(context.batchRows);
    return textKernel(context, (sink, _row, i) => putEntry(sink, dictionary, codes[i] ?? 0), {
      joiner: " ",
      words: true,
      open: (rows, count) => addresses.fill(rows, count, codes, entryOf),
    });
  }
  const out = newDictionaryVector(context.batchRows, dictionary);
  return {
    out,
    fill(rows, count) {
      out.hasNulls = false;
      addresses.fill(rows, count, out.codes, entryOf);
    },
  };
}

/** A column of texts written for each row. */
export function writtenKernel(
  p: AddressParams,
  write: (sink: TextSink, place: Place, row: number, addresses: Addresses) => void,
  context: CompileContext,
): Kernel {
  const addresses = addressesOf(context, p);
  const { places } = addresses.atlas;
  const drawn = new Int32Array(context.batchRows);
  return textKernel(
    context,
    (sink, row, i) => {
      const place = places[drawn[i] ?? 0];
      if (place) write(sink, place, row, addresses);
    },
    { joiner: " ", words: true, open: (rows, count) => addresses.fill(rows, count, drawn) },
  );
}

/** The postcode, city and region in the order of the country. */
export function putCityLine(sink: TextSink, place: Place, row: number, addresses: Addresses): void {
  const { cityLine } = place.country;
  for (let k = 0; k < cityLine.length; k++) {
    const sign = cityLine[k] ?? "";
    if (sign !== "%") putText(sink, sign);
    else {
      k++;
      if (cityLine[k] === "p") putPostcode(sink, place, row, addresses);
      else putText(sink, cityLine[k] === "r" ? place.regionCode : place.city);
    }
  }
}
