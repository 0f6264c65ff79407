import { unit53At, type Stream } from "../../random/stream.ts";

/** Longitude and latitude, or x and y, in whole millionths. */
export type Position = readonly [x: number, y: number];

/** A figure: a polygon's ring is closed, its first position repeated at the end, and goes counter-clockwise (RFC 7946). */
export interface Figure {
  readonly kind: "point" | "line" | "polygon" | "box";
  readonly positions: readonly Position[];
}

export interface Area {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** One degree, or one unit of the plane, in millionths. */
export const whole = 1_000_000;

/**
 * The figure of a row: a point within the area; a line or polygon of `corners` positions, or a box, within `size` of such a
 * point. Polygons are convex, so that no engine finds them invalid: their corners lie on an ellipse in order, by a table of
 * directions rather than by sines, which differ between machines.
 */
export function figureOf(
  kind: Figure["kind"],
  area: Area,
  size: number,
  corners: number,
  stream: Stream,
  row: number,
): Figure {
  const clamp = (value: number, low: number, high: number): number =>
    Math.max(low * whole, Math.min(high * whole, value));
  const place = ([dx, dy]: readonly [number, number], [x, y]: Position): Position => [
    clamp(Math.round(x + dx * size * whole), area.west, area.east),
    clamp(Math.round(y + dy * size * whole), area.south, area.north),
  ];
  const within = (low: number, high: number, lane: number): number =>
    Math.round((low + unit53At(stream, row, lane) * (high - low)) * whole);
  // Room for the whole figure, so that no corner is pressed against the edge of the area.
  const roomX = Math.min(size, (area.east - area.west) / 2);
  const roomY = Math.min(size, (area.north - area.south) / 2);
  if (kind === "point")
    return { kind, positions: [[within(area.west, area.east, 0), within(area.south, area.north, 2)]] };
  const centre: Position = [
    within(area.west + roomX, area.east - roomX, 0),
    within(area.south + roomY, area.north - roomY, 2),
  ];
  if (kind === "box") {
    const [w, h] = [0.1 + 0.9 * unit53At(stream, row, 4), 0.1 + 0.9 * unit53At(stream, row, 6)];
    return { kind, positions: [place([-w, -h], centre), place([w, h], centre)] };
  }
  if (kind === "line") {
    const positions = Array.from({ length: corners }, (_, k): Position => {
      const along = corners === 1 ? 0 : (2 * k) / (corners - 1) - 1;
      return place([along, 2 * unit53At(stream, row, 4 + 2 * k) - 1], centre);
    });
    return { kind, positions };
  }
  const ring = Array.from({ length: corners }, (_, k) => {
    // A direction in the k-th part of the circle, never next to its neighbour's.
    const turn = (k + 0.2 + 0.6 * unit53At(stream, row, 4 + 2 * k)) / corners;
    return place(onCircle(turn), centre);
  });
  return { kind, positions: [...ring, ring[0] ?? centre] };
}

/** The point of the unit circle at a part of the full turn, counter-clockwise from the east: by the rational parametrisation of a quarter. */
function onCircle(turn: number): readonly [number, number] {
  const quarter = Math.floor(turn * 4) % 4;
  const t = turn * 4 - Math.floor(turn * 4);
  const [x, y] = [(1 - t * t) / (1 + t * t), (2 * t) / (1 + t * t)];
  if (quarter === 0) return [x, y];
  if (quarter === 1) return [-y, x];
  return quarter === 2 ? [-x, -y] : [y, -x];
}
