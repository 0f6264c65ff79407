import type { EdgePlace } from "./edge-catalogue.ts";
import type { ValueType } from "../../schema/value-type.ts";

/**
 * A set of values that are known to break software. Values are canonical texts (a timestamp as 2026-11-22 13:45:00, bytes as
 * hexadecimal digits); what a column cannot hold is taken out afterwards (edge-values.ts), so a pack may be generous.
 */
export interface EdgePack {
  /** Part of the project file. */
  readonly id: string;
  readonly label: string;
  /** One sentence for the form. */
  readonly help: string;
  /** Whether it is taken for a column of this type where no packs are chosen. */
  usual(type: ValueType): boolean;
  /** Its values for a column, most telling first. */
  texts(place: EdgePlace): readonly string[];
}

/** Types that hold any text. */
export const holdsText = (type: ValueType): boolean => type.kind === "text" || type.kind === "unknown";

/** Texts as they are, or as small JSON documents where the column holds these. */
export const inType = (texts: readonly string[], type: ValueType): readonly string[] =>
  type.kind === "json" ? texts.map((text) => JSON.stringify({ value: text })) : texts;
