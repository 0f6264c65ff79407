import { z } from "zod";

/** How many rows of a child table a sampled row brings. */
export const childrenTakenSchema = z.union([
  z.enum(["all", "none"]),
  z
    .strictObject({
      /** For each row of the parent table. */
      most: z.int().min(1).max(1_000_000_000).optional(),
      /** For all of them together. */
      total: z.int().min(1).max(1_000_000_000).optional(),
    })
    .refine(({ most, total }) => most !== undefined || total !== undefined, "it says no number"),
]);
export type ChildrenTaken = z.infer<typeof childrenTakenSchema>;

/** A cell of a key as a project writes it; whole numbers beyond 2^53 are texts. */
const keyCellSchema = z.union([z.string(), z.number(), z.boolean()]);

/** A column that refers to one table or another, as a second column says. */
const polymorphicKeySchema = z.strictObject({
  by: z.string().min(1),
  /** What `by` holds → "table.column". */
  of: z.record(z.string(), z.string()),
});

/**
 * Which rows of a masked table are taken, and what they bring. A table that says where, share, rows or keys is a root of the
 * sample; `share` and `rows` choose among the rows that `where` leaves, and `keys` come on top.
 */
export const sampleSchema = z.strictObject({
  /** A condition in the source's own SQL. */
  where: z.string().min(1).max(4000).optional(),
  /** Above 0, at most 1. */
  share: z.number().gt(0).max(1).optional(),
  rows: z.int().min(0).max(1_000_000_000).optional(),
  /** Primary keys, each with as many cells as the key has columns. */
  keys: z.array(z.array(keyCellSchema).min(1).readonly()).max(10_000).readonly().optional(),
  /** By child table, or "table (column)" where it refers to this one more than once. All where absent. */
  children: z.record(z.string(), childrenTakenSchema).optional(),
  /** By column. */
  polymorphic: z.record(z.string(), polymorphicKeySchema).optional(),
});
export type Sample = z.infer<typeof sampleSchema>;

/** Whether the table itself says which of its rows are taken. */
export const isSampleRoot = ({ where, share, rows, keys }: Sample): boolean =>
  where !== undefined || share !== undefined || rows !== undefined || keys !== undefined;
