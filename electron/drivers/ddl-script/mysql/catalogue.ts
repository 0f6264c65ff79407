// What a script has made so far. Statements change it in place.

export interface MyColumn {
  name: string;
  type: MyType;
  nullable: boolean;
  /** As information_schema has it. */
  default?: string;
  generated?: "stored" | "virtual";
  expression?: string;
  autoIncrement?: boolean;
  comment?: string;
}

/** A declared type: its name as the server prints it, and its text's character set and collation, where they are declared. */
export interface MyType {
  /** information_schema's COLUMN_TYPE: "int(10) unsigned". */
  readonly declared: string;
  readonly characterSet?: string;
  readonly collation?: string;
  /** Compares bytes, whatever the table's collation is. */
  readonly binary?: boolean;
}

export interface KeyPart {
  readonly column?: string;
  readonly prefix?: number;
  readonly expression?: string;
}

export interface MyIndex {
  name: string;
  readonly unique: boolean;
  parts: readonly KeyPart[];
}

export interface MyForeignKey {
  name: string;
  columns: readonly string[];
  readonly schema: string;
  table: string;
  /** Empty where the parent's primary key is meant. */
  referenced: readonly string[];
  readonly onDelete?: string;
  readonly onUpdate?: string;
}

export interface MyTable {
  schema: string;
  name: string;
  columns: MyColumn[];
  primaryKey: readonly KeyPart[];
  indexes: MyIndex[];
  foreignKeys: MyForeignKey[];
  /** `column`: the check stands behind a column and has its name. */
  checks: { readonly name: string; readonly expression: string; readonly column?: string }[];
  comment?: string;
  characterSet?: string;
  collation?: string;
  partitions?: { readonly method: string; readonly expression: string; readonly bounds: readonly string[] };
}

export class MyCatalogue {
  /** The database that names without one belong to. */
  schema: string;
  readonly tables: MyTable[] = [];
  readonly views: { schema: string; name: string }[] = [];
  readonly unknown: string[] = [];

  constructor(schema: string) {
    this.schema = schema;
  }

  table(schema: string | undefined, name: string): MyTable | undefined {
    const wanted = schema ?? this.schema;
    return this.tables.find((table) => table.name === name && table.schema === wanted);
  }

  removeTable(table: MyTable): void {
    this.tables.splice(this.tables.indexOf(table), 1);
  }
}
