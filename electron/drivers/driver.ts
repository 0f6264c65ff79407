import type { Batch } from "../../shared/batches/batch.ts";
import type { Format } from "../../shared/encoders/encoder.ts";
import type { MakingStatement } from "../../shared/schema/create-tables.ts";
import type {
  ColumnModel,
  EngineId,
  ForeignKeyModel,
  SchemaModel,
  TableId,
  TableModel,
} from "../../shared/schema/schema-model.ts";
import type { Cell } from "../../shared/vectors/vector.ts";
import type { DatabaseCopies } from "./database-copies.ts";
import type { PageRows } from "./sqlite/page-rows.ts";

/** What a server says of itself and of who asks. */
export interface ServerInfo {
  /** "PostgreSQL 18.4", "MariaDB 10.11.19", "SQLite 3.51.0". */
  readonly version: string;
  /** Sentences on what this role may not do that a user would expect; empty where nothing is missing. */
  readonly limits: readonly string[];
}

/** Rows to be read of one table, in the order of its key, where it has one. */
export interface ReadRequest {
  readonly table: TableModel;
  /** Column names; all of the table where absent. */
  readonly columns?: readonly string[];
  /** Rows before the first one that is read. */
  readonly start?: number;
  readonly limit?: number;
  /** A condition in the engine's own SQL that was found to be one (sql-condition.ts). Only of a source that `selects`. */
  readonly where?: string;
  /** Only rows whose cells in these columns are one of these keys. Only of a source that `selects`. */
  readonly among?: { readonly columns: readonly string[]; readonly keys: readonly (readonly Cell[])[] };
  readonly signal?: AbortSignal;
}

/** Rows of a table that other threads of this process read by themselves: told in order, piece after piece. */
export interface LentTable {
  /** Where the next rows are that `read` would give. Throws a SeedloomError where there are fewer. */
  next(count: number): PageRows;
}

/** A source that has been opened. It is only ever read. */
export interface Source {
  readonly engine: EngineId;
  /** What to call it in the window: a file's name, a host and database. Never anything secret. */
  readonly label: string;
  /** It finds rows by a condition or by their keys, without reading all. */
  readonly selects?: true;
  server(): Promise<ServerInfo>;
  /** Reads the schema as it is now. Throws a SeedloomError. */
  model(): Promise<SchemaModel>;
  /** Rows in chunks, each row as many cells as `columns`, read under one snapshot. Throws a SeedloomError. */
  read(request: ReadRequest): AsyncIterable<readonly (readonly Cell[])[]>;
  /** Lets other threads read a table, as `read` would until the source is closed; undefined where only it can. */
  lend?(table: TableModel, columns: readonly string[]): LentTable | undefined;
  /** How many rows `read` gives of a table, under the same snapshot. Absent where reading them is the only way to know. */
  count?(table: TableModel): Promise<number>;
  /** Which database it is, the same by every address that leads to it. Absent where nothing can be loaded into it. */
  identity?(): Promise<string>;
  close(): Promise<void>;
}

/** A table that a run writes into a target. */
export interface LoadTable {
  readonly table: TableModel;
  /** The columns that are written: never a generated one. */
  readonly columns: readonly ColumnModel[];
  readonly rowCount: number;
  /** The keys whose parent rows may come later: the table itself, or tables of its cycle. */
  readonly ring: readonly ForeignKeyModel[];
}

export interface LoadRequest {
  /** Parents first; the tables of a cycle stand together. */
  readonly tables: readonly LoadTable[];
  /** What happens to the rows that stand in these tables. */
  readonly clear: "keep" | "delete" | "truncate";
  /** What happens to a row whose primary key is there already. */
  readonly existing: "refuse" | "update";
  /** Whether the tables' own triggers run. */
  readonly triggers: "on" | "off";
  readonly signal: AbortSignal;
}

/** What a target can hold to, known before the first write. */
export interface LoadPromise {
  /** A run that fails leaves the database as it was. */
  readonly atomic: boolean;
  /** Sentences to be shown before the run: why it is not atomic, what is switched off meanwhile. */
  readonly notes: readonly string[];
}

/** Takes the rows of one table, in order. It is asked for no row of an empty table. */
export type TableIntake =
  | {
      readonly kind: "bytes";
      /**
       * How the workers encode the rows. They find it by its id, so it stands among the load formats of shared/encoders/index.ts.
       * Table and columns of its EncodeTarget are the target's own, as in {@link LoadTable}.
       */
      readonly format: Format;
      write(bytes: Uint8Array): Promise<void>;
      finish(): Promise<void>;
    }
  | { readonly kind: "batches"; write(batch: Batch): Promise<void>; finish(): Promise<void> };

/** One run into a target. Either `commit` or `rollback` ends it. */
export interface Load {
  into(table: LoadTable): Promise<TableIntake>;
  /** Holds the keys, sets what numbers the next rows, and makes all of it stand. Throws a SeedloomError. */
  commit(): Promise<void>;
  /** Takes everything back, and says what is true of the database now. Never throws. */
  rollback(): Promise<{ readonly unchanged: boolean; readonly message: string }>;
}

export interface ProofFinding {
  readonly table: TableId;
  readonly kind: "foreign-key" | "unique" | "exclusion" | "check" | "sequence" | "not-null";
  /** The constraint's or column's name. */
  readonly name: string;
  /** Rows that break it. */
  readonly rows: number;
  /** One sentence. */
  readonly message: string;
}

/** What the engine itself says of the loaded tables: how much was asked of it, and what does not hold. */
export interface Proof {
  readonly foreignKeys: number;
  /** Primary keys, unique constraints and unique indexes. */
  readonly uniques: number;
  readonly checks: number;
  /** Sequences and counters whose next value is free. */
  readonly sequences: number;
  readonly rows: number;
  readonly findings: readonly ProofFinding[];
}

/** A database that a run writes into. Never the object that reads a source. */
export interface Target {
  readonly engine: EngineId;
  readonly label: string;
  /** A trial's: its tables were made of the project's own schema. */
  readonly made?: true;
  /** It works in a thread of this process: one of those that a run was given. */
  readonly ownThread?: true;
  server(): Promise<ServerInfo>;
  model(): Promise<SchemaModel>;
  promise(request: LoadRequest): Promise<LoadPromise>;
  /** Clears what is to be cleared. Where it throws, it has taken back what it did. */
  begin(request: LoadRequest): Promise<Load>;
  prove(tables: readonly TableModel[], signal: AbortSignal): Promise<Proof>;
  /** As that of a source; absent of a trial. */
  identity?(): Promise<string>;
  close(): Promise<void>;
}

/** A part of an address as the connection form asks for it. */
export interface ConnectionField {
  readonly name: "file" | "host" | "port" | "socket" | "database" | "user" | "password" | "tls" | "ca";
  readonly label: string;
  readonly help?: string;
  readonly kind: "text" | "number" | "secret" | "file" | "choice";
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly default?: string;
  readonly required?: boolean;
  /** The parameter behind the ? of an address that carries it; its own name where absent. Of socket, tls and ca. */
  readonly parameter?: string;
}

/** A kind of database: one folder here. */
export interface Driver {
  readonly id: EngineId;
  readonly label: string;
  readonly fields: readonly ConnectionField[];
  /** Whether this driver opens such sources: a path, or an address by its scheme. */
  accepts(source: string): boolean;
  /** Opens a source for reading, changing nothing in it or beside it. Throws a SeedloomError. */
  open(source: string): Promise<Source>;
  /** Opens a database to write into. Throws a SeedloomError. */
  openTarget(address: string): Promise<Target>;
  /**
   * An engine of its own with these tables, made by the statements of shared/schema/create-tables.ts and gone when it is
   * closed, also after a crash. `missing`, and what the engine refuses, is said as limits of its server. Absent where
   * there is no such engine. Throws a SeedloomError ("host-unavailable" where this machine has none).
   */
  openTrial?(statements: readonly MakingStatement[], missing: readonly string[], signal: AbortSignal): Promise<Target>;
  /** Its own means to keep a whole database. Absent where it has none, as MySQL. */
  readonly copies?: DatabaseCopies;
}
