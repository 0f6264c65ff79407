/**
 * Ties an answer to the revision of the project that it was made from: with the next revision it is another query. The
 * revision goes into the second part of the key: tRPC reads the procedure and its input back from a key of two parts, and
 * takes the first of three for a prefix.
 */
export function atRevision<T extends { readonly queryKey: readonly unknown[] }>(options: T, revision: number): T {
  const [path, args] = options.queryKey;
  const input = typeof args === "object" && args !== null ? args : {};
  return { ...options, queryKey: [path, { ...input, revision }] };
}
