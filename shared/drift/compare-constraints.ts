import { referencedTable, type SchemaModel, type TableModel } from "../schema/schema-model.ts";
import { tokenizeSql } from "../schema/sql-tokens.ts";
import { canonical } from "./canonical.ts";
import { columnNow, tableNow, type Comparison, type SchemaChange } from "./schema-change.ts";

/** A constraint by what it says: the engine makes up names, so they do not count. */
interface Said {
  readonly what: SchemaChange["what"];
  /** Equal for equal constraints. */
  readonly key: string;
  /** As a person reads it. */
  readonly text: string;
}

/** The keys, uniques and checks of a table that came, went or say something else. What was merely renamed is the same. */
export function constraintChanges(
  comparison: Comparison,
  before: TableModel,
  after: TableModel,
): readonly SchemaChange[] {
  const { renames } = comparison;
  const column = (name: string): string => columnNow(renames, before.id, name);
  const expression = (sql: string): string => renamedSql(comparison, before, sql);
  const old = constraintsOf(comparison.before, before, {
    column,
    expression,
    table: (id) => tableNow(renames, id),
    columnOf: (id, name) => columnNow(renames, id, name),
  });
  const now = constraintsOf(comparison.after, after, asIs);
  const [oldKeys, newKeys] = [new Set(old.map(({ key }) => key)), new Set(now.map(({ key }) => key))];
  const gone = old.filter(({ key }) => !newKeys.has(key));
  const came = now.filter(({ key }) => !oldKeys.has(key));
  const change = (kind: SchemaChange["kind"], { what }: Said, message: string): SchemaChange => ({
    kind,
    what,
    table: after.id,
    message,
  });
  const alone = (what: SchemaChange["what"]): boolean => what === "primary key" || what === "partitions";
  return [
    ...gone.map((one) => {
      const next = alone(one.what) ? came.find(({ what }) => what === one.what) : undefined;
      return next === undefined
        ? change("removed", one, `${label(one, after)} was removed.`)
        : change("changed", one, `The ${one.what} of ${after.id} is ${next.text} now, and was ${one.text}.`);
    }),
    ...came
      .filter((one) => !alone(one.what) || !gone.some(({ what }) => what === one.what))
      .map((one) => change("added", one, `${label(one, after)} was added.`)),
  ];
}

const label = ({ what, text }: Said, { id }: TableModel): string => `The ${what} ${text} of ${id}`;

interface Names {
  readonly column: (name: string) => string;
  readonly expression: (sql: string) => string;
  readonly table: (id: string) => string;
  readonly columnOf: (table: string, name: string) => string;
}

const asIs: Names = {
  column: (name) => name,
  expression: (sql) => sql,
  table: (id) => id,
  columnOf: (_table, name) => name,
};

const listed = (names: readonly string[]): string => `(${names.join(", ")})`;

function constraintsOf(model: SchemaModel, table: TableModel, names: Names): readonly Said[] {
  const said = (what: Said["what"], text: string, key: unknown): Said => ({ what, text, key: canonical([what, key]) });
  const primary = table.primaryKey.map(names.column);
  return [
    ...(primary.length === 0 ? [] : [said("primary key", listed(primary), primary)]),
    ...table.foreignKeys.map((key) => {
      // The name of a database's own schema differs from one database to the next.
      const target = referencedTable(model, key)?.id;
      const parent = target === undefined ? key.referencedTable.name : names.table(target);
      const columns = key.columns.map(names.column);
      const referenced = key.referencedColumns.map((name) => names.columnOf(target ?? "", name));
      const { onDelete, onUpdate, deferrable } = key;
      const text = `${listed(columns)} to ${parent} ${listed(referenced)}`;
      return said("foreign key", text, [columns, parent, referenced, onDelete, onUpdate, deferrable]);
    }),
    ...table.uniques.map(({ name: _name, columns, where, expressions, ...rest }) => {
      const on = columns.map(names.column);
      const over = expressions?.map(names.expression);
      const only = where === undefined ? undefined : names.expression(where);
      return said("unique constraint", listed([...on, ...(over ?? [])]), [on, over, only, rest]);
    }),
    ...table.checks.map(({ expression }) => {
      const sql = names.expression(expression);
      return said("check", `“${sql}”`, sql);
    }),
    ...(table.exclusions ?? []).map(({ name: _name, elements, where, ...rest }) => {
      const parts = elements.map((element) => ({
        ...element,
        ...(element.column === undefined ? {} : { column: names.column(element.column) }),
        ...(element.expression === undefined ? {} : { expression: names.expression(element.expression) }),
      }));
      const on = parts.map((part) => part.column ?? part.expression ?? "");
      return said("exclusion", listed(on), [parts, where === undefined ? undefined : names.expression(where), rest]);
    }),
    ...(table.partitions === undefined
      ? []
      : [said("partitions", names.expression(table.partitions.key), names.expression(table.partitions.key))]),
  ];
}

/** An expression of the engine with the columns as they are called now. Texts are no names, and stay. */
function renamedSql({ before, renames }: Comparison, table: TableModel, sql: string): string {
  const now = new Map(
    renames.flatMap(({ table: id, column, to }) => (id === table.id && column ? [[column, to]] : [])),
  );
  if (now.size === 0) return sql;
  const names = tokenizeSql(sql, before.engine).filter(({ kind }) => kind === "word" || kind === "quoted");
  return names.reduceRight((text, { kind, value, start, end }) => {
    const to = now.get(value);
    const edge = kind === "quoted" ? 1 : 0;
    return to === undefined ? text : text.slice(0, start + edge) + to + text.slice(end - edge);
  }, sql);
}
