import type { ErrorView } from "../../shared/api/views.ts";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function parseErrorView(value: unknown): ErrorView | undefined {
  if (!isRecord(value) || typeof value["code"] !== "string" || typeof value["message"] !== "string") return undefined;
  const { code, message, hint } = value;
  return typeof hint === "string" ? { code, message, hint } : { code, message };
}

/** What the window says about anything that was thrown. Never a stack, never the text of an unknown error. */
export function errorView(error: unknown): ErrorView {
  const data = isRecord(error) && isRecord(error["data"]) ? error["data"] : undefined;
  const told = parseErrorView(data?.["seedloom"]);
  if (told) return told;
  if (data === undefined && isRecord(error) && error["name"] === "TRPCClientError") {
    return {
      code: "host-unavailable",
      message: "Seedloom's engine is not answering.",
      hint: "It is tried again by itself. Nothing that you changed is lost.",
    };
  }
  return {
    code: "internal",
    message: "This did not work, for a reason Seedloom does not know.",
    hint: "Try it again; if it stays, open the project anew.",
  };
}
