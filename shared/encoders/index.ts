import { copyBinary } from "./copy-binary.ts";
import { copyText } from "./copy-text.ts";
import { csv } from "./csv.ts";
import type { FileFormat, Format } from "./encoder.ts";
import { json, ndjson } from "./json.ts";
import { mysqlFields, mysqlTuples } from "./mysql-load.ts";
import { parquet } from "./parquet.ts";
import { sql } from "./sql.ts";
import { sqliteFile } from "./sqlite-file.ts";
import { sqliteInsert, sqliteStaged } from "./sqlite-load.ts";
import { xlsx } from "./xlsx.ts";
import { xml } from "./xml.ts";
import { yaml } from "./yaml.ts";

/** The formats of an export, in the order of the window's list. */
export const formats: readonly FileFormat[] = [sql, csv, json, ndjson, yaml, parquet, xlsx, xml, sqliteFile];

/** The formats in which rows go into a database: each engine's own. No export offers them. */
const loadFormats: readonly Format[] = [sqliteInsert, sqliteStaged, copyBinary, copyText, mysqlFields, mysqlTuples];

/** The format with this id, of an export or of a load, or undefined. */
export const formatById = (id: string): Format | undefined =>
  [...formats, ...loadFormats].find((format) => format.id === id);
