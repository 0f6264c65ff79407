import { csv } from "./csv.ts";
import type { Format } from "./encoder.ts";
import { json, ndjson } from "./json.ts";
import { sql } from "./sql.ts";

/** The formats of an export, in the order of the window's list. */
export const formats: readonly Format[] = [sql, csv, json, ndjson];

/** The format with this id, or undefined. */
export const formatById = (id: string): Format | undefined => formats.find((format) => format.id === id);
