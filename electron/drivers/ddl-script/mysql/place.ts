import type { MyCatalogue } from "./catalogue.ts";
import type { Flavour } from "./flavour.ts";

/** What a statement is applied to. */
export interface Place {
  readonly catalogue: MyCatalogue;
  readonly flavour: Flavour;
  readonly line: number;
}
