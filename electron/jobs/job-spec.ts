import type { ExportFormat, Project, SqlDialectId } from "../../shared/project/project.ts";
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
  readonly format: ExportFormat;
  readonly dialect: SqlDialectId;
  /** Absent: all tables that are generated. */
  readonly tables?: readonly TableId[];
  readonly shard?: Shard;
}
