import { countText } from "../../../shared/rules/count-text.ts";
import { proposeKeys } from "../../../shared/rules/propose-keys.ts";
import { keyName } from "../../../shared/rules/keys/key-name.ts";
import { nounOf } from "../../../shared/rules/words.ts";
import type { ColumnModel, ForeignKeyModel, SchemaModel, TableModel } from "../../../shared/schema/schema-model.ts";
import type { ValueType } from "../../../shared/schema/value-type.ts";
import type { ColumnProfile } from "./column-profile.ts";
import type { ProfiledFile } from "./profile-file.ts";
import { typeName } from "./type-name.ts";

/** The schema that files come to, and what is to be said of how it was told. */
export interface FilesModel {
  readonly model: SchemaModel;
  readonly notes: readonly string[];
}

const schema = "public";

/**
 * The tables of files: types from their values, a key where a column has each value once and a key's name or place, references
 * where a name says so and all values are found. The engine is PostgreSQL: of the three it has a type for each kind of value,
 * and its exports load into most other databases.
 */
export function filesModel(files: readonly ProfiledFile[]): FilesModel {
  const bare: SchemaModel = { engine: "postgresql", defaultSchema: schema, tables: files.map(tableModel), views: [] };
  const references = foundReferences(bare, files);
  const tables = bare.tables.map((table) => {
    const own = references.filter((one) => one.table === table.id).map(({ key }) => key);
    return own.length === 0 ? table : { ...table, foreignKeys: own };
  });
  return { model: { ...bare, tables }, notes: [...files.flatMap(notesOf), ...references.map(({ note }) => note)] };
}

function tableModel({ file, open, columns, whole }: ProfiledFile): TableModel {
  const names = new Set<string>();
  const models = columns.map((profile): ColumnModel => {
    const declared = open.declared?.get(profile.name);
    const valueType = declared === undefined ? profile.type() : withLength(declared.type, profile);
    // What was not read may lack values, too.
    const nullable = declared?.nullable ?? (profile.hasNulls || !whole);
    return { name: freeName(profile.name, names), type: typeName(valueType), valueType, nullable };
  });
  const key = primaryKey(file.table, columns, models);
  return {
    id: file.table,
    schema,
    name: file.table,
    columns: models.map((column) => (key === column.name ? { ...column, nullable: false } : column)),
    primaryKey: key === undefined ? [] : [key],
    uniques: [],
    foreignKeys: [],
    checks: [],
  };
}

/** A header may name two columns alike, or none. */
function freeName(given: string, taken: Set<string>): string {
  const base = given === "" ? `column_${taken.size + 1}` : given;
  let name = base;
  for (let k = 2; taken.has(name); k++) name = `${base}_${k}`;
  taken.add(name);
  return name;
}

const withLength = (type: ValueType, profile: ColumnProfile): ValueType => {
  const found = profile.type();
  return type.kind === "text" && found.kind === "text" ? found : type;
};

/** The column that rows are known by: unique, without gaps, and called like a key, or first and of a key's type. */
function primaryKey(
  table: string,
  profiles: readonly ColumnProfile[],
  models: readonly ColumnModel[],
): string | undefined {
  const noun = nounOf(table);
  const candidates = models.flatMap((model, place) => {
    const profile = profiles[place];
    if (profile === undefined || !profile.isUnique || !isKeyType(model.valueType)) return [];
    const { words, stem, marked } = keyName(model.name);
    const rank = keyRank(words.join(" "), stem.join(" "), marked, place, noun);
    return rank === undefined ? [] : [{ name: model.name, rank }];
  });
  return candidates.toSorted((a, b) => a.rank - b.rank)[0]?.name;
}

/** How much a column's name and place speak for it; the lowest is the key, undefined is none. */
function keyRank(
  words: string,
  stem: string,
  marked: "surely" | "perhaps" | undefined,
  place: number,
  noun: string,
): number | undefined {
  if (words === "id") return 0;
  if (marked === "surely" && stem === noun) return 1;
  if (marked !== undefined && (place === 0 || stem === noun)) return marked === "surely" ? 2 : 3;
  return place === 0 && /^(?:uuid|guid|uid|key|code|no|nr|number|column 1)$/.test(words) ? 4 : undefined;
}

function isKeyType(type: ValueType): boolean {
  if (type.kind === "text") return (type.maxLength ?? Infinity) <= 100;
  return type.kind === "integer" || type.kind === "uuid" || (type.kind === "decimal" && type.scale === 0);
}

interface FoundReference {
  readonly table: string;
  readonly key: ForeignKeyModel;
  readonly note: string;
}

/** References that names propose and values bear out. What values do not bear out stays a proposal. */
function foundReferences(model: SchemaModel, files: readonly ProfiledFile[]): readonly FoundReference[] {
  const profileOf = (table: string, name: string): ColumnProfile | undefined => {
    const at = files.findIndex(({ file }) => file.table === table);
    const place = model.tables[at]?.columns.findIndex((column) => column.name === name) ?? -1;
    return files[at]?.columns[place];
  };
  return proposeKeys(model).flatMap((proposal): readonly FoundReference[] => {
    const [column = "", ...more] = proposal.columns;
    const [parentColumn = ""] = proposal.referencedColumns;
    const child = profileOf(proposal.table, column);
    const parent = profileOf(proposal.referencedTable, parentColumn);
    if (more.length > 0 || child === undefined || parent === undefined || child.sample.size === 0) return [];
    if (![...child.sample].every((value) => parent.values.has(value))) return [];
    const count = countText(child.sample.size);
    return [
      {
        table: proposal.table,
        key: {
          name: `${proposal.table}_${column}_fkey`,
          columns: proposal.columns,
          referencedTable: { schema, name: proposal.referencedTable },
          referencedColumns: proposal.referencedColumns,
        },
        note: `${proposal.table}.${column} refers to ${proposal.referencedTable}.${parentColumn} (confidence ${proposal.confidence}): by its name, and all of ${count} different values are there.`,
      },
    ];
  });
}

function notesOf({ file, open, rows, whole }: ProfiledFile): readonly string[] {
  const first = countText(rows);
  const large = whole
    ? []
    : [`${file.table} is large: its types are from the first ${first} rows, and its key was not verified beyond them.`];
  return [...open.notes.map((note) => `${file.table}: ${note}`), ...large];
}
