export type Status = "ok" | "warn" | "error" | "idle";

const titles: Readonly<Record<Status, string>> = {
  ok: "No problems",
  warn: "Warnings",
  error: "Errors",
  idle: "Not generated",
};

/** What is worst of it: errors before warnings. */
export const statusOf = (problems: { readonly errors: number; readonly warnings: number }): Status =>
  problems.errors > 0 ? "error" : problems.warnings > 0 ? "warn" : "ok";

/** A mark whose shape says as much as its colour: dot, triangle, diamond, ring. */
export function StatusMark({ status, title }: { readonly status: Status; readonly title?: string }) {
  const text = title ?? titles[status];
  return <span className={`dot dot-${status}`} role="img" aria-label={text} title={text} />;
}
