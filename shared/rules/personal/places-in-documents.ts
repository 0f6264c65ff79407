/** A place in a sample of documents: what stands there, and what stands below it. */
export interface DocumentPlace {
  readonly values: string[];
  /** How many of them are numbers. */
  numbers: number;
  readonly fields: Map<string, DocumentPlace>;
  /** The elements of arrays, and the fields of objects that are filed by values rather than by names. */
  every?: DocumentPlace;
}

/** Enough values of one place to tell what they are, and enough levels: documents come from anybody. */
const mostValues = 2000;
const mostLevels = 32;
/** An object with more names than a record has fields is a list, and its names are values. */
const mostFields = 40;

const newPlace = (): DocumentPlace => ({ values: [], numbers: 0, fields: new Map() });

/** The places of some texts as JSON; undefined where less than half of them are objects or arrays. */
export function placesInDocuments(
  texts: readonly string[],
  isPersonsName: (word: string) => boolean,
): DocumentPlace | undefined {
  const root = newPlace();
  let documents = 0;
  for (const text of texts) {
    const parsed = parseDocument(text);
    if (parsed === undefined) continue;
    documents++;
    collect(root, parsed, 0);
  }
  if (documents === 0 || documents < texts.length / 2) return undefined;
  closeLists(root, isPersonsName);
  return root;
}

function parseDocument(text: string): object | undefined {
  if (!/^\s*[[{]/u.test(text)) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function collect(place: DocumentPlace, value: unknown, level: number): void {
  if (Array.isArray(value)) {
    if (level === mostLevels) return;
    const every = (place.every ??= newPlace());
    for (const element of value) collect(every, element, level + 1);
  } else if (typeof value === "object" && value !== null) {
    if (level === mostLevels) return;
    for (const [name, field] of Object.entries(value)) {
      const below = place.fields.get(name) ?? newPlace();
      place.fields.set(name, below);
      collect(below, field, level + 1);
    }
  } else if ((typeof value === "string" || typeof value === "number") && place.values.length < mostValues) {
    place.values.push(String(value));
    if (typeof value === "number") place.numbers++;
  }
}

/** Objects whose fields are named by what they hold, such as numbers or e-mails, have no fields of their own: only every one. */
function closeLists(place: DocumentPlace, isPersonsName: (word: string) => boolean): void {
  const names = [...place.fields.keys()];
  if (
    names.length > mostFields ||
    names.some((name) => !isFieldName(name)) ||
    names.filter((name) => isPersonsName((name.split(" ")[0] ?? "").toLowerCase())).length > 1
  ) {
    const every = (place.every ??= newPlace());
    for (const below of place.fields.values()) pour(below, every);
    place.fields.clear();
  }
  for (const below of place.fields.values()) closeLists(below, isPersonsName);
  if (place.every !== undefined) closeLists(place.every, isPersonsName);
}

const isFieldName = (name: string): boolean =>
  /^[\p{L}\p{N}_$ -]{1,40}$/u.test(name) && /\p{L}/u.test(name) && (name.match(/\d/gu)?.length ?? 0) < 5;

function pour(from: DocumentPlace, into: DocumentPlace): void {
  into.numbers += from.numbers;
  into.values.push(...from.values.slice(0, Math.max(0, mostValues - into.values.length)));
  for (const [name, below] of from.fields) {
    const target = into.fields.get(name) ?? newPlace();
    into.fields.set(name, target);
    pour(below, target);
  }
  if (from.every !== undefined) pour(from.every, (into.every ??= newPlace()));
}
