import type { SourceChunk } from "../../shared/batches/source-rows.ts";
import type { PoolFiles } from "../../shared/generators/generator.ts";
import type { Plan } from "../../shared/plan/plan.ts";
import type { WorkerShare } from "../../shared/plan/worker-share.ts";
import type { Compression, Project, Split, SqlDialectId } from "../../shared/project/project.ts";
import type { SchemaModel, TableId } from "../../shared/schema/schema-model.ts";

/** A part of an export: this machine writes the rows of one of `count` equal parts of every file. */
export interface Shard {
  /** 1-based. */
  readonly index: number;
  readonly count: number;
}

/** All that the bytes of an export are a function of. Plain data: it is sent to the workers as it is. */
export interface JobSpec {
  readonly model: SchemaModel;
  readonly project: Project;
  readonly scenario?: string;
  /** Row counts of this run only. */
  readonly rowOverrides?: Readonly<Record<TableId, number>>;
  /** ISO date. */
  readonly referenceDate: string;
  /** The project's folder, where the files lie that rules name; absent before it is saved. */
  readonly folder?: string;
  /** Where the schema comes from, for rules that take values of it: a path or an address, which stays on the main side. */
  readonly source?: string;
  /** Those files and values as the main side read them, so that all workers see the same. */
  readonly pools?: PoolFiles;
  /** The id of a format: of an export's, or of a load's. */
  readonly format: string;
  readonly dialect: SqlDialectId;
  /** Of the format; what is not said is the default. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Of the files' paths, relative to the folder of the run; the format's own names where absent. */
  readonly template?: string;
  readonly compress?: Compression;
  /** How large a file may be. */
  readonly split?: Split;
  /** Absent: all tables that are generated. */
  readonly tables?: readonly TableId[];
  readonly shard?: Shard;
  /** One of several runs that fill one database side by side. */
  readonly worker?: WorkerShare;
  /** The schema of the database that is loaded: its columns, and not the project's, are what a load's format writes for. */
  readonly into?: SchemaModel;
  /** Where rows come from a source: what masks work with beside the rows themselves. */
  readonly masking?: MaskingSpec;
}

/** The key and what is held of the source. It is in memory only: no file, log or argument ever has it. */
export interface MaskingSpec {
  /** 32 bytes; absent where there is no key. */
  readonly key?: Uint8Array;
  /** Of masked tables that others refer to, or whose masks look at other rows: those columns, whole. */
  readonly held: Readonly<Record<TableId, SourceChunk>>;
  /** What the leak check before the run said; absent where there was none. */
  readonly leakCheck?: LeakCheckNote;
}

/** A leak check that a run has behind it, as the manifest tells of it. */
export interface LeakCheckNote {
  readonly scope: "sample" | "all";
  readonly rows: number;
  readonly originals: number;
  readonly leaks: number;
  /** Places whose words a kept column shares, in words; absent where there are none. */
  readonly coincidences?: readonly string[];
  /** False where there were more originals than are held in memory. */
  readonly complete: boolean;
}

/** The spec with the files and values that its plan was compiled with, which is all that workers are to have of a source. */
export function withPools({ source: _source, ...spec }: JobSpec, { pools }: Pick<Plan, "pools">): JobSpec {
  return pools === undefined || Object.keys(pools).length === 0 ? spec : { ...spec, pools };
}
