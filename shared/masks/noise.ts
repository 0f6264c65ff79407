import { z } from "zod";
import { ln } from "../base/real-functions.ts";
import { parameter } from "../generators/parameter.ts";
import { normalQuantile } from "../random/normal-quantile.ts";
import { unit53At, type Stream } from "../random/stream.ts";
import { defineMask } from "./mask.ts";
import { isNumber, numberMask } from "./numbers.ts";
import { promises } from "./promises.ts";

const params = z.strictObject({
  kind: parameter(z.enum(["relative", "absolute", "gaussian", "laplace"]).default("relative"), {
    label: "Kind",
    help: "Relative: up to so many percent either way. Absolute: up to so much. Gaussian: normal, with that deviation. Laplace: the noise of differential privacy, with scale = sensitivity ÷ ε.",
    control: "select",
  }),
  amount: parameter(z.number().positive().default(0.1), {
    label: "Amount",
    help: "A share for relative noise (0.1 is ±10 %), else a number in the column's unit; for Laplace the sensitivity.",
  }),
  epsilon: parameter(z.number().positive().default(1), { label: "ε", help: "For Laplace noise: smaller hides more." }),
});
type Params = z.infer<typeof params>;

/** Moves numbers by a little, row by row. */
export const noiseMask = defineMask<Params>({
  id: "noise",
  version: 1,
  label: "Noise",
  help: "Moves a number by a random amount, so that sums and averages stay near what they were.",
  keywords: ["perturb", "laplace", "differential privacy", "salary", "random", "jitter"],
  icon: "wave-saw-tool",
  params,
  shorthand: "amount",
  accepts: isNumber,
  describe: (p) =>
    ({
      relative: `±${Math.round(p.amount * 1000) / 10}%`,
      absolute: `±${p.amount}`,
      gaussian: `σ ${p.amount}`,
      laplace: `Laplace, ε ${p.epsilon}`,
    })[p.kind],
  promises: () => promises({}),
  keyed: () => true,
  compile(p, context) {
    // The row is the address: the noise of a cell is the same in every run under one key, so runs cannot be averaged.
    const key = context.keys.hmac("noise", context.domain);
    key.of(new Uint8Array(), 0, 0);
    const stream: Stream = { k0: key.digest[0] ?? 0, k1: key.digest[1] ?? 0 };
    return numberMask(context.source, context.type, context.batchRows, (value, row) => {
      const u = unit53At(stream, row);
      switch (p.kind) {
        case "relative":
          return value * (1 + (2 * u - 1) * p.amount);
        case "absolute":
          return value + (2 * u - 1) * p.amount;
        case "gaussian":
          return value + normalQuantile(Math.max(u, 1e-16)) * p.amount;
        case "laplace":
          return value + laplaceQuantile(Math.max(u, 1e-16)) * (p.amount / p.epsilon);
      }
    });
  },
});

/** The quantile function of the Laplace distribution with scale 1. */
const laplaceQuantile = (u: number): number => (u < 0.5 ? ln(2 * u) : -ln(2 * (1 - u)));
