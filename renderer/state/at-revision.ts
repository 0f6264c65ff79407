/**
 * Ties an answer to the revision of the project that it was made from: with the next revision it is another query, so
 * nothing old is ever shown as new. Pair it with `placeholderData: keepPreviousData` where flicker would show.
 */
export function atRevision<T extends { readonly queryKey: readonly unknown[] }>(options: T, revision: number): T {
  return { ...options, queryKey: [...options.queryKey, { revision }] };
}
