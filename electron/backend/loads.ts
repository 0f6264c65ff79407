import type { LoadRequest } from "../../shared/api/inputs.ts";
import type { LoadSpec } from "../jobs/prepare-load.ts";
import { jobSpec } from "./exports.ts";
import type { Session } from "./sessions/session.ts";

/** What a request asks to be loaded. Unknown names get the nearest one. */
export function loadSpec(session: Session, request: Omit<LoadRequest, "to" | "confirm" | "proof">): LoadSpec {
  const { clear, existing, triggers, ...rest } = request;
  // The format and the dialect are the target's affair.
  const { format: _format, dialect: _dialect, ...spec } = jobSpec(session, { ...rest, format: "sql" });
  return { ...spec, clear, existing, triggers };
}
