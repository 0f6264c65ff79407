import { z } from "zod";
import { isSeedloomError } from "../../shared/base/errors.ts";
import type { ErrorView } from "../../shared/api/views.ts";

/** What a window or a terminal may learn of any thrown value: never a stack, a path of ours or a connection string. */
export function errorView(error: unknown): ErrorView {
  if (isSeedloomError(error)) {
    return { code: error.code, message: error.message, ...(error.hint === undefined ? {} : { hint: error.hint }) };
  }
  if (error instanceof z.ZodError) {
    const issue = error.issues[0];
    const place = issue === undefined || issue.path.length === 0 ? "" : ` at ${issue.path.join(".")}`;
    return { code: "usage", message: `The request is not valid${place}: ${issue?.message ?? "unknown reason"}.` };
  }
  return {
    code: "internal",
    message: "Something went wrong inside Seedloom.",
    hint: "Try again; if it happens again, please report it with what you did before.",
  };
}
