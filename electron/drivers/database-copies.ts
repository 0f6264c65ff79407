import type { DatabaseCopy } from "../../shared/snapshots/snapshot.ts";

/** Why an engine cannot copy a database, or put a copy in its place, in a sentence: its rows can still be read and written. */
export class CannotCopy extends Error {}

/** Where a copy goes, or lies. */
export interface CopyPlace {
  /** Of the snapshot: files of it are kept here. */
  readonly folder: string;
  /** Of the snapshot. */
  readonly name: string;
}

export interface CopyWatch {
  readonly signal: AbortSignal;
  /** Shares of one: how far the engine is. Absent where it does not say. */
  readonly progress: (share: number | undefined) => void;
}

/** An engine's own means to keep a whole database, and to put it back. Addresses have no variables left in them. */
export interface DatabaseCopies {
  /** In a few words that stand behind "by". */
  readonly means: string;
  /** Copies a database, which is only read. Throws a CannotCopy, or a SeedloomError; nothing is left of it then. */
  make(address: string, place: CopyPlace, watch: CopyWatch): Promise<DatabaseCopy>;
  /**
   * Puts a copy in the place of a database, all or nothing, also when this process is killed. Throws a CannotCopy or a
   * SeedloomError; the database is as it was then.
   */
  restore(copy: DatabaseCopy, place: CopyPlace, address: string, watch: CopyWatch): Promise<void>;
  /** The address of a copy, to read its rows. `on` is one of the same server. Throws a SeedloomError where it is none. */
  address(copy: DatabaseCopy, place: CopyPlace, on: string | undefined): string;
  /** Removes what is not in the snapshot's folder. Throws a SeedloomError. */
  remove(copy: DatabaseCopy, on: string | undefined): Promise<void>;
}
