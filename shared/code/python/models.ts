import type { Plan } from "../../plan/plan.ts";
import {
  referencedTable,
  type ColumnModel,
  type ForeignKeyModel,
  type SchemaModel,
  type TableModel,
} from "../../schema/schema-model.ts";
import { nounOf } from "../../rules/words.ts";
import { enclosed, hardLine, indent, join, single, type Doc } from "../layout.ts";
import { attributeNames, classNames } from "./names.ts";
import { heading, python, reservedWords, text } from "./print.ts";

/** A relation of a model's class: what its attribute is called, and the foreign key that it follows. */
export interface ModelRelation {
  readonly name: string;
  readonly key: ForeignKeyModel;
  readonly parent: string;
}

/** The SQLAlchemy models of some tables, as a module. */
export function modelsModule({ design }: Plan, tables: readonly TableModel[]): string {
  const classes = classNames(tables);
  const used = new Set<string>(["Column"]);
  const parts = tables.map((table) => modelClass(design.model, table, tables, classes, used));
  const orm = parts.some((part) => part.includes("relationship("))
    ? "declarative_base, relationship"
    : "declarative_base";
  const imports = python(["from sqlalchemy import ", importList([...used].toSorted())]);
  return `${heading}${imports}\nfrom sqlalchemy.orm import ${orm}\n\nBase = declarative_base()\n\n\n${parts.join("\n\n\n")}\n`;
}

function importList(names: readonly string[]): Doc {
  const flat = names.join(", ");
  return flat.length < 66 ? flat : enclosed("(", names, ")", false, true);
}

function modelClass(
  model: SchemaModel,
  table: TableModel,
  tables: readonly TableModel[],
  classes: ReadonlyMap<string, string>,
  used: Set<string>,
): string {
  const attributes = attributeNames(table);
  const columns = table.columns.map((column): Doc => {
    const name = attributes.get(column.name) ?? column.name;
    const single = table.foreignKeys.find(
      (key) => key.columns.length === 1 && key.columns[0] === column.name && known(model, key, tables),
    );
    if (single) used.add("ForeignKey");
    const primary = table.primaryKey.includes(column.name);
    const args: Doc[] = [
      ...(name === column.name ? [] : [text(column.name)]),
      sqlType(column, used),
      ...(column.generated === undefined ? [] : computed(column, used)),
      ...(single ? [`ForeignKey(${text(target(model, single))})`] : []),
      ...(primary ? ["primary_key=True"] : []),
      ...(primary &&
      column.valueType.kind === "integer" &&
      table.primaryKey.length === 1 &&
      column.identity === undefined
        ? ["autoincrement=False"]
        : []),
      ...(column.nullable || primary ? [] : ["nullable=False"]),
    ];
    return [`${name} = `, enclosed("Column(", args, ")")];
  });
  const composite = table.foreignKeys.filter((key) => key.columns.length > 1 && known(model, key, tables));
  const constraints: Doc[] = [
    ...table.uniques
      .filter(
        ({ columns: names, expressions, where }) =>
          names.length > 0 && expressions === undefined && where === undefined,
      )
      .map(
        ({ columns: names }): Doc => (
          used.add("UniqueConstraint"),
          enclosed("UniqueConstraint(", names.map(text), ")")
        ),
      ),
    ...composite.map((key): Doc => {
      used.add("ForeignKeyConstraint");
      const targets = key.referencedColumns.map((name) => text(`${tableName(model, key)}.${name}`));
      return enclosed(
        "ForeignKeyConstraint(",
        [enclosed("[", key.columns.map(text), "]"), enclosed("[", targets, "]")],
        ")",
      );
    }),
  ];
  const place = table.schema === model.defaultSchema ? [] : [`{"schema": ${text(table.schema)}}`];
  const args = [...constraints, ...place];
  const [first] = args;
  const tableArgs: Doc[] =
    args.length === 0
      ? []
      : [
          [
            "__table_args__ = ",
            first !== undefined && args.length === 1 ? single("(", first, ")") : enclosed("(", args, ")"),
          ],
        ];
  const related = relationsOf(model, table, tables);
  const relations = related.map(({ name, key, parent }, at): Doc => {
    // Two relations may set one column: to the same value, as the keys say.
    const twins = related
      .slice(0, at)
      .filter((other) => other.key.columns.some((column) => key.columns.includes(column)));
    const overlaps = twins.length === 0 ? [] : [`overlaps=${text(twins.map((twin) => twin.name).join(","))}`];
    const own = key.columns.map((column) => attributes.get(column) ?? column);
    const remote = parent === table.id ? [`remote_side=[${own.length === 1 ? remoteSide(attributes, key) : ""}]`] : [];
    return [
      `${name} = `,
      enclosed(
        "relationship(",
        [text(classes.get(parent) ?? ""), enclosed("foreign_keys=[", own, "]"), ...remote, ...overlaps],
        ")",
      ),
    ];
  });
  const body: Doc[] = [[`__tablename__ = ${text(table.name)}`], ...tableArgs];
  return python([
    `class ${classes.get(table.id)}(Base):`,
    indent([
      hardLine,
      docString(`A row of ${table.id}.`),
      hardLine,
      hardLine,
      join(body, hardLine),
      hardLine,
      hardLine,
      join([...columns, ...relations], hardLine),
    ]),
  ]);
}

const remoteSide = (attributes: ReadonlyMap<string, string>, key: ForeignKeyModel): string =>
  key.referencedColumns.map((name) => attributes.get(name) ?? name).join(", ");

/** The relations that a table's class has: of each foreign key to a table with a class, and not to its own by several columns. */
export function relationsOf(
  model: SchemaModel,
  table: TableModel,
  tables: readonly TableModel[],
): readonly ModelRelation[] {
  const taken = new Set([...attributeNames(table).values(), ...reservedWords]);
  return table.foreignKeys.flatMap((key) => {
    const parent = referencedTable(model, key);
    if (parent === undefined || !known(model, key, tables) || (parent.id === table.id && key.columns.length > 1))
      return [];
    const stem = (key.columns[0] ?? "").replace(/[_ ]?(id|code|key|no)$/i, "");
    const words = nounOf(key.columns.length === 1 && stem !== "" && stem !== key.columns[0] ? stem : parent.name);
    const plain = words.replaceAll(/[^a-z0-9]+/g, "_").replace(/^(\d)/, "row_$1") || "parent";
    let name = plain;
    for (let count = 2; taken.has(name); count++) name = `${plain}_${count}`;
    taken.add(name);
    return [{ name, key, parent: parent.id }];
  });
}

const known = (model: SchemaModel, key: ForeignKeyModel, tables: readonly TableModel[]): boolean =>
  tables.some(({ id }) => id === referencedTable(model, key)?.id);

const tableName = (model: SchemaModel, { referencedTable: { schema, name } }: ForeignKeyModel): string =>
  schema === model.defaultSchema ? name : `${schema}.${name}`;

const target = (model: SchemaModel, key: ForeignKeyModel): string =>
  `${tableName(model, key)}.${key.referencedColumns[0] ?? ""}`;

function computed(column: ColumnModel, used: Set<string>): readonly string[] {
  used.add("Computed");
  return [`Computed(${text(column.expression ?? "NULL")})`];
}

/** Quotes of three, which its own text must not hold. */
export const docString = (sentence: string): string =>
  `"""${sentence.replaceAll("\\", "\\\\").replaceAll('"', "'")}"""`;

/** Types that SQLAlchemy has no general name for are texts: the engine reads them as what they are. */
function sqlType({ valueType: type }: ColumnModel, used: Set<string>): string {
  const named = (name: string, args: readonly (string | number)[] = []): string => {
    used.add(name);
    return args.length === 0 ? name : `${name}(${args.join(", ")})`;
  };
  switch (type.kind) {
    case "integer":
      return named(type.bits === 64 ? "BigInteger" : type.bits <= 16 ? "SmallInteger" : "Integer");
    case "decimal":
      return named(
        "Numeric",
        [type.precision, type.scale].filter((part) => part !== undefined),
      );
    case "real":
      return named("Float");
    case "boolean":
      return named("Boolean");
    case "date":
      return named("Date");
    case "time":
      return named("Time");
    case "timestamp":
      return named("DateTime", type.zone === true ? ["timezone=True"] : []);
    case "bytes":
      return named("LargeBinary");
    case "json":
      return named("JSON");
    case "text":
      return type.maxLength === undefined ? named("Text") : named("String", [type.maxLength]);
    default:
      return named("Text");
  }
}
