import { SeedloomError } from "../../../shared/base/errors.ts";
import type { SchemaModel, TableModel } from "../../../shared/schema/schema-model.ts";
import type { Load, LoadRequest, LoadTable, TableIntake } from "../driver.ts";
import type { DatabaseAddress } from "./open-mysql.ts";
import { checkReferences, deleteRows, truncateTables } from "./clear-tables.ts";
import type { EngineRow } from "./engines.ts";
import { FieldsIntake, TuplesIntake, type IntakeOptions, type RowIntake } from "./intake.ts";
import { introspect } from "./introspect.ts";
import { fetchLasting, takesLocalFiles } from "./load-promise.ts";
import { fetchHighestKey, truthAfterLoss, type KeyWitness } from "./lost-connection.ts";
import { countOrphans, orphanSentence } from "./orphans.ts";
import { Session } from "./session.ts";
import { writeSettings } from "./settings.ts";
import { qualified } from "./sql-text.ts";
import { createStaging, type Staging } from "./staging.ts";
import { fetchTriggers, writtenByTriggers } from "./triggers.ts";
import { listed } from "./words.ts";

/** The most bytes of one LOAD DATA, after which it is known whether its rows went in. */
const fieldsStatementBytes = 2 ** 25;
/** The most bytes of one INSERT, where the server takes as many. */
const tuplesStatementBytes = 2 ** 20;

export interface LoadOptions {
  /** False: rows go in by INSERT, as with a server that does not take LOAD DATA LOCAL. */
  readonly localFiles?: boolean;
}

type Phase = "open" | "committing" | "committed" | "ended";

/** One run into a database: a class, for a transaction lives and dies. */
export class MysqlLoad implements Load {
  readonly #session: Session;
  readonly #address: DatabaseAddress;
  readonly #request: LoadRequest;
  readonly #model: SchemaModel;
  /** The tables that no transaction takes back. */
  readonly #lasting: readonly EngineRow[];
  readonly #intakeKind: "fields" | "tuples";
  readonly #maxPacket: number;
  /** Tables that have been written, in this order. */
  readonly #written: TableModel[] = [];
  readonly #stagings = new Map<LoadTable, Staging>();
  /** Stagings whose rows wait for the commit, since triggers of other tables write to the same tables. */
  readonly #waiting = new Set<Staging>();
  readonly #witnesses: KeyWitness[] = [];
  readonly #abort: () => void;
  #intake: RowIntake | undefined;
  #truncated = false;
  #phase: Phase = "open";

  private constructor(
    session: Session,
    address: DatabaseAddress,
    request: LoadRequest,
    found: {
      readonly model: SchemaModel;
      readonly lasting: readonly EngineRow[];
      readonly localFiles: boolean;
      readonly maxPacket: number;
    },
  ) {
    this.#session = session;
    this.#address = address;
    this.#request = request;
    this.#model = found.model;
    this.#lasting = found.lasting;
    this.#intakeKind = found.localFiles ? "fields" : "tuples";
    this.#maxPacket = found.maxPacket;
    this.#abort = () => {
      void this.#intake?.abandon();
      // Where the server cannot be asked to stop, the connection is cut, which it takes for the same.
      session.interrupt().catch(() => session.end());
    };
  }

  /** Connects, clears as is asked for, and begins the transaction. Nothing is changed where this throws, unless it says so. */
  static async begin(address: DatabaseAddress, request: LoadRequest, options: LoadOptions = {}): Promise<MysqlLoad> {
    request.signal.throwIfAborted();
    const session = await Session.open(address, writeSettings);
    let load: MysqlLoad | undefined;
    try {
      const [packet] = await session.rows("SELECT @@max_allowed_packet AS bytes");
      load = new MysqlLoad(session, address, request, {
        model: await introspect(session, address.database),
        lasting: await fetchLasting(session, request),
        localFiles: options.localFiles !== false && (await takesLocalFiles(session)),
        maxPacket: Number(packet?.["bytes"]),
      });
      request.signal.addEventListener("abort", load.#abort, { once: true });
      await load.#prepare();
      return load;
    } catch (error) {
      const truth = await load?.rollback();
      session.end();
      // What cannot be taken back is said, whatever the reason was.
      if (truth?.unchanged !== false || !(error instanceof SeedloomError)) throw error;
      throw new SeedloomError(error.code, `${error.message} ${truth.message}`, error.hint, { cause: error });
    }
  }

  async #prepare(): Promise<void> {
    const { tables, clear, existing, signal } = this.#request;
    if (existing === "update") {
      for (const [number, table] of tables.entries()) {
        const staging = await createStaging(this.#session, this.#address.database, table, number);
        if (staging !== undefined) this.#stagings.set(table, staging);
      }
    }
    for (const { table } of tables) this.#witnesses.push(await fetchHighestKey(this.#session, table));
    signal.throwIfAborted();
    if (clear === "truncate") {
      await truncateTables(this.#session, this.#model, tables, () => (this.#truncated = true));
    }
    await this.#awaitTriggers();
    await this.#session.run("START TRANSACTION");
    if (clear === "delete") {
      await deleteRows(this.#session, tables, (table) => this.#written.push(table));
    }
  }

  /**
   * Lets rows wait that triggers would be in the way of, or that would be in theirs. Where rows stand in such a table and are to
   * be kept, it could not be told any more which of them a trigger wrote.
   */
  async #awaitTriggers(): Promise<void> {
    const { tables, clear, existing } = this.#request;
    const models = tables.map(({ table }) => table);
    for (const { table } of writtenByTriggers(await fetchTriggers(this.#session, models), models)) {
      const number = models.indexOf(table);
      const loaded = tables[number];
      if (loaded === undefined) continue;
      if (clear === "keep" && existing === "refuse" && !(await isEmpty(this.#session, table))) continue;
      const staging =
        this.#stagings.get(loaded) ?? (await createStaging(this.#session, this.#address.database, loaded, number));
      if (staging === undefined) continue;
      this.#stagings.set(loaded, staging);
      this.#waiting.add(staging);
    }
  }

  async into(table: LoadTable): Promise<TableIntake> {
    this.#request.signal.throwIfAborted();
    const checked = table.ring.length === 0;
    await this.#session.run(`SET SESSION foreign_key_checks = ${checked ? 1 : 0}`);
    this.#written.push(table.table);
    const staging = this.#stagings.get(table);
    const fields = this.#intakeKind === "fields" && table.columns.length > 0;
    const options: IntakeOptions = {
      session: this.#session,
      table,
      into: staging?.name ?? qualified(table.table),
      // Room for the statement's other words, and for what the protocol adds.
      statementBytes: fields
        ? fieldsStatementBytes
        : Math.min(tuplesStatementBytes, Math.floor(this.#maxPacket * 0.75)),
      signal: this.#request.signal,
    };
    const intake = fields ? new FieldsIntake(options) : new TuplesIntake(options);
    this.#intake = intake;
    return {
      kind: "bytes",
      format: intake.format,
      write: (bytes) => intake.write(bytes),
      finish: async () => {
        await intake.finish();
        this.#intake = undefined;
        if (staging !== undefined && !this.#waiting.has(staging)) await staging.merge();
      },
    };
  }

  async commit(): Promise<void> {
    const { tables, clear, signal } = this.#request;
    await this.#session.run("SET SESSION foreign_key_checks = 1");
    for (const staging of this.#waiting) {
      signal.throwIfAborted();
      await staging.merge();
    }
    for (const { table, ring } of tables) {
      if (ring.length === 0) continue;
      for (const key of table.foreignKeys) {
        signal.throwIfAborted();
        const orphans = await countOrphans(this.#session, table, key);
        if (orphans.rows > 0) throw new SeedloomError("load-failed", orphanSentence(orphans));
      }
    }
    if (clear === "delete") await checkReferences(this.#session, this.#model, tables);
    for (const witness of this.#witnesses) await witness.look(this.#session);
    signal.throwIfAborted();
    // From here on the server decides: a commit that is under way is not stopped.
    signal.removeEventListener("abort", this.#abort);
    this.#phase = "committing";
    await this.#session.run("COMMIT");
    this.#phase = "committed";
    await this.#session.close();
  }

  async rollback(): Promise<{ readonly unchanged: boolean; readonly message: string }> {
    this.#request.signal.removeEventListener("abort", this.#abort);
    await this.#intake?.abandon();
    if (this.#phase === "committed") return { unchanged: false, message: "All rows are in the database." };
    const stays = this.#whatStays();
    if (!this.#session.lost && (await this.#takeBack())) return stays ?? { unchanged: true, message: this.#asItWas() };
    this.#session.end();
    const truth = await truthAfterLoss(
      this.#address,
      this.#session.threadId,
      this.#phase === "committing" ? this.#witnesses : [],
    );
    this.#phase = "ended";
    if (truth.unchanged && stays !== undefined) return stays;
    return truth;
  }

  /** Whether the server took everything back that it can. */
  async #takeBack(): Promise<boolean> {
    // A statement that was told to stop may have ended before, and this one is stopped in its place.
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        await this.#session.run("ROLLBACK");
        await this.#session.run("SET SESSION foreign_key_checks = 1");
        await this.#session.close();
        this.#phase = "ended";
        return true;
      } catch {
        if (this.#session.lost) return false;
      }
    }
    return false;
  }

  #asItWas(): string {
    const counted = this.#written.some((table) => table.columns.some((column) => column.identity !== undefined));
    return counted
      ? "The database is as it was; only its counters of new numbers may have moved on."
      : "The database is as it was.";
  }

  /** What no rollback takes back, or undefined where there is nothing of the kind. */
  #whatStays(): { readonly unchanged: false; readonly message: string } | undefined {
    const lasting = this.#written.filter((table) =>
      this.#lasting.some((row) => row.schema === table.schema && row.table === table.name),
    );
    if (!this.#truncated && lasting.length === 0) return undefined;
    const names = listed([...new Set(lasting.map((table) => table.name))]);
    const sentences = [
      ...(this.#truncated ? ["The tables were emptied, and are empty now."] : []),
      ...(lasting.length > 0 ? [`What was done to ${names} stays, since its engine has no transactions.`] : []),
      "Everything else is as it was.",
    ];
    return { unchanged: false, message: sentences.join(" ") };
  }
}

async function isEmpty(session: Session, table: TableModel): Promise<boolean> {
  return (await session.rows(`SELECT 1 FROM ${qualified(table)} LIMIT 1`)).length === 0;
}
