import type { Dialect } from "../dialects/dialect.ts";
import type { TableModel } from "../schema/schema-model.ts";

/** A table's name as it stands in a statement: its schema before it where that is not the default one. */
export const tableName = (dialect: Dialect, defaultSchema: string, { schema, name }: TableModel): string =>
  schema === defaultSchema ? dialect.identifier(name) : `${dialect.identifier(schema)}.${dialect.identifier(name)}`;
