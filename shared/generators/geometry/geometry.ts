import { z } from "zod";
import { newBytesVector } from "../../vectors/new-vector.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { defineGenerator, type CompileContext, type Kernel, type ParameterProblem } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { takesText, textKernel } from "../text/text-kernel.ts";
import { openSink, putSlice, putText, textSink } from "../text/text-sink.ts";
import { geoJson, hexadecimal, native, wkb, wkt } from "./notations.ts";
import { figureOf, type Figure } from "./shapes.ts";

const params = z.strictObject({
  figure: parameter(z.enum(["point", "line", "polygon", "box"]).default("point"), {
    label: "Figure",
    help: "A column of one figure's own type has that one.",
    control: "select",
  }),
  form: parameter(z.enum(["WKT", "EWKT", "GeoJSON", "WKB", "EWKB", "MySQL"]).default("WKT"), {
    label: "Written",
    help: "WKT and GeoJSON as text; WKB, EWKB (PostGIS) and MySQL's form as bytes, in hexadecimal digits in a text.",
    control: "select",
  }),
  west: parameter(z.number().min(-10_000_000).max(10_000_000).default(-10), {
    label: "West",
    help: "The least x or longitude.",
  }),
  east: parameter(z.number().min(-10_000_000).max(10_000_000).default(30), {
    label: "East",
    help: "The largest x or longitude.",
  }),
  south: parameter(z.number().min(-10_000_000).max(10_000_000).default(36), {
    label: "South",
    help: "The least y or latitude.",
  }),
  north: parameter(z.number().min(-10_000_000).max(10_000_000).default(60), {
    label: "North",
    help: "The largest y or latitude.",
  }),
  size: parameter(z.number().positive().max(10_000_000).default(0.5), {
    label: "Size",
    help: "How far lines, polygons and boxes reach from their middle.",
  }),
  corners: parameter(z.int().min(2).max(64).default(5), { label: "Corners", help: "Of lines and polygons." }),
  srid: parameter(z.int().min(0).max(999_999).default(4326), {
    label: "SRID",
    help: "The spatial reference system, where the form has one: 4326 is longitude and latitude.",
  }),
});
type Params = z.infer<typeof params>;

const ownTypes = ["point", "line", "segment", "box", "path", "polygon", "circle"] as const;
type OwnType = (typeof ownTypes)[number];

/** The geometric type of PostgreSQL that a column has, where it has one. */
const ownType = (type: ValueType): OwnType | undefined =>
  type.kind === "notation" ? ownTypes.find((name) => name === type.notation) : undefined;

function figureKind(p: Params, own: OwnType | undefined): Figure["kind"] {
  if (own === undefined) return p.figure;
  if (own === "circle") return "box";
  return own === "segment" || own === "path" || own === "line" ? "line" : own;
}

/** Points, lines, polygons and boxes within an area, in the notations that spatial columns take. */
export const geometry = defineGenerator<Params>({
  id: "geometry",
  version: 1,
  label: "Geometry",
  help: "Points, lines, polygons and boxes within an area: WKT, GeoJSON, WKB, or PostgreSQL's own types.",
  category: "places",
  keywords: ["gis", "postgis", "spatial", "wkt", "wkb", "geojson", "polygon", "shape", "location", "srid", "map"],
  icon: "polygon",
  params,
  shorthand: "figure",
  accepts: (type) =>
    ownType(type) !== undefined ||
    (type.kind === "notation" && type.notation === "geometry") ||
    type.kind === "json" ||
    (type.kind === "bytes" && (type.maxLength ?? 1200) >= 1200) ||
    takesText(type, 800),
  describe: (p, type) => `${ownType(type) ?? p.figure}s, ${p.west} to ${p.east}, ${p.south} to ${p.north}`,
  capacity: () => 1,
  problems(p): readonly ParameterProblem[] {
    const found: ParameterProblem[] = [];
    if (p.west >= p.east) {
      const message = `The area's west ${p.west} is not west of its east ${p.east}.`;
      found.push({ severity: "error", message, fix: { label: "Swap them", params: { west: p.east, east: p.west } } });
    }
    if (p.south >= p.north) {
      const message = `The area's south ${p.south} is not south of its north ${p.north}.`;
      found.push({
        severity: "error",
        message,
        fix: { label: "Swap them", params: { south: p.north, north: p.south } },
      });
    }
    return found;
  },
  compile(p, context): Kernel {
    const own = ownType(context.type);
    const kind = figureKind(p, own);
    const area = {
      west: Math.min(p.west, p.east),
      east: Math.max(p.west, p.east),
      south: Math.min(p.south, p.north),
      north: Math.max(p.south, p.north),
    };
    const corners = own === "segment" || own === "line" ? 2 : kind === "polygon" ? Math.max(3, p.corners) : p.corners;
    const figure = (row: number): Figure => figureOf(kind, area, p.size, corners, context.stream, row);
    if (context.type.kind === "bytes") return bytesKernel(p, context, figure);
    const write = own ? (shape: Figure) => native(shape, own) : writerOf(p, context.type);
    return textKernel(context, (sink, row) => putText(sink, write(figure(row))), { distinct: true });
  },
});

function writerOf(p: Params, type: ValueType): (figure: Figure) => string {
  if (type.kind === "json") return geoJson;
  switch (p.form) {
    case "WKT":
      return wkt;
    case "EWKT":
      return (figure) => `SRID=${p.srid};${wkt(figure)}`;
    case "GeoJSON":
      return geoJson;
    case "WKB":
      return (figure) => hexadecimal(wkb(figure, undefined, "plain"));
    case "EWKB":
      return (figure) => hexadecimal(wkb(figure, p.srid, "ewkb"));
    case "MySQL":
      return (figure) => hexadecimal(wkb(figure, p.srid, "mysql"));
  }
}

function bytesKernel(p: Params, context: CompileContext, figure: (row: number) => Figure): Kernel {
  const out = newBytesVector(context.batchRows);
  const sink = textSink(out);
  const form = p.form === "EWKB" ? "ewkb" : p.form === "MySQL" ? "mysql" : "plain";
  const limit = context.type.kind === "bytes" ? (context.type.maxLength ?? Infinity) : Infinity;
  return {
    out,
    fill(rows, count) {
      out.hasNulls = false;
      openSink(sink);
      for (let i = 0; i < count; i++) {
        const bytes = wkb(figure(rows[i] ?? 0), p.srid, form);
        putSlice(sink, bytes, 0, Math.min(bytes.length, limit));
        out.offsets[i + 1] = sink.at;
      }
    },
  };
}
