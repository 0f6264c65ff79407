import type { ForeignKeyModel, TableModel } from "../../../shared/schema/schema-model.ts";
import type { Session } from "./session.ts";
import { qualified, quoted } from "./sql-text.ts";

/** A foreign key with rows that reference nothing. */
export interface Orphans {
  readonly table: TableModel;
  readonly key: ForeignKeyModel;
  readonly rows: number;
}

/** How many rows of a table reference, by one of its keys, rows that are not there. A key with a NULL references nothing. */
export async function countOrphans(session: Session, table: TableModel, key: ForeignKeyModel): Promise<Orphans> {
  const pairs = key.columns.map((column, k) => [quoted(column), quoted(key.referencedColumns[k] ?? "")] as const);
  const [row] = await session.rows(
    `SELECT COUNT(*) AS found FROM ${qualified(table)} AS child LEFT JOIN ${qualified(key.referencedTable)} AS parent
       ON ${pairs.map(([own, other]) => `child.${own} = parent.${other}`).join(" AND ")}
     WHERE ${pairs.map(([own]) => `child.${own} IS NOT NULL`).join(" AND ")} AND parent.${pairs[0]?.[1] ?? ""} IS NULL`,
  );
  return { table, key, rows: Number(row?.["found"]) };
}

/** What is wrong, as one sentence. */
export const orphanSentence = ({ table, key, rows }: Orphans): string =>
  `${rows} ${rows === 1 ? "row" : "rows"} of ${table.name} ${rows === 1 ? "references" : "reference"} rows of ${key.referencedTable.name} that are not there (${key.name}).`;
