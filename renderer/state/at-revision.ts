/**
 * Ties an answer to the revision of the project that it was made from: with the next revision it is another query, so
 * nothing old is ever shown as new. Pair it with `placeholderData: keepPreviousData` where flicker would show.
 */
export function atRevision<T extends { readonly queryKey: readonly unknown[] }>(options: T, revision: number): T {
  // The key's parts have fixed places (path, then what was asked), so the revision goes into the last one.
  const last = options.queryKey.at(-1);
  const asked: object = typeof last === "object" && last !== null ? last : {};
  return { ...options, queryKey: [...options.queryKey.slice(0, -1), { ...asked, revision }] };
}
