import type { ColumnModel, SchemaModel, TableModel } from "../../schema/schema-model.ts";
import { countText } from "../count-text.ts";
import { wordsOf } from "../words.ts";
import { findInDocuments, type FieldFinding, type FieldType } from "./by-document.ts";
import { findByName } from "./by-name.ts";
import { findByValue, type NameLists } from "./by-value.ts";
import { personalCategories, type PersonalCategoryId, type Regulation } from "./categories.ts";
import { belongsToPerson, subjectOf } from "./subject.ts";

/** A column that looks personal. */
export interface PersonalFinding {
  readonly table: string;
  readonly column: string;
  readonly category: PersonalCategoryId;
  /** 0 to 1. */
  readonly confidence: number;
  /** One clause each, never with a value in it: "name matches *email*", "998 of 1,000 values pass the Luhn check". */
  readonly evidence: readonly string[];
  readonly regulations: readonly Regulation[];
  /** Of documents: what stands at which path, as the mask of JSON fields takes them. */
  readonly fields?: Readonly<Record<string, PersonalCategoryId>>;
  /** Of those that are not texts. */
  readonly fieldTypes?: Readonly<Record<string, FieldType>>;
  /** Of a text about people: the columns of its row that name somebody, who may be named in the text. */
  readonly names?: readonly string[];
}

/** Sampled values of columns, by table and column, as canonical texts; they are read, and never kept or repeated. */
export type Samples = (table: TableModel, column: ColumnModel) => readonly (string | null)[] | undefined;

/** From here on a column is listed for review. */
const leastConfidence = 0.5;

/**
 * The columns that look personal by name, type, comment and, where there is a sample, by their values; in the schema's
 * order. Keys that only number rows are not personal by themselves.
 */
export function findPersonal(model: SchemaModel, lists: NameLists, samples?: Samples): readonly PersonalFinding[] {
  return model.tables.flatMap((table) => {
    const subject = subjectOf(table);
    const ofPerson = belongsToPerson(table, model);
    const found = table.columns.flatMap((column): readonly PersonalFinding[] => {
      if (isNumberingKey(table, column)) return [];
      const finding = join(
        evidenceOfName(column, subject, ofPerson),
        evidenceOfValues(column, samples?.(table, column) ?? [], { subject, ofPerson }, lists),
      );
      if (finding === undefined || finding.confidence < leastConfidence) return [];
      return [{ table: table.id, column: column.name, regulations: regulationsOf(finding), ...finding }];
    });
    return withNames(found);
  });
}

const ofNames: ReadonlySet<PersonalCategoryId> = new Set(["given-name", "family-name", "full-name"] as const);

/** The findings of a table, its texts with the columns of names beside them. A list of names has no commas in them. */
function withNames(found: readonly PersonalFinding[]): readonly PersonalFinding[] {
  const names = found
    .filter(({ category, fields, column }) => ofNames.has(category) && fields === undefined && !column.includes(","))
    .map(({ column }) => column);
  if (names.length === 0) return found;
  return found.map((one) => (one.category === "free-text" && one.fields === undefined ? { ...one, names } : one));
}

interface Evidence {
  readonly category: PersonalCategoryId;
  readonly confidence: number;
  readonly evidence: readonly string[];
  readonly fields?: NonNullable<PersonalFinding["fields"]>;
  readonly fieldTypes?: NonNullable<PersonalFinding["fieldTypes"]>;
}

/** The laws that speak of it, or of any of its fields. */
const regulationsOf = ({ category, fields = {} }: Evidence): readonly Regulation[] => [
  ...new Set([category, ...Object.values(fields)].flatMap((id) => personalCategories[id].regulations)),
];

/** A number that the database gives, or a key that only refers to another table. */
function isNumberingKey(table: TableModel, column: ColumnModel): boolean {
  if (column.identity !== undefined) return true;
  const plain = column.valueType.kind === "integer" || column.valueType.kind === "uuid";
  const inKey =
    table.primaryKey.includes(column.name) || table.foreignKeys.some(({ columns }) => columns.includes(column.name));
  return plain && inKey;
}

function evidenceOfName(
  column: ColumnModel,
  subject: ReturnType<typeof subjectOf>,
  ofPerson: boolean,
): Evidence | undefined {
  const found = findByName(column, subject, ofPerson);
  const told =
    column.comment === undefined ? undefined : findByName({ ...column, name: column.comment }, subject, ofPerson);
  if (found === undefined && told === undefined) return undefined;
  if (found !== undefined && (told === undefined || found.confidence >= told.confidence)) {
    return { ...found, evidence: [`name reads “${wordsOf(column.name)}”`] };
  }
  return told === undefined ? undefined : { ...told, evidence: ["its comment says so"] };
}

/** Documents are told by their fields: a phone in one does not make a phone of the column. */
function evidenceOfValues(
  { valueType }: ColumnModel,
  cells: readonly (string | null)[],
  owner: Parameters<typeof findInDocuments>[1],
  lists: NameLists,
): Evidence | undefined {
  const fields = ["json", "text", "unknown"].includes(valueType.kind)
    ? findInDocuments(cells, owner, lists)
    : undefined;
  if (fields !== undefined) return evidenceOfFields(fields);
  const found = findByValue(cells, lists);
  if (found === undefined) return undefined;
  const { category, confidence } = found;
  const share = `${countText(found.found)} of ${countText(found.looked)} values`;
  return { category, confidence, evidence: [`${share} ${passed(category)}`] };
}

/** How many paths the evidence names. */
const mostNamed = 6;

function evidenceOfFields(found: readonly FieldFinding[]): Evidence | undefined {
  const [surest] = found.toSorted((a, b) => b.confidence - a.confidence);
  if (surest === undefined) return undefined;
  const named = found
    .slice(0, mostNamed)
    .map(({ path, category }) => `${path} (${personalCategories[category].label.toLowerCase()})`);
  const more = found.length > mostNamed ? ` and ${countText(found.length - mostNamed)} more` : "";
  return {
    category: surest.category,
    confidence: surest.confidence,
    evidence: [`its documents hold ${named.join(", ")}${more}`],
    fields: Object.fromEntries(found.map(({ path, category }) => [path, category])),
    fieldTypes: Object.fromEntries(found.flatMap(({ path, type }) => (type === "text" ? [] : [[path, type]]))),
  };
}

/** What the values of a kind were held against. */
function passed(category: PersonalCategoryId): string {
  if (category === "card-number") return "pass the Luhn check";
  if (category === "iban") return "pass the check digits of an IBAN";
  const kind = personalCategories[category].label.toLowerCase();
  return `have the form of ${/^[aeiou]/u.test(kind) ? "an" : "a"} ${kind}`;
}

/** Two pieces of evidence for one kind make it surer; for two kinds, the surer one stands. */
function join(name: Evidence | undefined, values: Evidence | undefined): Evidence | undefined {
  if (name === undefined || values === undefined) return name ?? values;
  const evidence = [...name.evidence, ...values.evidence];
  if (name.category === values.category) {
    return { ...values, confidence: 1 - (1 - name.confidence) * (1 - values.confidence), evidence };
  }
  return name.confidence >= values.confidence ? { ...values, ...name, evidence } : { ...values, evidence };
}
