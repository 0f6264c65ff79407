import { z } from "zod";
import { parameter } from "../generators/parameter.ts";
import { permutation } from "../random/permutation.ts";
import { copyVector, vectorLike } from "../vectors/copy-vector.ts";
import { defineMask } from "./mask.ts";
import { promises } from "./promises.ts";

const params = z.strictObject({
  group: parameter(z.string().max(60).default(""), {
    label: "Together with",
    help: "Columns of the table with the same word here move together: city and post code still fit each other.",
  }),
});
type Params = z.infer<typeof params>;

/** The column's own values in other rows: counts and distributions stay exactly as they are. */
export const shuffleMask = defineMask<Params>({
  id: "shuffle",
  version: 1,
  label: "Shuffle",
  help: "Gives each row the value of another one, so that totals stay. The column is held in memory during the run.",
  keywords: ["permute", "swap", "mix", "rows", "distribution"],
  icon: "arrows-shuffle",
  params,
  shorthand: "group",
  accepts: () => true,
  describe: (p) => (p.group === "" ? "within the column" : `with ${p.group}`),
  // Every value is still there, at another row; so is every NULL.
  promises: () => promises({ keepsNull: false, keepsFormat: true, keepsUniqueness: true }),
  keyed: () => true,
  holds: () => true,
  compile(p, { column, others, keys, domain, batchRows }) {
    if (others === undefined) throw new TypeError("A shuffle was compiled without the rows of its table.");
    const held = others.vector(column.name);
    const out = vectorLike(held, batchRows);
    // What moves together has one order, whatever the columns' names.
    const order = keys.hmac("shuffle", p.group === "" ? `${domain}\0${column.name}` : p.group);
    order.of(new Uint8Array(), 0, 0);
    const size = Math.max(1, others.rows);
    const ring = permutation({ k0: order.digest[0] ?? 0, k1: order.digest[1] ?? 0 }, size);
    const rows = new Float64Array(batchRows);
    return {
      out,
      fill(asked, count) {
        // The next one on a ring through all rows: no row keeps its own value.
        for (let i = 0; i < count; i++) rows[i] = ring.at((ring.indexOf(asked[i] ?? 0) + 1) % size);
        others.read(rows, count);
        copyVector(held, out, count);
      },
    };
  },
});
