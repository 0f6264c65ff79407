import type {
  AlterDomainStmt,
  AlterEnumStmt,
  CompositeTypeStmt,
  Constraint,
  CreateDomainStmt,
  CreateEnumStmt,
  CreateRangeStmt,
} from "libpg-query";
import { withoutParentheses } from "../../postgresql/check-sql.ts";
import { ScriptError } from "../script-error.ts";
import type { PgCatalogue, PgType } from "./catalogue.ts";
import type { Place } from "./constraints.ts";
import { constantText, names, qualified, typeRef } from "./nodes.ts";

type Domain = Extract<PgType, { readonly kind: "domain" }>;

export function createEnum(catalogue: PgCatalogue, statement: CreateEnumStmt): void {
  const { schema, name } = qualified(names(statement.typeName));
  catalogue.addType({ kind: "enum", schema: catalogue.target(schema), name, values: names(statement.vals) });
}

/** ALTER TYPE … ADD VALUE, or RENAME VALUE. */
export function alterEnum({ catalogue, line }: Place, statement: AlterEnumStmt): void {
  const { schema, name } = qualified(names(statement.typeName));
  const type = catalogue.type(schema, name);
  if (type?.kind !== "enum") throw new ScriptError(line, `there is no type ${name} to add a value to`);
  const { oldVal, newVal = "", newValNeighbor, newValIsAfter } = statement;
  if (oldVal !== undefined) {
    type.values = type.values.map((value) => (value === oldVal ? newVal : value));
    return;
  }
  if (type.values.includes(newVal)) return;
  const neighbor = newValNeighbor === undefined ? -1 : type.values.indexOf(newValNeighbor);
  const at = neighbor < 0 ? type.values.length : neighbor + (newValIsAfter === true ? 1 : 0);
  type.values.splice(at, 0, newVal);
}

export function createDomain(place: Place, statement: CreateDomainStmt): void {
  const { catalogue } = place;
  const { schema, name } = qualified(names(statement.domainname));
  const domain: Domain = {
    kind: "domain",
    schema: catalogue.target(schema),
    name,
    base: typeRef(statement.typeName),
    notNull: false,
    checks: [],
  };
  for (const node of statement.constraints ?? []) if ("Constraint" in node) describe(place, domain, node.Constraint);
  catalogue.addType(domain);
}

function describe({ source }: Place, domain: Domain, constraint: Constraint): void {
  const at = constraint.location ?? 0;
  if (constraint.contype === "CONSTR_NOTNULL") domain.notNull = true;
  else if (constraint.contype === "CONSTR_DEFAULT") domain.default = withoutParentheses(source.behind(at));
  else if (constraint.contype === "CONSTR_CHECK") {
    const taken = domain.checks.length === 0 ? "" : String(domain.checks.length);
    const name = constraint.conname ?? `${domain.name}_check${taken}`;
    domain.checks.push({ name, expression: withoutParentheses(source.bracketed(at)) });
  }
}

export function alterDomain(place: Place, statement: AlterDomainStmt): void {
  const { schema, name } = qualified(names(statement.typeName));
  const domain = place.catalogue.type(schema, name);
  if (domain?.kind !== "domain") throw new ScriptError(place.line, `there is no domain ${name} to alter`);
  const { subtype, def } = statement;
  if (subtype === "N") domain.notNull = false;
  else if (subtype === "O") domain.notNull = true;
  else if (subtype === "C" && def !== undefined && "Constraint" in def) describe(place, domain, def.Constraint);
  else if (subtype === "X") domain.checks = domain.checks.filter((check) => check.name !== statement.name);
}

export function createComposite({ catalogue }: Place, statement: CompositeTypeStmt): void {
  const { schemaname, relname = "" } = statement.typevar ?? {};
  const columns = (statement.coldeflist ?? []).flatMap((node) =>
    "ColumnDef" in node
      ? { name: node.ColumnDef.colname ?? "", type: typeRef(node.ColumnDef.typeName), notNull: false }
      : [],
  );
  catalogue.addType({ kind: "composite", schema: catalogue.target(schemaname), name: relname, columns });
}

export function createRange(catalogue: PgCatalogue, statement: CreateRangeStmt): void {
  const { schema, name } = qualified(names(statement.typeName));
  const subtype = (statement.params ?? []).find((node) => "DefElem" in node && node.DefElem.defname === "subtype");
  const of = subtype !== undefined && "DefElem" in subtype ? subtype.DefElem.arg : undefined;
  const ref =
    of !== undefined && "TypeName" in of
      ? typeRef(of.TypeName)
      : { name: constantText(of) ?? "text", modifiers: [], dimensions: 0 };
  catalogue.addType({ kind: "range", schema: catalogue.target(schema), name, of: ref });
}
