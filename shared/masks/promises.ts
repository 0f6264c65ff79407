import type { MaskPromises } from "./mask.ts";

/** Nothing promised but that NULL stays NULL: what a mask's own promises are written on. */
const least: MaskPromises = {
  keepsNull: true,
  keepsFormat: false,
  keepsUniqueness: false,
  keepsOrder: false,
  reversible: false,
  keepsEquality: false,
  forgets: false,
  generalises: false,
};

export const promises = (kept: Partial<MaskPromises>): MaskPromises => ({ ...least, ...kept });
