import type { EncodeTarget, Format, TableEncoder } from "./encoder.ts";
import { sqlOptions } from "./sql-options.ts";
import { sql } from "./sql.ts";

/** The table that rows pass through on their way into a table that has some of them already. */
export const stagingTable = { schema: "temp", name: "seedloom_rows" } as const;

/** Larger statements than a person reads: SQLite takes each on its own. */
const options = sqlOptions.parse({ "rows-per-statement": 1000 });

/** Encoders of as many row counts as are in use at a time: that of a whole batch, and those of a table's first and last. */
const keptEncoders = 4;

/**
 * The INSERT statements of an SQL file without its transaction. Each batch is whole statements, since the pieces of a load
 * are executed one by one.
 */
function wholeStatements({ options: _options, ...target }: EncodeTarget): TableEncoder {
  const encoders = new Map<number, TableEncoder>();
  function encoderOf(count: number): TableEncoder {
    const known = encoders.get(count);
    if (known !== undefined) return known;
    const encoder = sql.encoder({ ...target, options, rowCount: count });
    if (encoders.size >= keptEncoders) encoders.clear();
    encoders.set(count, encoder);
    return encoder;
  }
  return {
    header: () => undefined,
    rows: (batch, out) => encoderOf(batch.count).rows({ ...batch, start: 0 }, out),
    footer: () => undefined,
  };
}

/** Rows for a table of a SQLite database that is being loaded. */
export const sqliteInsert: Format = {
  id: "sqlite-insert",
  label: "Load into SQLite",
  extension: "sql",
  encoder: ({ ring: _ring, ...target }) => wholeStatements({ ...target, dialect: "sqlite" }),
};

/** Rows for the {@link stagingTable}, from which they are inserted or update what is there. */
export const sqliteStaged: Format = {
  ...sqliteInsert,
  id: "sqlite-staged",
  encoder: ({ ring: _ring, table, ...target }) =>
    wholeStatements({ ...target, dialect: "sqlite", table: { ...table, ...stagingTable } }),
};
