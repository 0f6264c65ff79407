import type { ErrorCode } from "../../shared/base/errors.ts";
import type { FedRows } from "./fed-rows.ts";
import type { JobSpec } from "./job-spec.ts";
import type { RowRange } from "./ranges.ts";

/** Main side → worker. */
export type WorkerRequest =
  | { readonly kind: "open"; readonly job: number; readonly spec: JobSpec }
  /** `memory` is the number of one that an earlier answer filled, handed back for use. */
  | {
      readonly kind: "encode";
      readonly job: number;
      readonly task: number;
      readonly range: RowRange;
      readonly memory?: number;
      /** The rows of the source, for a table that is masked. */
      readonly rows?: FedRows;
    }
  | { readonly kind: "close"; readonly job: number }
  /** Ends the thread, once it has done what came before. */
  | { readonly kind: "end" };

/**
 * Worker → main side. A piece lies in memory that both sides share, which a number stands for: a message that carries no
 * memory leaves nothing to the garbage collectors of either side.
 */
export type WorkerAnswer =
  | {
      readonly kind: "encoded";
      readonly task: number;
      readonly memory: number;
      /** The memory itself, where this number is new or the memory had to grow. */
      readonly bytes?: Uint8Array;
      /** How many of its bytes count. */
      readonly length: number;
    }
  | {
      readonly kind: "failed";
      readonly task: number;
      readonly error: {
        readonly code: ErrorCode;
        readonly message: string;
        readonly hint?: string;
        readonly stack?: string;
      };
    };
