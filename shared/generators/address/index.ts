import type { Generator } from "../generator.ts";
import { latitude, longitude } from "./coordinate.ts";
import { addressTexts } from "./address-parts.ts";
import { zipCode } from "./postcode.ts";

/** The parts of an address; those of one row that share an address fit each other. */
export const addressGenerators: readonly Generator[] = [...addressTexts, zipCode, latitude, longitude];
