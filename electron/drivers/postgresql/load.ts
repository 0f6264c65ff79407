import type pg from "pg";
import { hasBinaryForm, copyBinary } from "../../../shared/encoders/copy-binary.ts";
import { copyText } from "../../../shared/encoders/copy-text.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { Load, LoadRequest, LoadTable, TableIntake } from "../driver.ts";
import type { Address } from "./address.ts";
import { cancelBackend, backendOf } from "./cancel.ts";
import type { LoadFacts } from "./check-request.ts";
import { clearTables } from "./clear-tables.ts";
import { CopyStream } from "./copy-stream.ts";
import { mayUpdate, type Ring } from "./load-ways.ts";
import { quoteName, tableName } from "./names.ts";
import { postgresqlError } from "./postgresql-errors.ts";
import { sequenceStatements, sequenceStates } from "./sequences.ts";
import { StagedTable } from "./staged-table.ts";
import { switchedOff, switchedOn } from "./triggers.ts";
import { truthAfter } from "./truth-after.ts";

/** How long a rollback may take before the connection is taken for lost. */
const rollbackPatience = 15_000;

/**
 * One run into a PostgreSQL database, in one transaction. Rows go straight into their table by COPY, or wait in a temporary
 * table where they may update others, or where keys run in a ring that cannot be deferred.
 */
export class PostgresqlLoad implements Load {
  readonly #address: Address;
  readonly #client: pg.Client;
  readonly #request: LoadRequest;
  readonly #facts: LoadFacts;
  readonly #stop: () => void;
  readonly #staged = new Map<LoadTable, StagedTable>();
  #pid = 0;
  /** The number of the transaction, by which its fate can be asked after a lost connection. */
  #transaction = "";
  #copy: CopyStream | undefined;
  #committing = false;
  /** Sequences that stay set whatever becomes of the transaction. */
  #lasting = 0;

  constructor(address: Address, client: pg.Client, request: LoadRequest, facts: LoadFacts) {
    this.#address = address;
    this.#client = client;
    this.#request = request;
    this.#facts = facts;
    this.#stop = () => {
      this.#copy?.stop();
      void cancelBackend(address, this.#pid);
    };
  }

  /** Locks the tables, clears them, and makes keys and triggers ready. */
  async prepare(): Promise<void> {
    this.#pid = await backendOf(this.#client);
    // Whoever has stopped it by now is not heard any more.
    this.#request.signal.throwIfAborted();
    this.#request.signal.addEventListener("abort", this.#stop, { once: true });
    await this.#told(async () => {
      const { rows } = await this.#client.query<{ id: string }>("SELECT txid_current()::text AS id");
      this.#transaction = rows[0]?.id ?? "";
      const names = this.#request.tables.map(({ table }) => tableName(table));
      // Whoever else has locked one of them is told of at once, not when its turn comes.
      if (names.length > 0) await this.#client.query(`LOCK TABLE ${names.join(", ")} IN ROW EXCLUSIVE MODE`);
      if (this.#request.triggers === "off") await this.#run(switchedOff(this.#facts.triggers));
      // Before rows are deleted: PostgreSQL alters no table that waits for deferred checks.
      await this.#run(this.#ringKeys().map((key) => `${key} DEFERRABLE INITIALLY DEFERRED`));
      await clearTables(this.#client, this.#request, this.#facts);
      await this.#client.query("SET CONSTRAINTS ALL DEFERRED");
    });
  }

  async into(table: LoadTable): Promise<TableIntake> {
    const { columns } = table;
    if (columns.length === 0 && table.table.columns.length > 0) return this.#defaultsOnly(table);
    const format = hasBinaryForm(columns) ? copyBinary : copyText;
    const ring = this.#ringOf(table);
    const staged = ring?.way === "together" || mayUpdate(table, this.#request) ? this.#stage(table) : undefined;
    const names = columns.length === 0 ? "" : ` (${columns.map(({ name }) => quoteName(name)).join(", ")})`;
    const copy = await this.#told(async () => {
      if (staged !== undefined) await this.#client.query(staged.create());
      const words = format === copyBinary ? " WITH (FORMAT binary)" : "";
      return new CopyStream(this.#client, `COPY ${staged?.name ?? tableName(table.table)}${names} FROM STDIN${words}`);
    });
    this.#copy = copy;
    return {
      kind: "bytes",
      format,
      write: (bytes) => this.#told(() => copy.write(bytes)),
      finish: () =>
        this.#told(async () => {
          await copy.finish();
          this.#copy = undefined;
          if (staged !== undefined) await this.#insertStaged(table, staged, ring);
        }),
    };
  }

  async commit(): Promise<void> {
    await this.#told(async () => {
      await this.#client.query("SET CONSTRAINTS ALL IMMEDIATE");
      const states = await sequenceStates(this.#client, this.#facts.sequences, this.#facts.tables);
      const { undone, lasting } = sequenceStatements(states);
      await this.#run(undone);
      await this.#run(this.#ringKeys().map((key) => `${key} NOT DEFERRABLE`));
      if (this.#request.triggers === "off") await this.#run(switchedOn(this.#facts.triggers));
      this.#lasting = lasting.length;
      await this.#run(lasting);
      this.#request.signal.throwIfAborted();
      // From here on it is too late to stop.
      this.#request.signal.removeEventListener("abort", this.#stop);
      this.#committing = true;
      await this.#client.query("COMMIT");
    });
    await this.#end();
  }

  async rollback(): Promise<{ readonly unchanged: boolean; readonly message: string }> {
    this.#request.signal.removeEventListener("abort", this.#stop);
    this.#copy?.stop();
    const answered = await withPatience(this.#client.query("ROLLBACK"));
    await this.#end();
    const truth =
      answered && !this.#committing
        ? { unchanged: true, message: "Nothing was changed." }
        : await truthAfter(this.#address, this.#transaction, this.#committing);
    if (this.#lasting === 0 || !truth.unchanged) return truth;
    return { unchanged: false, message: `${truth.message} Only the next values of sequences may have moved on.` };
  }

  /** The beginnings of the statements that change when the keys of rings are checked. */
  #ringKeys(): readonly string[] {
    return this.#facts.rings.flatMap(({ alter }) =>
      alter.map(({ table, key }) => `ALTER TABLE ${tableName(table.table)} ALTER CONSTRAINT ${quoteName(key.name)}`),
    );
  }

  #ringOf(table: LoadTable): Ring | undefined {
    return this.#facts.rings.find((ring) => ring.tables.includes(table));
  }

  #stage(table: LoadTable): StagedTable {
    const staged = new StagedTable(table, this.#staged.size + 1, mayUpdate(table, this.#request));
    this.#staged.set(table, staged);
    return staged;
  }

  /** Inserts what waits: a table's own rows, or, after the last table of a ring, those of all of them. */
  async #insertStaged(table: LoadTable, staged: StagedTable, ring: Ring | undefined): Promise<void> {
    const group = ring?.way === "together" ? ring.tables.filter(({ rowCount }) => rowCount > 0) : [table];
    if (group.at(-1) !== table) return;
    const ready = group.flatMap((member) => this.#staged.get(member) ?? []);
    const others = ready.filter((one) => one !== staged).map((one, k) => `rows_${k} AS (${one.insert()})`);
    await this.#client.query(`${others.length === 0 ? "" : `WITH ${others.join(", ")} `}${staged.insert()}`);
    await this.#client.query(`DROP TABLE ${ready.map(({ name }) => name).join(", ")}`);
  }

  /** Rows of which the database makes every value. COPY has no words for them. */
  #defaultsOnly({ table, rowCount }: LoadTable): TableIntake {
    const column = quoteName(table.columns[0]?.name ?? "");
    return {
      kind: "bytes",
      format: copyText,
      write: async () => undefined,
      finish: () =>
        this.#told(async () => {
          for (let row = 0; row < rowCount; row += 1000) {
            const rows = new Array(Math.min(1000, rowCount - row)).fill("(DEFAULT)").join(", ");
            await this.#client.query(`INSERT INTO ${tableName(table)} (${column}) VALUES ${rows}`);
          }
        }),
    };
  }

  async #run(statements: readonly string[]): Promise<void> {
    for (const statement of statements) await this.#client.query(statement);
  }

  /** What fails, in the words of the window; a load that was stopped says so. */
  async #told<T>(work: () => Promise<T>): Promise<T> {
    try {
      this.#request.signal.throwIfAborted();
      return await work();
    } catch (error) {
      this.#request.signal.throwIfAborted();
      throw this.#named(postgresqlError(error, this.#address, "loading"));
    }
  }

  /** Errors speak of the tables that users know, not of those in which rows wait. */
  #named(error: SeedloomError): SeedloomError {
    const message = [...this.#staged.values()].reduce(
      (text, { name, target }) => text.replaceAll(new RegExp(`\\b${name}\\b`, "g"), target.table.name),
      error.message,
    );
    return message === error.message ? error : new SeedloomError(error.code, message, error.hint, { cause: error });
  }

  async #end(): Promise<void> {
    await withPatience(this.#client.end());
  }
}

/** Whether it ended well, and in time. */
async function withPatience(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), rollbackPatience);
  });
  const done = work.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
