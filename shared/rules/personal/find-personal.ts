import type { ColumnModel, SchemaModel, TableModel } from "../../schema/schema-model.ts";
import { countText } from "../count-text.ts";
import { wordsOf } from "../words.ts";
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
    return table.columns.flatMap((column) => {
      if (isNumberingKey(table, column)) return [];
      const finding = join(
        evidenceOfName(column, subject, ofPerson),
        evidenceOfValues(samples?.(table, column), lists),
      );
      if (finding === undefined || finding.confidence < leastConfidence) return [];
      const { regulations } = personalCategories[finding.category];
      return [{ table: table.id, column: column.name, regulations, ...finding }];
    });
  });
}

interface Evidence {
  readonly category: PersonalCategoryId;
  readonly confidence: number;
  readonly evidence: readonly string[];
}

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

function evidenceOfValues(cells: readonly (string | null)[] | undefined, lists: NameLists): Evidence | undefined {
  const found = cells === undefined ? undefined : findByValue(cells, lists);
  if (found === undefined) return undefined;
  const { category, confidence } = found;
  const share = `${countText(found.found)} of ${countText(found.looked)} values`;
  return { category, confidence, evidence: [`${share} ${passed(category)}`] };
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
    return { category: name.category, confidence: 1 - (1 - name.confidence) * (1 - values.confidence), evidence };
  }
  return name.confidence >= values.confidence ? { ...name, evidence } : { ...values, evidence };
}
