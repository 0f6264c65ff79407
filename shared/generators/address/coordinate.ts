import { z } from "zod";
import { boundedDomain, boundsProblems, countWithin, type Bounds } from "../numbers/bounds.ts";
import { scaledColumn, takesNumbers, toScaled } from "../numbers/scaled-column.ts";
import { defineGenerator, type CompileContext, type Generator, type Kernel } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { inColumn } from "../text/as-text.ts";
import {
  addressBundle,
  addressesOf,
  addressFields,
  addressInputs,
  addressProblems,
  lanes,
  type AddressParams,
} from "./addresses.ts";
import { describeAddress } from "./address-parts.ts";

/** A house lies within so many degrees of the middle of its city: about four kilometres. */
const around = 0.04;

function coordinate(part: "latitude" | "longitude", label: string, most: number, help: string): Generator {
  const params = z.strictObject({
    at: parameter(z.enum(["address", "range"]).default("address"), {
      label: "At",
      help: "address: near the row's city; range: anywhere between the two limits.",
      control: "select",
    }),
    min: parameter(z.number().min(-most).max(most).default(-most), { label: "From", unit: "°", help: "For a range." }),
    max: parameter(z.number().min(-most).max(most).default(most), { label: "To", unit: "°", help: "For a range." }),
    ...addressFields,
  });
  type Params = z.infer<typeof params>;
  const bounds = (p: Params): Bounds => ({ min: p.min, max: p.max, scale: 6 });
  // Whoever sets a limit wants a range.
  const ranged = (p: Params): boolean => p.at === "range" || p.min > -most || p.max < most;
  return defineGenerator<Params>({
    id: `location.${part}`,
    version: 3,
    label,
    help,
    category: "places",
    keywords: ["gps", "geo", "coordinate", "position", "map", label.slice(0, 3).toLowerCase()],
    icon: "map-pin",
    params,
    localized: true,
    bundle: addressBundle,
    accepts: (type) => type.kind !== "integer" && takesNumbers(type),
    describe: (p) => (ranged(p) ? `${p.min}° to ${p.max}°` : describeAddress(p)),
    capacity: (p, type) => countWithin(bounds(p), type),
    inputs: (p) => (ranged(p) ? [] : addressInputs(p)),
    problems: (p, { type, columns }) => [...addressProblems(p, columns), ...boundsProblems(bounds(p), type)],
    compile: (p, context) =>
      context.unique || ranged(p) ? boundedDomain(bounds(p), context) : nearPlace(part, p, context),
  });
}

/** A point near the row's city, of which the other coordinate is drawn from its own lane. */
function nearPlace(part: "latitude" | "longitude", p: AddressParams, context: CompileContext): Kernel {
  const addresses = addressesOf(context, p);
  const column = scaledColumn(context.type, 6, context.batchRows);
  const places = new Int32Array(context.batchRows);
  const { scaled, lowest, highest, scale } = column;
  const centres = Float64Array.from(addresses.atlas.places, (place) => toScaled(place[part], scale));
  const spread = (2 * around * 10 ** scale) / 4_294_967_296;
  const kernel: Kernel = {
    out: column.out,
    fill(rows, count) {
      addresses.fill(rows, count, places);
      for (let i = 0; i < count; i++) {
        const row = rows[i] ?? 0;
        const away = addresses.word(row, lanes[part]) * spread;
        const value = Math.round((centres[places[i] ?? 0] ?? 0) + away);
        scaled[i] = Math.max(lowest, Math.min(highest, value));
      }
      column.finish(count);
    },
  };
  return inColumn(kernel, context);
}

export const latitude = coordinate("latitude", "Latitude", 90, "Degrees north of the equator, near the row's city.");
export const longitude = coordinate("longitude", "Longitude", 180, "Degrees east of Greenwich, near the row's city.");
