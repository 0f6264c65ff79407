import { parseIsoTimestamp } from "../../base/calendar.ts";
import { nounOf } from "../words.ts";
import { findByName } from "./by-name.ts";
import { findByValue, type NameLists } from "./by-value.ts";
import type { PersonalCategoryId } from "./categories.ts";
import { placesInDocuments, type DocumentPlace } from "./places-in-documents.ts";
import { subjectOfNames, type Subject } from "./subject.ts";

/** What stands at a path of a column's documents. */
export interface FieldFinding {
  /** As the mask of JSON fields takes it: `$.contacts[*].phone`. */
  readonly path: string;
  readonly category: PersonalCategoryId;
  /** 0 to 1. */
  readonly confidence: number;
  readonly type: FieldType;
}

/** What all values of a field are: masks keep numbers numbers, and dates dates. */
export type FieldType = "text" | "number" | "date";

/** Whose a document is: what its table is about, and whether it belongs to people. */
interface Owner {
  readonly subject: Subject;
  readonly ofPerson: boolean;
}

/** From here on a field is named. */
const leastConfidence = 0.5;

/**
 * The personal fields of a column's documents, by their names and by a sample of their values. Undefined where the column
 * has no documents. No value is in the answer.
 */
export function findInDocuments(
  cells: readonly (string | null)[],
  owner: Owner,
  lists: NameLists,
): readonly FieldFinding[] | undefined {
  const texts = cells.filter((cell): cell is string => cell !== null && cell.trim() !== "");
  const root = placesInDocuments(texts, (word) => lists.given.has(word));
  if (root === undefined) return undefined;
  const found: FieldFinding[] = [];

  function look(place: DocumentPlace, path: string, name: string, of: Owner): void {
    const finding = fieldFinding(place, name, of, lists);
    if (finding !== undefined && finding.confidence >= leastConfidence && path !== "$")
      found.push({ path, ...finding });
    const own = subjectOfNames(name, [...place.fields.keys()]);
    const inner: Owner = place.fields.size === 0 || own === "unclear" ? of : { subject: own, ofPerson: false };
    for (const [field, below] of place.fields) look(below, `${path}${step(field)}`, field, inner);
    if (place.every !== undefined) look(place.every, `${path}[*]`, nounOf(name), of);
  }

  look(root, "$", "", owner);
  return found;
}

const step = (field: string): string => (field.includes(" ") ? `["${field}"]` : `.${field}`);

/** By the name of the field or by its values, whichever is surer; a name alone says nothing where there is no value. */
function fieldFinding(
  { values, numbers }: DocumentPlace,
  name: string,
  { subject, ofPerson }: Owner,
  lists: NameLists,
): Omit<FieldFinding, "path"> | undefined {
  if (values.length === 0) return undefined;
  const named = findByName({ name, type: "", valueType: { kind: "text" }, nullable: true }, subject, ofPerson);
  const valued = findByValue(values, lists);
  const best = (named?.confidence ?? 0) >= (valued?.confidence ?? 0) ? named : valued;
  const type =
    numbers >= values.length
      ? "number"
      : values.every((value) => parseIsoTimestamp(value) !== undefined)
        ? "date"
        : "text";
  return best && { category: best.category, confidence: best.confidence, type };
}
