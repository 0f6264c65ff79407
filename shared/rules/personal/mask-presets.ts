import type { MaskCatalogue } from "../../masks/mask.ts";
import type { DesignedColumn } from "../design.ts";
import type { MaskRule } from "../rule.ts";
import { fake, masksThatSuit, type MaskWords } from "./suggest-mask.ts";

/** A mask with its parameters under a name of its own. What its defaults say is left to them, as in the project file. */
interface MaskPreset {
  readonly label: string;
  readonly words: MaskWords;
  /** Its values are texts, whatever the mask accepts. */
  readonly text?: true;
}

const presets: readonly MaskPreset[] = [
  { label: "Pseudonymous e-mail, domain kept", words: ["email"] },
  { label: "Consistent name", words: fake("person.fullName"), text: true },
  { label: "Age bands 0-17, 18-29, 30-44, 45-59, 60+", words: ["bands"] },
  { label: "Suppress as ***REDACTED***", words: ["constant"] },
  { label: "Noise of ±10 %", words: ["noise"] },
];

/** The presets that fit a column, in the order of the picker. */
export const presetsFor = (
  masks: MaskCatalogue,
  entry: Pick<DesignedColumn, "column" | "unique">,
): readonly { readonly label: string; readonly rule: MaskRule }[] =>
  presets
    .filter(({ text }) => text !== true || entry.column.valueType.kind === "text")
    .flatMap(({ label, words }) => masksThatSuit(masks, entry, [words]).map(({ rule }) => ({ label, rule })));
