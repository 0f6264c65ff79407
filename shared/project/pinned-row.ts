import { z } from "zod";

/** A cell of a pinned row, as the file writes it; numbers that a double cannot hold stand as texts. */
export const pinnedValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type PinnedValue = z.infer<typeof pinnedValueSchema>;

/** What a pinned row is called: a word that starts with a letter, so that tests can name it. */
export const pinnedNameSchema = z
  .string()
  .regex(/^\p{L}[\p{L}\p{N}_-]{0,59}$/u, "a pinned row's name starts with a letter and has letters, digits, _ and -");

/** A hand-written row: the columns it names are kept as they are, the others are made like those of any row. */
export const pinnedRowSchema = z.strictObject({
  name: pinnedNameSchema,
  values: z.record(z.string(), pinnedValueSchema),
});
export type PinnedRow = z.infer<typeof pinnedRowSchema>;

/** The rows of a scenario after those of the project; a row of the same name takes the place of the other. */
export function mergePinned(base: readonly PinnedRow[] = [], overlay: readonly PinnedRow[] = []): readonly PinnedRow[] {
  const names = new Set(base.map(({ name }) => name));
  return [
    ...base.map((row) => overlay.find(({ name }) => name === row.name) ?? row),
    ...overlay.filter(({ name }) => !names.has(name)),
  ];
}
