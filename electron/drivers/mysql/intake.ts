import { SeedloomError } from "../../../shared/base/errors.ts";
import { mysql } from "../../../shared/dialects/mysql.ts";
import { mysqlFields, mysqlTuples } from "../../../shared/encoders/mysql-load.ts";
import type { ColumnModel } from "../../../shared/schema/schema-model.ts";
import type { LoadTable, TableIntake } from "../driver.ts";
import { ofTable, refusal } from "./refusals.ts";
import { RowFeed } from "./row-feed.ts";
import type { Outcome, Session } from "./session.ts";
import { quoted } from "./sql-text.ts";

/** Takes the encoded rows of one table into one table of the server: the loaded one, or one that is merged into it after. */
export interface RowIntake extends Extract<TableIntake, { kind: "bytes" }> {
  /** Ends what is under way, whatever has been written. Never throws. */
  abandon(): Promise<void>;
}

export interface IntakeOptions {
  readonly session: Session;
  readonly table: LoadTable;
  /** The name of the table that is written, quoted. */
  readonly into: string;
  /** The most bytes of one statement. */
  readonly statementBytes: number;
  readonly signal: AbortSignal;
}

/** The end of a row in both formats: no text has a line end of its own. */
const lineEnd = 10;

/** Where to cut `bytes` so that whole rows of at most `room` bytes stand before the cut; one row where none is so short. */
function cutAt(bytes: Uint8Array, room: number): number {
  if (bytes.length <= room) return bytes.length;
  const last = room > 0 ? bytes.lastIndexOf(lineEnd, room - 1) : -1;
  return (last >= 0 ? last : bytes.indexOf(lineEnd)) + 1;
}

/**
 * LOAD DATA LOCAL, a statement for every so many bytes. For LOCAL the server makes warnings of errors: it leaves out what is
 * there already and cuts what does not fit. So every statement's counts are looked at, and one warning ends the run.
 */
export class FieldsIntake implements RowIntake {
  readonly kind = "bytes";
  readonly format = mysqlFields;
  readonly #options: IntakeOptions;
  readonly #sql: string;
  #feed: RowFeed | undefined;
  #statement: Promise<Outcome> | undefined;
  #sent = 0;
  #rows = 0;
  #broken = false;

  constructor(options: IntakeOptions) {
    this.#options = options;
    this.#sql = loadDataSql(options.into, options.table.columns);
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let rest = bytes; rest.length > 0;) {
      this.#options.signal.throwIfAborted();
      const cut = cutAt(rest, this.#options.statementBytes - this.#sent);
      await this.#send(rest.subarray(0, cut));
      rest = rest.subarray(cut);
      if (this.#sent >= this.#options.statementBytes || rest.length > 0) await this.#endStatement();
    }
  }

  async finish(): Promise<void> {
    await this.#endStatement();
    checkCount(this.#options.table, this.#rows);
  }

  async abandon(): Promise<void> {
    this.#feed?.finish();
    await this.#statement?.catch(() => undefined);
  }

  async #send(bytes: Uint8Array): Promise<void> {
    const feed = this.#feed ?? this.#begin();
    await feed.send(bytes);
    this.#sent += bytes.length;
    if (this.#broken) await this.#endStatement();
  }

  #begin(): RowFeed {
    const feed = new RowFeed();
    this.#feed = feed;
    this.#sent = 0;
    this.#statement = this.#options.session.load(this.#sql, feed);
    // The error is met where the statement is awaited; here it only wakes a send that waits.
    this.#statement.catch(() => {
      this.#broken = true;
      feed.release();
    });
    return feed;
  }

  async #endStatement(): Promise<void> {
    const { session, table } = this.#options;
    const [feed, statement] = [this.#feed, this.#statement];
    if (feed === undefined || statement === undefined) return;
    feed.finish();
    try {
      const outcome = await statement;
      this.#rows += outcome.affectedRows;
      const [records = 0, deleted = 0, skipped = 0] = outcome.info.match(/\d+/g)?.map(Number) ?? [];
      if (outcome.warnings > 0 || deleted > 0 || skipped > 0 || records !== outcome.affectedRows)
        throw await refusal(session, table, Math.max(outcome.warnings, skipped, records - outcome.affectedRows, 1));
    } catch (error) {
      throw ofTable(error, table);
    } finally {
      this.#feed = undefined;
      this.#statement = undefined;
      this.#sent = 0;
    }
  }
}

function loadDataSql(into: string, columns: readonly ColumnModel[]): string {
  const variable = (k: number): string => `@seedloom_${k}`;
  const values = columns.map((column, k) => fieldValue(column, variable(k)));
  if (values.some((value) => value !== undefined)) {
    // Where something is SET, a zero in a numbered column is taken for no number, but for one that is SET, too.
    for (const [k, column] of columns.entries()) if (column.identity !== undefined) values[k] ??= variable(k);
  }
  const names = columns.map((column) => quoted(column.name));
  const targets = names.map((name, k) => (values[k] === undefined ? name : variable(k)));
  const assignments = names.flatMap((name, k) => (values[k] === undefined ? [] : [`${name} = ${values[k]}`]));
  return (
    `LOAD DATA LOCAL INFILE 'rows' INTO TABLE ${into} CHARACTER SET utf8mb4 ` +
    String.raw`FIELDS TERMINATED BY '\t' ENCLOSED BY '' ESCAPED BY '\\' LINES STARTING BY '' TERMINATED BY '\n' ` +
    `(${targets.join(", ")})${assignments.length === 0 ? "" : ` SET ${assignments.join(", ")}`}`
  );
}

/** What a field of the file is to a column that does not take it as it stands. */
function fieldValue(column: ColumnModel, variable: string): string | undefined {
  if (column.valueType.kind === "bytes") return `UNHEX(${variable})`;
  // The digit would be taken for the bits of its character.
  if (/^bit\b/i.test(column.type) && column.valueType.kind === "boolean") return `CAST(${variable} AS UNSIGNED)`;
  const around = mysql.conversion?.(column);
  return around === undefined ? undefined : around[0] + variable + around[1];
}

/** INSERT statements of many rows, for servers that do not take LOAD DATA LOCAL, and for rows of no columns. */
export class TuplesIntake implements RowIntake {
  readonly kind = "bytes";
  readonly format = mysqlTuples;
  readonly #options: IntakeOptions;
  readonly #head: string;
  #pieces: string[] = [];
  #length = 0;
  #rows = 0;

  constructor(options: IntakeOptions) {
    this.#options = options;
    const names = options.table.columns.map((column) => quoted(column.name)).join(", ");
    this.#head = `INSERT INTO ${options.into} (${names}) VALUES\n`;
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let rest = bytes; rest.length > 0;) {
      const cut = cutAt(rest, this.#options.statementBytes - this.#length);
      if (this.#length > 0 && this.#length + cut > this.#options.statementBytes) {
        await this.#insert();
        continue;
      }
      this.#pieces.push(Buffer.from(rest.buffer, rest.byteOffset, cut).toString("utf8"));
      this.#length += cut;
      rest = rest.subarray(cut);
    }
  }

  async finish(): Promise<void> {
    await this.#insert();
    checkCount(this.#options.table, this.#rows);
  }

  async abandon(): Promise<void> {
    this.#pieces = [];
  }

  async #insert(): Promise<void> {
    const { session, table, signal } = this.#options;
    if (this.#length === 0) return;
    signal.throwIfAborted();
    // A comma and a line end stand behind the last row.
    const rows = this.#pieces.join("").slice(0, -2);
    this.#pieces = [];
    this.#length = 0;
    try {
      const outcome = await session.run(this.#head + rows);
      this.#rows += outcome.affectedRows;
      if (outcome.warnings > 0) throw await refusal(session, table, outcome.warnings);
    } catch (error) {
      throw ofTable(error, table);
    }
  }
}

function checkCount({ table, rowCount }: LoadTable, rows: number): void {
  if (rows === rowCount) return;
  throw new SeedloomError(
    "load-failed",
    `${rows} of ${rowCount} rows of ${table.name} arrived.`,
    "Look for triggers that leave rows out.",
  );
}
