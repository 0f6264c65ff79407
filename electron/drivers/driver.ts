import type { EngineId, SchemaModel } from "../../shared/schema/schema-model.ts";

/** A source that has been opened. It is only ever read. */
export interface Source {
  readonly engine: EngineId;
  /** What to call it in the window: a file's name, a host and database. Never anything secret. */
  readonly label: string;
  /** Reads the schema as it is now. Throws a SeedloomError. */
  model(): Promise<SchemaModel>;
  close(): Promise<void>;
}

/** A kind of database: one folder here. */
export interface Driver {
  readonly id: EngineId;
  readonly label: string;
  /** Whether this driver opens such sources: a path, or an address by its scheme. */
  accepts(source: string): boolean;
  /** Opens a source for reading, changing nothing in it or beside it. Throws a SeedloomError. */
  open(source: string): Promise<Source>;
}
