import type { LoadTable } from "../driver.ts";
import { quoteName, tableName } from "./names.ts";

/** A temporary table in which the rows of one table wait. */
export class StagedTable {
  readonly target: LoadTable;
  readonly name: string;
  readonly #updates: boolean;

  constructor(target: LoadTable, number: number, updates: boolean) {
    this.target = target;
    this.name = `seedloom_rows_${number}`;
    this.#updates = updates;
  }

  /** Without keys, checks and NOT NULL: these are asked when the rows move on. */
  create(): string {
    const columns = this.target.columns.map(({ name }) => quoteName(name)).join(", ");
    return `CREATE TEMPORARY TABLE ${this.name} ON COMMIT DROP AS SELECT ${columns} FROM ${tableName(this.target.table)} LIMIT 0`;
  }

  /** Moves the rows into their table; a row whose key is there updates it, where that is asked for. */
  insert(): string {
    const { table, columns } = this.target;
    const names = columns.map(({ name }) => quoteName(name)).join(", ");
    // Keys that the database always makes itself take no other value in an update.
    const changed = columns.filter(({ name, identity }) => !table.primaryKey.includes(name) && identity !== "always");
    const sets = changed.map(({ name }) => `${quoteName(name)} = EXCLUDED.${quoteName(name)}`).join(", ");
    const conflict = this.#updates
      ? ` ON CONFLICT (${table.primaryKey.map(quoteName).join(", ")}) DO ${sets === "" ? "NOTHING" : `UPDATE SET ${sets}`}`
      : "";
    return `INSERT INTO ${tableName(table)} (${names}) OVERRIDING SYSTEM VALUE SELECT ${names} FROM ${this.name}${conflict}`;
  }
}
