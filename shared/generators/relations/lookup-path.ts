import type { LookupRequest } from "../generator.ts";

/** `users.id` as a table and its column; the table may have a dot in its name, a column has none. */
export function lookupPath(path: string, pick: LookupRequest["pick"]): LookupRequest {
  const dot = path.lastIndexOf(".");
  return { table: path.slice(0, Math.max(0, dot)), column: path.slice(dot + 1), pick };
}
