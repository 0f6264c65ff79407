import type { Faker } from "@faker-js/faker";
import type { GeneratorCategory } from "../../generator.ts";

/** One of faker's methods as a generator: data only, adapter.ts does the rest. Ids are faker's own paths. */
export interface FakerMethod {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly category: GeneratorCategory;
  readonly icon: string;
  readonly keywords: readonly string[];
  readonly draw: (faker: Faker) => string;
  /**
   * Values of a closed list that must stay as they are (codes): the list, or how many there are at least in every locale.
   * A unique column takes each at most once, and never gets a suffix.
   */
  readonly codes?: number | readonly string[];
  /** Values that should hardly ever repeat (account numbers): drawn for each row, not from a pool. */
  readonly single?: boolean;
  /** The shortest column that is of any use. */
  readonly least?: number;
}

/** A method's data, its keywords as one text. */
export const method = (
  id: string,
  label: string,
  help: string,
  category: GeneratorCategory,
  icon: string,
  keywords: string,
  draw: (faker: Faker) => string,
  more: Pick<FakerMethod, "codes" | "single" | "least"> = {},
): FakerMethod => ({ id, label, help, category, icon, keywords: keywords.split(" "), draw, ...more });
