import { formatScaled } from "../text/cell-text.ts";
import { whole, type Figure, type Position } from "./shapes.ts";

/** A coordinate in decimals, without zeros at the end. */
const coordinate = (value: number): string => formatScaled(value, 6).replace(/\.?0+$/, "");
const pair = ([x, y]: Position, between: string): string => coordinate(x) + between + coordinate(y);

/** The closed ring of a figure with an inside; a box goes round its corners. */
function ringOf({ kind, positions }: Figure): readonly Position[] {
  const [low, high] = positions;
  if (kind !== "box" || !low || !high) return positions;
  return [low, [high[0], low[1]], high, [low[0], high[1]], low];
}

const area = ({ kind }: Figure): boolean => kind === "polygon" || kind === "box";

/** Well-known text (OGC 06-103r4, section 7): POINT(1 2), LINESTRING(…), POLYGON((…)). */
export function wkt(figure: Figure): string {
  const list = ringOf(figure)
    .map((position) => pair(position, " "))
    .join(",");
  return area(figure) ? `POLYGON((${list}))` : `${figure.kind === "point" ? "POINT" : "LINESTRING"}(${list})`;
}

/** GeoJSON (RFC 7946). */
export function geoJson(figure: Figure): string {
  const list = ringOf(figure).map((position) => `[${pair(position, ",")}]`);
  if (figure.kind === "point") return `{"type":"Point","coordinates":${list[0] ?? "[]"}}`;
  return area(figure)
    ? `{"type":"Polygon","coordinates":[[${list.join(",")}]]}`
    : `{"type":"LineString","coordinates":[${list.join(",")}]}`;
}

/** Well-known binary, little-endian, as bytes; with a spatial reference as PostGIS extends it, or 4 bytes of it in front as MySQL keeps it. */
export function wkb(figure: Figure, srid: number | undefined, form: "plain" | "ewkb" | "mysql"): Uint8Array {
  const positions = ringOf(figure);
  const head = form === "mysql" ? 4 : 0;
  const marked = form === "ewkb" && srid !== undefined;
  const counts = figure.kind === "point" ? 0 : area(figure) ? 8 : 4;
  const view = new DataView(new ArrayBuffer(head + 5 + (marked ? 4 : 0) + counts + positions.length * 16));
  let at = 0;
  const word = (value: number): void => {
    view.setUint32(at, value, true);
    at += 4;
  };
  if (form === "mysql") word(srid ?? 0);
  view.setUint8(at++, 1);
  const type = figure.kind === "point" ? 1 : area(figure) ? 3 : 2;
  word(marked ? type + 0x20000000 : type);
  if (marked) word(srid);
  if (area(figure)) word(1);
  if (figure.kind !== "point") word(positions.length);
  for (const value of positions.flat()) {
    view.setFloat64(at, value / whole, true);
    at += 8;
  }
  return new Uint8Array(view.buffer);
}

/** Bytes in hexadecimal digits, as PostGIS takes them. */
export const hexadecimal = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();

/** PostgreSQL's own geometric types (manual, section 8.8). */
export function native(
  figure: Figure,
  type: "point" | "segment" | "box" | "path" | "polygon" | "circle" | "line",
): string {
  const { positions } = figure;
  const first: Position = positions[0] ?? [0, 0];
  const last: Position = positions.at(-1) ?? [0, 0];
  const shown = (list: readonly Position[]): string => list.map((position) => `(${pair(position, ",")})`).join(",");
  switch (type) {
    case "point":
      return shown([first]);
    case "segment":
      return `[${shown([first, last])}]`;
    case "box":
      // The upper right corner comes first.
      return shown([last, first]);
    case "path":
      return `[${shown(positions)}]`;
    case "polygon":
      return `(${shown(positions.slice(0, -1))})`;
    case "circle":
      return `<${shown([[Math.round((first[0] + last[0]) / 2), Math.round((first[1] + last[1]) / 2)]])},${coordinate(Math.max(1, Math.floor(Math.abs(last[0] - first[0]) / 2)))}>`;
    case "line":
      // A, B and C of Ax + By + C = 0; upright where both ends have the same x.
      return first[0] === last[0]
        ? `{1,0,${coordinate(-first[0])}}`
        : `{${coordinate(slope(first, last))},-1,${coordinate(first[1])}}`;
  }
}

const slope = ([x1, y1]: Position, [x2, y2]: Position): number => Math.round(((y2 - y1) / (x2 - x1)) * whole);
