import type { MaskCatalogue } from "../../masks/mask.ts";
import type { DesignedColumn } from "../design.ts";
import type { MaskRule } from "../rule.ts";
import type { PersonalCategoryId } from "./categories.ts";
import { fake, masksThatSuit, type LooksLike, type MaskWords } from "./suggest-mask.ts";

/** A mask with its parameters under a name of its own. What its defaults say is left to them, as in the project file. */
interface MaskPreset {
  readonly label: string;
  readonly words: MaskWords;
  /** Its values are texts, whatever the mask accepts. */
  readonly text?: true;
  /** Only for numbers, and for texts of this kind: ages of a user name are none. */
  readonly of?: PersonalCategoryId;
}

const presets: readonly MaskPreset[] = [
  { label: "Pseudonymous e-mail, domain kept", words: ["email"] },
  { label: "Consistent name", words: fake("person.fullName"), text: true },
  { label: "Age bands 0-17, 18-29, 30-44, 45-59, 60+", words: ["bands"], of: "age" },
  { label: "Suppress as ***REDACTED***", words: ["constant"] },
  { label: "Noise of ±10 %", words: ["noise"] },
];

/** The presets that fit a column and what was found of it, in the order of the picker. */
export const presetsFor = (
  masks: MaskCatalogue,
  entry: Pick<DesignedColumn, "column" | "unique">,
  found: Pick<LooksLike, "category"> | undefined,
): readonly { readonly label: string; readonly rule: MaskRule }[] => {
  const isText = entry.column.valueType.kind === "text";
  return presets
    .filter(({ text, of }) => (text !== true || isText) && (of === undefined || !isText || of === found?.category))
    .flatMap(({ label, words }) => masksThatSuit(masks, entry, [words]).map(({ rule }) => ({ label, rule })));
};
