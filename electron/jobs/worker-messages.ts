import type { ErrorCode } from "../../shared/base/errors.ts";
import type { JobSpec } from "./job-spec.ts";
import type { RowRange } from "./ranges.ts";

/** Main side → worker. */
export type WorkerRequest =
  | { readonly kind: "open"; readonly job: number; readonly spec: JobSpec }
  /** `memory` is a buffer of an earlier answer, handed back for use. */
  | {
      readonly kind: "encode";
      readonly job: number;
      readonly task: number;
      readonly range: RowRange;
      readonly memory?: Uint8Array;
    }
  | { readonly kind: "close"; readonly job: number }
  /** Ends the thread, once it has done what came before. */
  | { readonly kind: "end" };

/** Worker → main side. `bytes` is transferred; `length` of them count. */
export type WorkerAnswer =
  | {
      readonly kind: "encoded";
      readonly task: number;
      readonly bytes: Uint8Array<ArrayBuffer>;
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
