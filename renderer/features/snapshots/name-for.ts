/** A name for a snapshot of this database, as a folder may be called. */
export function nameFor(label: string, now: Date): string {
  const words = label
    .replace(/^The project's source, /, "")
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .slice(0, 40);
  return `${words || "database"}-${now.toISOString().slice(0, 19).replaceAll(":", "").replace("T", "-")}`;
}
