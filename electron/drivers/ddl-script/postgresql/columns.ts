import type { ColumnDef, Constraint, Node } from "libpg-query";
import { withoutParentheses } from "../../postgresql/check-sql.ts";
import type { PgColumn, PgTable, TypeRef } from "./catalogue.ts";
import { addConstraint, type Place } from "./constraints.ts";
import { names, typeRef } from "./nodes.ts";

const serials: Readonly<Record<string, string>> = {
  serial: "int4",
  serial4: "int4",
  bigserial: "int8",
  serial8: "int8",
  smallserial: "int2",
  serial2: "int2",
};

/** Adds a column with all that is said behind it. One that a parent gave is added to, not doubled. */
export function addColumn(place: Place, table: PgTable, definition: ColumnDef): void {
  const name = definition.colname ?? "";
  const given = definition.typeName === undefined ? undefined : typeRef(definition.typeName);
  const serial = given?.schema === undefined ? serials[given?.name ?? ""] : undefined;
  const type: TypeRef | undefined = given === undefined || serial === undefined ? given : { ...given, name: serial };
  const known = table.columns.find((column) => column.name === name);
  const column: PgColumn = known ?? {
    name,
    type: type ?? { name: "text", modifiers: [], dimensions: 0 },
    notNull: false,
  };
  if (known === undefined) table.columns.push(column);
  if (serial !== undefined) numberBySequence(place, table, column);
  const collation = names(definition.collClause?.collname).at(-1);
  if (collation !== undefined) column.collation = collation;
  for (const constraint of withDeferral(definition.constraints ?? [])) describe(place, table, column, constraint);
}

/** What SERIAL stands for: a sequence of its own, from which the default takes the next number. */
function numberBySequence({ catalogue }: Place, table: PgTable, column: PgColumn): void {
  const sequence = catalogue.indexName(table, column.name, "seq");
  catalogue.takeRelation(table.schema, sequence);
  const path = table.schema === "public" ? "" : `${quoted(table.schema)}.`;
  column.default = `nextval('${(path + quoted(sequence)).replaceAll("'", "''")}'::regclass)`;
  column.notNull = true;
}

/** A name as PostgreSQL prints it: in quotes where it would not read back as itself. */
export const quoted = (name: string): string =>
  /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;

/** DEFERRABLE stands as a constraint of its own behind the one that it speaks of. */
function withDeferral(nodes: readonly Node[]): readonly Constraint[] {
  const constraints: Constraint[] = [];
  for (const node of nodes) {
    if (!("Constraint" in node)) continue;
    const last = constraints.at(-1);
    if (node.Constraint.contype === "CONSTR_ATTR_DEFERRABLE" && last !== undefined)
      constraints[constraints.length - 1] = { ...last, deferrable: true };
    else if (node.Constraint.contype?.startsWith("CONSTR_ATTR_") !== true) constraints.push(node.Constraint);
  }
  return constraints;
}

function describe(place: Place, table: PgTable, column: PgColumn, constraint: Constraint): void {
  const { source } = place;
  const at = constraint.location ?? 0;
  switch (constraint.contype) {
    case "CONSTR_NOTNULL":
      column.notNull = true;
      break;
    case "CONSTR_NULL":
      break;
    case "CONSTR_DEFAULT":
      column.default = withoutParentheses(source.behind(at));
      break;
    case "CONSTR_GENERATED":
      column.generated = constraint.generated_kind === "v" ? "virtual" : "stored";
      column.expression = source.bracketed(at);
      break;
    case "CONSTR_IDENTITY":
      column.identity = constraint.generated_when === "a" ? "always" : "by-default";
      column.notNull = true;
      break;
    default:
      addConstraint(place, table, constraint, column);
      break;
  }
}
