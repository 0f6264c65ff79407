import { bandsMask } from "./bands.ts";
import { cardMask } from "./card.ts";
import { consistentFakeMask } from "./consistent-fake.ts";
import { constantMask } from "./constant.ts";
import { dateShiftMask } from "./date-shift.ts";
import { emailMask } from "./email.ts";
import { formatPreservingMask } from "./format-preserving.ts";
import { freeTextMask } from "./free-text.ts";
import { hashMask } from "./hash.ts";
import { hierarchyMask } from "./hierarchy.ts";
import { ipPrefixMask } from "./ip-prefix.ts";
import { jsonFieldsMask } from "./json-fields.ts";
import { limitsMask } from "./limits.ts";
import type { Mask, MaskCatalogue } from "./mask.ts";
import { noiseMask } from "./noise.ts";
import { nothingMask } from "./nothing.ts";
import { numberMask } from "./number.ts";
import { partialMask } from "./partial.ts";
import { postcodeMask } from "./postcode.ts";
import { shuffleMask } from "./shuffle.ts";
import { truncateDateMask } from "./truncate-date.ts";

/** All masks, in the order of the picker. */
export const masks: readonly Mask[] = [
  consistentFakeMask,
  hashMask,
  emailMask,
  formatPreservingMask,
  partialMask,
  cardMask,
  constantMask,
  nothingMask,
  dateShiftMask,
  truncateDateMask,
  bandsMask,
  limitsMask,
  noiseMask,
  postcodeMask,
  ipPrefixMask,
  freeTextMask,
  jsonFieldsMask,
  numberMask,
  shuffleMask,
  hierarchyMask,
];

const byId = new Map(masks.map((mask) => [mask.id, mask]));

/** What the stages are handed. */
export const maskCatalogue: MaskCatalogue = { get: (id) => byId.get(id), all: masks };
