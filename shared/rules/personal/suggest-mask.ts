import type { Mask, MaskCatalogue } from "../../masks/mask.ts";
import type { DesignedColumn } from "../design.ts";
import type { MaskRule, Rule } from "../rule.ts";
import type { ValueType } from "../../schema/value-type.ts";
import type { FieldType } from "./by-document.ts";
import type { PersonalCategoryId } from "./categories.ts";
import type { PersonalFinding } from "./find-personal.ts";

/** A mask's id and its parameters. */
export type MaskWords = readonly [mask: string, params?: Readonly<Record<string, unknown>>];
type Words = MaskWords;

export const fake = (generator: string): MaskWords => ["consistent-fake", { generator }];
export const hidden: readonly MaskWords[] = [["constant"], ["nothing"]];
const number: readonly Words[] = [["format-preserving", { small: "hash" }], ["number"], ["hash"], ...hidden];
const anything: readonly Words[] = [["hash"], ["number"], ["noise"], ["truncate-date"], ...hidden];
const date: readonly Words[] = [["date-shift"], ["truncate-date"], ...hidden];
/** Keeps values apart in as much room as they take: for a short unique column, which nothing else fits. */
const lastResort: readonly Words[] = [["format-preserving"]];
const suppressed: readonly Words[] = [...hidden, ["hash"]];

/** The masks that suit a kind of data, best first. What fits neither type nor key of a column is left out. */
const byCategory: Readonly<Partial<Record<PersonalCategoryId, readonly Words[]>>> = {
  "given-name": [fake("person.firstName"), ["hash"], ...hidden],
  "family-name": [fake("person.lastName"), ["hash"], ...hidden],
  "full-name": [fake("person.fullName"), ["hash"], ...hidden],
  "card-holder": [fake("person.fullName"), ...hidden],
  "user-name": [["hash"], ...hidden],
  email: [["email", { domain: "example" }], ["hash"], ...hidden],
  street: [fake("location.streetAddress"), ["hash"], ...hidden],
  city: [fake("location.city"), ["hash"], ...hidden],
  district: [fake("location.city"), ["hash"], ...hidden],
  postcode: [["postcode"], ["format-preserving", { small: "hash" }], ...hidden],
  phone: number,
  fax: number,
  "birth-date": date,
  "personal-date": date,
  age: [["bands"], ["noise"], ...hidden],
  income: [["noise"], ["bands"], ...hidden],
  "ip-address": [["ip-prefix"], ...hidden],
  "card-number": [["format-preserving", { luhn: true }], ["card"], ...hidden],
  iban: number,
  account: number,
  "free-text": [["free-text"], ...hidden],
  health: suppressed,
  secret: suppressed,
};

/** What was found of a column: its kind, or those of the fields of its documents; of a text, who else its row names. */
export type LooksLike = Pick<PersonalFinding, "category" | "fields" | "fieldTypes" | "names">;

/** What may become of a personal column, best first, each as a label and a rule; empty where no mask fits. */
export function suggestedMasks(
  masks: MaskCatalogue,
  entry: Pick<DesignedColumn, "column" | "unique">,
  found: LooksLike | undefined,
): readonly { readonly label: string; readonly rule: Rule }[] {
  const words = wordsFor(masks, found);
  const suitable = masksThatSuit(masks, entry, words);
  return (suitable.length > 0 ? suitable : masksThatSuit(masks, entry, lastResort)).map(({ mask, rule }) => ({
    label: `Mask with ${mask.label}`,
    rule,
  }));
}

function wordsFor(masks: MaskCatalogue, found: LooksLike | undefined): readonly MaskWords[] {
  if (found?.fields === undefined) {
    const words = (found && byCategory[found.category]) ?? anything;
    const names = found?.names?.join(", ");
    if (names === undefined) return words;
    return words.map((one): MaskWords => (one[0] === "free-text" ? ["free-text", { ...one[1], names }] : one));
  }
  return [maskOfFields(found, (category, field) => suggestedMasks(masks, field, { category })[0]?.rule), ...hidden];
}

/** A value inside a document, as the masks of its column see it. */
type DocumentField = Pick<DesignedColumn, "column" | "unique">;

const fieldTypes: Readonly<Record<FieldType, ValueType>> = {
  text: { kind: "text" },
  number: { kind: "integer", bits: 64 },
  date: { kind: "date" },
};

/** The mask of documents that does to each field what `ruleOf` says of its kind; what has no mask is made a constant, or NULL. */
export function maskOfFields(
  { fields = {}, fieldTypes: types = {} }: LooksLike,
  ruleOf: (category: PersonalCategoryId, field: DocumentField) => Rule | undefined,
): MaskWords {
  const paths = Object.entries(fields).map(([path, category]) => {
    const type = types[path] ?? "text";
    const column = { name: "", type: "", valueType: fieldTypes[type], nullable: true };
    const rule = ruleOf(category, { column, unique: false });
    if (rule?.kind !== "mask") return [path, type === "text" ? "constant" : "nothing"];
    return [path, Object.keys(rule.params).length === 0 ? rule.mask : { [rule.mask]: rule.params }];
  });
  return ["json", { paths: Object.fromEntries(paths) }];
}

/** Those of some masks that fit a column's type, its uniqueness and whether it takes NULL, in their order. */
export function masksThatSuit(
  masks: MaskCatalogue,
  { column, unique }: Pick<DesignedColumn, "column" | "unique">,
  words: readonly MaskWords[],
): readonly { readonly mask: Mask; readonly rule: MaskRule }[] {
  return words.flatMap(([id, params = {}]) => {
    const mask = masks.get(id);
    if (mask === undefined || !suits(mask, params, column, unique)) return [];
    return [{ mask, rule: { kind: "mask", mask: id, params: { ...params } } }];
  });
}

function suits(
  mask: Mask,
  params: Readonly<Record<string, unknown>>,
  column: DesignedColumn["column"],
  unique: boolean,
): boolean {
  const parsed = mask.params.safeParse(params);
  if (!parsed.success || !mask.accepts(column.valueType)) return false;
  const kept = mask.promises(parsed.data, column.valueType);
  return (!unique || kept.keepsUniqueness) && (column.nullable || kept.keepsNull);
}
