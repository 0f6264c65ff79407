import type { Constraint, Node } from "libpg-query";
import { withoutParentheses } from "../../postgresql/check-sql.ts";
import { ScriptError } from "../script-error.ts";
import type { PgCatalogue, PgColumn, PgKey, PgTable } from "./catalogue.ts";
import { columnsIn, names } from "./nodes.ts";
import type { SourceText } from "./source-text.ts";

/** What a statement is applied to. */
export interface Place {
  readonly catalogue: PgCatalogue;
  readonly source: SourceText;
  readonly line: number;
}

/** Applies a constraint: of a table, or written behind one of its columns. */
export function addConstraint(place: Place, table: PgTable, constraint: Constraint, column?: PgColumn): void {
  const keys = constraint.keys === undefined && column !== undefined ? [column.name] : names(constraint.keys);
  switch (constraint.contype) {
    case "CONSTR_PRIMARY":
      table.primaryKey = keyOf(place, table, constraint, keys, "pkey");
      for (const name of table.primaryKey.columns) columnOf(place, table, name).notNull = true;
      break;
    case "CONSTR_UNIQUE":
      table.uniques.push(keyOf(place, table, constraint, keys, "key"));
      break;
    case "CONSTR_FOREIGN":
      addForeignKey(place, table, constraint, column);
      break;
    case "CONSTR_CHECK":
      addCheck(place, table, constraint);
      break;
    case "CONSTR_EXCLUSION":
      addExclusion(place, table, constraint);
      break;
    case "CONSTR_NOTNULL":
      for (const name of keys) columnOf(place, table, name).notNull = true;
      break;
    default:
      break;
  }
}

export function columnOf({ line }: Place, table: PgTable, name: string): PgColumn {
  const found = table.columns.find((column) => column.name === name);
  if (found === undefined) throw new ScriptError(line, `the table ${table.name} has no column ${name}`);
  return found;
}

function keyOf(place: Place, table: PgTable, constraint: Constraint, keys: readonly string[], label: string): PgKey {
  const { catalogue } = place;
  const deferrable = constraint.deferrable === true ? { deferrable: true } : {};
  if (constraint.indexname !== undefined) {
    // ADD CONSTRAINT … USING INDEX: the index becomes the constraint, and takes its name.
    const index = catalogue.indexes.get(`${table.schema}\0${constraint.indexname}`);
    if (index === undefined) throw new ScriptError(place.line, `there is no index ${constraint.indexname}`);
    table.uniques = table.uniques.filter((unique) => unique !== index.key);
    return { ...index.key, name: constraint.conname ?? constraint.indexname, ...deferrable };
  }
  for (const name of keys) columnOf(place, table, name);
  const name = constraint.conname ?? catalogue.indexName(table, label === "pkey" ? "" : keys.join("_"), label);
  catalogue.takeRelation(table.schema, name);
  catalogue.takeConstraint(table.schema, name);
  return {
    name,
    columns: keys,
    ...(constraint.nulls_not_distinct === true ? { nullsNotDistinct: true } : {}),
    ...deferrable,
  };
}

const actions: Readonly<Record<string, string>> = { r: "RESTRICT", c: "CASCADE", n: "SET NULL", d: "SET DEFAULT" };

function addForeignKey(place: Place, table: PgTable, constraint: Constraint, column: PgColumn | undefined): void {
  const { catalogue } = place;
  const columns = column === undefined ? names(constraint.fk_attrs) : [column.name];
  for (const name of columns) columnOf(place, table, name);
  const { schemaname, relname = "" } = constraint.pktable ?? {};
  const own = relname === table.name && (schemaname ?? table.schema) === table.schema;
  const parent = own ? table : catalogue.table(schemaname, relname);
  if (parent === undefined)
    throw new ScriptError(place.line, `there is no table ${relname} for ${table.name} to refer to`);
  const name = constraint.conname ?? catalogue.constraintName(table, columns.join("_"), "fkey");
  catalogue.takeConstraint(table.schema, name);
  const [onDelete, onUpdate] = [actions[constraint.fk_del_action ?? ""], actions[constraint.fk_upd_action ?? ""]];
  table.foreignKeys.push({
    name,
    columns,
    referenced: parent,
    referencedColumns: names(constraint.pk_attrs),
    ...(constraint.deferrable === true ? { deferrable: true } : {}),
    ...(onDelete === undefined ? {} : { onDelete }),
    ...(onUpdate === undefined ? {} : { onUpdate }),
  });
}

function addCheck({ catalogue, source }: Place, table: PgTable, constraint: Constraint): void {
  const columns = columnsIn(constraint.raw_expr);
  const name =
    constraint.conname ?? catalogue.constraintName(table, columns.length === 1 ? columns.join("") : "", "check");
  catalogue.takeConstraint(table.schema, name);
  const expression = withoutParentheses(source.bracketed(constraint.location ?? 0));
  table.checks.push({ name, expression, noInherit: constraint.is_no_inherit === true, columns });
}

function addExclusion({ catalogue, source }: Place, table: PgTable, constraint: Constraint): void {
  const terms = source.indexTerms(constraint.location ?? 0);
  const elements = (constraint.exclusions ?? []).flatMap((pair, at) => {
    const [element, operator] = "List" in pair ? (pair.List.items ?? []) : [];
    const index = element !== undefined && "IndexElem" in element ? element.IndexElem : {};
    const term = index.name === undefined ? { expression: terms[at] ?? "" } : { column: index.name };
    return { ...term, operator: operatorOf(operator) };
  });
  const columns = elements.map((element) => ("column" in element ? element.column : "expr")).join("_");
  const name = constraint.conname ?? catalogue.indexName(table, columns, "excl");
  catalogue.takeRelation(table.schema, name);
  catalogue.takeConstraint(table.schema, name);
  table.exclusions.push({
    name,
    elements,
    ...(constraint.where_clause === undefined ? {} : { where: source.whereBehind(constraint.location ?? 0) }),
    ...(constraint.deferrable === true ? { deferrable: true } : {}),
  });
}

const operatorOf = (node: Node | undefined): string =>
  node !== undefined && "List" in node ? (names(node.List.items).at(-1) ?? "=") : "=";
