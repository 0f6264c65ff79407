import type { TableModel } from "../../../shared/schema/schema-model.ts";
import type { Session } from "./session.ts";

/** The storage engine of a table. */
export interface EngineRow {
  readonly schema: string;
  readonly table: string;
  readonly engine: string;
  /** Whether a transaction can take its rows back. */
  readonly transactions: boolean;
}

/** The databases of tables. */
export const schemasOf = (tables: readonly TableModel[]): readonly string[] => [
  ...new Set(tables.map((table) => table.schema)),
];

/** The storage engines of tables. */
export async function fetchEngines(session: Session, tables: readonly TableModel[]): Promise<readonly EngineRow[]> {
  const found: EngineRow[] = [];
  for (const schema of schemasOf(tables)) {
    const rows = await session.rows(
      `SELECT t.TABLE_NAME AS name, t.ENGINE AS engine, e.TRANSACTIONS AS transactions
       FROM information_schema.TABLES AS t LEFT JOIN information_schema.ENGINES AS e ON e.ENGINE = t.ENGINE
       WHERE t.TABLE_SCHEMA = ? AND t.ENGINE IS NOT NULL`,
      [schema],
    );
    for (const row of rows) {
      const table = String(row["name"]);
      if (tables.some((candidate) => candidate.schema === schema && candidate.name === table))
        found.push({ schema, table, engine: String(row["engine"]), transactions: row["transactions"] === "YES" });
    }
  }
  return found;
}
