/** What PostgreSQL and SQLite do with a row whose key is there: take over the other columns, or leave it where there are none. */
export const excluded = (columns: readonly string[]): string =>
  columns.length === 0
    ? "DO NOTHING"
    : `DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(", ")}`;
