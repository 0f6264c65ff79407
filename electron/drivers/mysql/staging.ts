import type { LoadTable } from "../driver.ts";
import { ofTable } from "./refusals.ts";
import type { Session } from "./session.ts";
import { qualified, quoted } from "./sql-text.ts";

/** A table of this connection alone that rows pass through on their way into one that has some of them already. */
export interface Staging {
  /** Its name, quoted. */
  readonly name: string;
  /** Updates the rows that are there and inserts the others. */
  merge(): Promise<void>;
}

/**
 * Makes the staging table of a loaded table: its written columns, and its primary key, so that no row comes twice. Undefined
 * where the rows have no key by which they could be there already.
 */
export async function createStaging(
  session: Session,
  database: string,
  loaded: LoadTable,
  number: number,
): Promise<Staging | undefined> {
  const { table, columns } = loaded;
  const written = columns.map((column) => column.name);
  const key = table.primaryKey;
  if (key.length === 0 || !key.every((name) => written.includes(name))) return undefined;
  const name = `${quoted(database)}.${quoted(`seedloom_rows_${number}`)}`;
  const beginnings = table.uniques.find((unique) => unique.name === "PRIMARY");
  const keyParts = key.map((column) => {
    const length = beginnings?.prefixes?.[beginnings.columns.indexOf(column)];
    return length == null ? quoted(column) : `${quoted(column)}(${length})`;
  });
  const names = written.map(quoted);
  await session.run(
    `CREATE TEMPORARY TABLE ${name} (PRIMARY KEY (${keyParts.join(", ")})) ENGINE = InnoDB
     SELECT ${names.join(", ")} FROM ${qualified(table)} WHERE FALSE`,
  );
  const same = key.map((column) => `here.${quoted(column)} = new.${quoted(column)}`).join(" AND ");
  const others = names.filter((column) => !key.map(quoted).includes(column));
  return {
    name,
    async merge() {
      try {
        if (others.length > 0) {
          await session.run(
            `UPDATE ${qualified(table)} AS here JOIN ${name} AS new ON ${same}
             SET ${others.map((column) => `here.${column} = new.${column}`).join(", ")}`,
          );
        }
        await session.run(
          `INSERT INTO ${qualified(table)} (${names.join(", ")}) SELECT ${names.map((column) => `new.${column}`).join(", ")}
           FROM ${name} AS new LEFT JOIN ${qualified(table)} AS here ON ${same} WHERE here.${quoted(key[0] ?? "")} IS NULL`,
        );
      } catch (error) {
        throw ofTable(error, loaded);
      }
      await session.run(`DROP TEMPORARY TABLE ${name}`);
    },
  };
}
