import type { ErrorCode } from "../../../shared/base/errors.ts";
import type { MakingStatement } from "../../../shared/schema/create-tables.ts";
import type { SchemaModel, TableModel } from "../../../shared/schema/schema-model.ts";
import type { Load, LoadPromise, LoadRequest, LoadTable, Proof, ServerInfo } from "../driver.ts";

/** What the thread of a target opens, once, when it starts. */
export type Opening =
  /** `given` is how its user calls the file, `path` the file itself. */
  | { readonly kind: "file"; readonly given: string; readonly path: string }
  | { readonly kind: "trial"; readonly statements: readonly MakingStatement[]; readonly missing: readonly string[] };

export interface TargetThreadData {
  readonly opening: Opening;
  /** Of the StopFlag. */
  readonly flag: SharedArrayBuffer;
}

export type PlainRequest = Omit<LoadRequest, "signal">;

/** What a connection does in its thread, one call after another. Arguments and answers are plain values. */
export interface TargetService {
  open(): Promise<void>;
  server(): Promise<ServerInfo>;
  model(): Promise<SchemaModel>;
  promise(request: PlainRequest): Promise<LoadPromise>;
  begin(request: PlainRequest): Promise<void>;
  /** Answers with the id of the format that `write` takes. */
  into(table: LoadTable): Promise<string>;
  write(bytes: Uint8Array): Promise<void>;
  finish(): Promise<void>;
  commit(): Promise<void>;
  rollback(): ReturnType<Load["rollback"]>;
  prove(tables: readonly TableModel[]): Promise<Proof>;
  close(): Promise<void>;
}

export type TargetCall = keyof TargetService;

/** Main side → thread. Bytes of shared memory are not copied on their way. */
export type TargetRequest =
  | { readonly kind: "call"; readonly id: number; readonly name: TargetCall; readonly args: readonly unknown[] }
  /** Ends `begin`, `commit` or `prove` between two of their steps. */
  | { readonly kind: "abort" };

/** Thread → main side. */
export type TargetAnswer =
  | { readonly kind: "done"; readonly id: number; readonly value: unknown }
  | { readonly kind: "aborted"; readonly id: number }
  | { readonly kind: "failed"; readonly id: number; readonly error: ToldError };

export interface ToldError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint?: string;
}
