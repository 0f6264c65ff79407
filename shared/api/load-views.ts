import type { EngineId, TableId } from "../schema/schema-model.ts";

/** What a server says of itself and of who asks. */
export interface ServerView {
  /** "PostgreSQL 18.4" */
  readonly version: string;
  /** Sentences on what this user may not do. */
  readonly limits: readonly string[];
}

/** A part of an address, as a connection form asks for it. */
export interface ConnectionFieldView {
  readonly name: "file" | "host" | "port" | "socket" | "database" | "user" | "password" | "tls" | "ca";
  readonly label: string;
  readonly help?: string;
  readonly kind: "text" | "number" | "secret" | "file" | "choice";
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly default?: string;
  readonly required?: boolean;
}

/** A kind of database and its form. */
export interface DriverView {
  readonly id: EngineId;
  readonly label: string;
  readonly fields: readonly ConnectionFieldView[];
}

/** A connection that this user keeps. Never a password. */
export interface ConnectionView {
  readonly id: string;
  readonly label: string;
  readonly engine: EngineId;
  /** By field name, secrets left out. */
  readonly values: Readonly<Record<string, string>>;
  /** Loading into it asks for its label, typed. */
  readonly protected: boolean;
  /** Whether its password is kept; "session": until Seedloom ends. */
  readonly password: "none" | "kept" | "session";
  /** The address without its password, as a project may name it. */
  readonly address: string;
}

/** All connections, and what the host does with their passwords. */
export interface ConnectionList {
  readonly connections: readonly ConnectionView[];
  readonly drivers: readonly DriverView[];
  /** Whether passwords outlive this session, and in a sentence why not. */
  readonly secrets: { readonly lasting: boolean; readonly message?: string };
}

/** What a load would do, before anything is written. */
export interface LoadPreview {
  readonly target: { readonly label: string; readonly engine: EngineId; readonly server: ServerView };
  readonly tables: readonly { readonly table: TableId; readonly rows: number; readonly cyclic: boolean }[];
  readonly rows: number;
  /** A run that fails leaves the database as it was. */
  readonly atomic: boolean;
  readonly notes: readonly string[];
  /** The name that must be typed, where the target is protected. */
  readonly confirm?: string;
}

export interface ProofFindingView {
  readonly table: TableId;
  readonly kind: "foreign-key" | "unique" | "check" | "sequence" | "not-null" | "exclusion";
  readonly name: string;
  readonly rows: number;
  readonly message: string;
}

/** What the engine itself says of loaded tables. */
export interface ProofView {
  readonly foreignKeys: number;
  /** Primary keys, unique constraints and unique indexes. */
  readonly uniques: number;
  readonly checks: number;
  readonly sequences: number;
  readonly rows: number;
  readonly findings: readonly ProofFindingView[];
}

/** A load that came to its end. */
export interface LoadResult {
  /** The target's label, or what it was tried in. */
  readonly target: string;
  readonly tables: readonly { readonly table: TableId; readonly rows: number }[];
  readonly rows: number;
  readonly notes: readonly string[];
  readonly proof?: ProofView;
  /** Seconds. */
  readonly elapsed: number;
}
