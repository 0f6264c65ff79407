import { z } from "zod";
import { SeedloomError } from "../../base/errors.ts";
import { defineGenerator } from "../generator.ts";
import { parameter } from "../parameter.ts";

const params = z.strictObject({
  pick: parameter(z.enum(["uniform", "zipf", "even"]).default("uniform"), {
    label: "Parents are picked",
    help: "uniform: by chance; zipf: a few parents have most of the rows; even: all have as many.",
    control: "select",
  }),
  exponent: parameter(z.number().min(0).max(5).default(1), {
    label: "Exponent",
    help: "For zipf: how much the first parents are preferred.",
    step: 0.1,
  }),
  sameOwner: parameter(z.boolean().default(false), {
    label: "Same owner only",
    help: "Picks among the rows that belong to the same owner, such as an address of the order's customer.",
  }),
  depth: parameter(z.int().min(0).max(1000).default(0), {
    label: "Levels",
    help: "For a table that references itself: the tree has at most so many levels; 0 for any number.",
  }),
  fanOut: parameter(z.int().min(1).max(1_000_000).default(4), {
    label: "Branches",
    help: "For a table that references itself, with levels: how many rows each row of a level has below it, on average.",
  }),
  root: parameter(z.boolean().default(false), {
    label: "Top of the tree",
    help: "For a second reference of a table to itself: points to the top of the row's branch.",
  }),
});
type Params = z.infer<typeof params>;

/** The key of a row of the referenced table; the engine picks the row. */
export const foreignKey = defineGenerator<Params>({
  id: "foreign-key",
  version: 1,
  label: "Foreign key",
  help: "The key of a row of the referenced table.",
  category: "keys",
  keywords: ["reference", "relation", "parent", "fk", "lookup"],
  icon: "link",
  params,
  shorthand: "pick",
  relation: true,
  accepts: () => true,
  describe: (p) => `${p.pick === "zipf" ? `zipf, exponent ${p.exponent}` : p.pick}${p.sameOwner ? ", same owner" : ""}`,
  capacity: () => Infinity,
  compile(_params, context) {
    if (!context.parentKey) {
      throw new SeedloomError(
        "export-blocked",
        `Column ${context.column.name} is filled by a foreign key, but no foreign key of its table contains it.`,
        "Choose another rule for the column.",
      );
    }
    return context.parentKey;
  },
});
