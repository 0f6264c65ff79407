import { z } from "zod";
import { defineGenerator, type Generator } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { boundedDomain, boundsProblems, countWithin, type Bounds } from "../numbers/bounds.ts";
import { takesNumbers } from "../numbers/scaled-column.ts";

function coordinate(id: string, label: string, most: number, help: string): Generator {
  const params = z.strictObject({
    min: parameter(z.number().min(-most).max(most).default(-most), {
      label: "From",
      unit: "°",
      help: "The smallest value.",
    }),
    max: parameter(z.number().min(-most).max(most).default(most), {
      label: "To",
      unit: "°",
      help: "The largest value.",
    }),
  });
  const bounds = (p: z.infer<typeof params>): Bounds => ({ ...p, scale: 6 });
  return defineGenerator<z.infer<typeof params>>({
    id,
    version: 1,
    label,
    help,
    category: "places",
    keywords: ["gps", "geo", "coordinate", "position", "map", label.slice(0, 3).toLowerCase()],
    icon: "map-pin",
    params,
    accepts: (type) => type.kind !== "integer" && takesNumbers(type),
    describe: (p) => `${p.min}° to ${p.max}°`,
    capacity: (p, type) => countWithin(bounds(p), type),
    problems: (p, { type }) => boundsProblems(bounds(p), type),
    compile: (p, context) => boundedDomain(bounds(p), context),
  });
}

export const latitude = coordinate("location.latitude", "Latitude", 90, "Degrees north of the equator, six decimals.");
export const longitude = coordinate("location.longitude", "Longitude", 180, "Degrees east of Greenwich, six decimals.");
