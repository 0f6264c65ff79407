import { z } from "zod";
import { parameter } from "../../generators/parameter.ts";
import type { CodeColumn, CodeTable, ParentLink, Trait } from "../describe.ts";
import { describeTables, firstRows } from "../describe.ts";
import { callback, chain, enclosed, hardLine, indent, join, type Doc } from "../layout.ts";
import { identifiers } from "../names.ts";
import { defineCodeTarget, type CodeContext } from "../target.ts";
import { columnValue, type Written } from "./fishery-values.ts";
import { fisheryHelpers } from "./fishery-helpers.ts";
import { tableNames, type TableNames } from "./names.ts";
import {
  array,
  cell,
  docComment,
  heading,
  literal,
  member,
  object,
  property,
  reservedWords,
  text,
  typeOf,
  typescript,
} from "./print.ts";

const options = z.strictObject({
  samples: parameter(z.int().min(1).max(1000).default(20), {
    label: "Sample rows",
    help: "Of the project's own, for values that faker has no words for or that must fit each other.",
  }),
});
type Options = z.infer<typeof options>;

/** Factories in TypeScript, for tests that want rows of their own. */
export const fishery = defineCodeTarget<Options>({
  id: "fishery",
  label: "fishery factories",
  help: "TypeScript factories with faker: parents by themselves, traits for scenarios and pinned rows.",
  group: "TypeScript",
  options,
  files: (context, { samples }) => [{ path: "factories.ts", text: factories(context, samples) }],
});

function factories(context: CodeContext, count: number): string {
  const tables = describeTables(context);
  const all = tableNames(tables);
  const written = tables.map((table): Written => ({
    table,
    all,
    names: namesOf(all, table.id),
    roles: identifiers(
      table.links.map(({ role }) => role),
      "camel",
      reservedWords,
      "parent",
    ),
    traits: identifiers(
      table.traits.map(({ name }) => name),
      "camel",
      traitWords,
      "trait",
    ),
    samples: `${namesOf(all, table.id).row}Samples`,
  }));
  const parts = written.flatMap((one) => [
    rowType(one),
    ...sampleRows(context, one, count),
    ...choices(one),
    ...(one.table.links.length + one.table.traits.length > 0 ? [transientType(one)] : []),
    ...traits(context, one, count),
    factory(one),
  ]);
  return `${heading}import { faker } from "@faker-js/faker";\nimport { Factory } from "fishery";\n\n${[fisheryHelpers, ...parts.map(typescript)].join("\n\n")}\n`;
}

const namesOf = (all: Written["all"], id: string): TableNames =>
  all.get(id) ?? { rows: "rows", row: "row", type: "Row" };

// What a factory has already.
const traitWords: ReadonlySet<string> = new Set([
  ...reservedWords,
  "build",
  "buildList",
  "create",
  "createList",
  "afterBuild",
  "onCreate",
  "afterCreate",
  "associations",
  "transient",
  "rewindSequence",
  "clone",
  "builder",
  "constructor",
]);

const block = (open: string, lines: readonly Doc[], close: string): Doc => [
  open,
  indent([hardLine, join(lines, hardLine)]),
  hardLine,
  close,
];

function rowType({ table, names }: Written): Doc {
  const lines = table.columns.map(({ model, source, long }) => {
    const optional = source.kind === "default" ? "?" : "";
    return `${property(model.name)}${optional}: ${typeOf({ model, long })};`;
  });
  return [docComment(`A row of ${table.id}.`), hardLine, block(`export interface ${names.type} {`, lines, "}")];
}

const isSample = ({ source }: CodeColumn): boolean => source.kind === "sample";

function sampleRows({ plan }: CodeContext, one: Written, count: number): readonly Doc[] {
  const columns = one.table.columns.filter(isSample);
  return columns.length === 0 ? [] : [rowList(one.samples, plan, one.table, columns, count)];
}

function rowList(
  name: string,
  plan: CodeContext["plan"],
  table: CodeTable,
  columns: readonly CodeColumn[],
  count: number,
): Doc {
  const rows = firstRows(
    plan,
    table.id,
    columns.map(({ model }) => model.name),
    count,
  );
  const items = rows.map((row) =>
    object(columns.map(({ model }) => [model.name, cell(row.get(model.name) ?? null, model)])),
  );
  return [`const ${name} = `, array(items, columns.length > 1 ? "objects" : "values"), ";"];
}

function choices({ table, names }: Written): readonly Doc[] {
  const entries = table.columns.flatMap(({ model, source }) =>
    source.kind === "choice"
      ? [
          [
            model.name,
            array(
              source.values.map((value, at) =>
                object([
                  ["value", cell(value, model)],
                  ["weight", literal(source.weights[at] ?? 1)],
                ]),
              ),
              "objects",
            ),
          ] as const,
        ]
      : [],
  );
  return entries.length === 0 ? [] : [[`const ${names.row}Choices = `, object(entries, true), ";"]];
}

function transientType({ table, names, all, roles, traits: named }: Written): Doc {
  const lines = table.links.map(({ role, parent }) => `${roles.get(role)}?: ${namesOf(all, parent).type};`);
  const trait = named.size === 0 ? [] : [`trait?: ${[...named.values()].map(text).join(" | ")};`];
  return [
    docComment(`What may be said of a row of ${table.id} beside its columns: the rows that it refers to.`),
    hardLine,
    block(`export interface ${names.type}Options {`, [...lines, ...trait], "}"),
  ];
}

/** One function a trait: what it sets, by the row's place in the sequence. */
function traits(_context: CodeContext, one: Written, count: number): readonly Doc[] {
  const { table, names, traits: named } = one;
  if (table.traits.length === 0) return [];
  const own = (trait: Trait): string => `${named.get(trait.name)}${names.type}Samples`;
  const lists = table.traits.flatMap((trait) => {
    const columns = trait.columns.filter(isSample);
    return columns.length === 0 ? [] : [rowList(own(trait), trait.plan, table, columns, count)];
  });
  const entries = table.traits.map((trait): readonly [string, Doc] => {
    const values = trait.columns.map(({ model, ...rest }): readonly [string, Doc] => [
      model.name,
      rest.source.kind === "sample"
        ? member(`at(${own(trait)}, sequence)`, model.name)
        : columnValue({ ...one, names: { ...names, row: names.row } }, { model, ...rest }, true),
    ]);
    const uses = trait.columns.some(({ source }) => source.kind === "sample" || source.kind === "sequence");
    return [named.get(trait.name) ?? "", [uses ? "(sequence) => (" : "() => (", object(values), ")"]];
  });
  const type = `Record<${[...named.values()].map(text).join(" | ")}, (sequence: number) => Partial<${names.type}>>`;
  const methods = table.traits.map((trait): Doc => {
    const name = named.get(trait.name) ?? "";
    return [
      docComment(trait.help),
      hardLine,
      block(`${name}() {`, [`return this.transient({ trait: ${text(name)} });`], "}"),
    ];
  });
  return [
    ...lists,
    [`const ${names.row}Traits: ${type} = `, object(entries, true), ";"],
    [
      `class ${names.type}Factory extends Factory<${names.type}, ${names.type}Options> {`,
      indent([hardLine, join(methods, [hardLine, hardLine])]),
      hardLine,
      "}",
    ],
  ];
}

function factory(one: Written): Doc {
  const { table, names, roles } = one;
  const hasOptions = table.links.length + table.traits.length > 0;
  const uses = usesOf(one);
  const base =
    table.traits.length > 0
      ? `${names.type}Factory.define`
      : `Factory.define<${names.type}${hasOptions ? `, ${names.type}Options` : ""}>`;
  const words = ["sequence", "params", "transientParams", "afterBuild", "onCreate"].filter((word) => uses.has(word));
  const entries = table.columns.flatMap((column): readonly Doc[] =>
    column.source.kind === "default" ? [] : [[property(column.model.name), ": ", columnValue(one, column, false)]],
  );
  if (table.traits.length > 0)
    entries.push(`...(transientParams.trait && ${names.row}Traits[transientParams.trait](sequence))`);
  const parents = table.links.map(({ role, relation }) => {
    const missing = relation.carries.map((name) => `${member("params", name)} === undefined`).join(" && ");
    return missing === "" ? (roles.get(role) ?? "") : `${missing} && ${roles.get(role)}`;
  });
  const kept = enclosed("[", parents, "]");
  const lines: Doc[] = [
    ...(table.columns.some((column) => isSample(column) && !isDistinct(column))
      ? [`const sample = at(${one.samples}, sequence);`]
      : []),
    ...table.links.map((link) => parentLine(one, link)),
    callback("afterBuild((row) =>", [`keep(${text(table.id)}, row, `, kept, ")"], ");"),
    "onCreate(store);",
    ["return ", enclosed("{", entries, "}", true, true), ";"],
  ];
  const start = `export const ${names.row}Factory = ${base}(`;
  const given = `({ ${words.join(", ")} }) => {`;
  const body = [given, indent([hardLine, join(lines, hardLine)]), hardLine, "}"];
  const hugged = start.length + given.length <= 100;
  return [
    docComment(`Builds rows of ${table.id}; create() saves them, after the rows that they refer to.`),
    hardLine,
    hugged ? [start, body, ");"] : [start, indent([hardLine, body, ","]), hardLine, ");"],
  ];
}

const isDistinct = ({ source }: CodeColumn): boolean => source.kind === "sample" && source.distinct;

/** The words of fishery that a factory's body has in it. */
function usesOf({ table }: Written): ReadonlySet<string> {
  const uses = new Set(["afterBuild", "onCreate"]);
  if (
    table.columns.some(({ source }) => ["sequence", "sample", "own"].includes(source.kind)) ||
    table.traits.length > 0
  )
    uses.add("sequence");
  if (table.links.some(({ given, relation }) => given.length + relation.carries.length > 0)) uses.add("params");
  if (table.columns.some(({ source }) => source.kind === "own")) uses.add("params");
  if (table.links.length + table.traits.length > 0) uses.add("transientParams");
  return uses;
}

/** The row that a foreign key points to: the one that is given, or a new one. */
function parentLine(one: Written, link: ParentLink): Doc {
  const { foreignKey, carries } = link.relation;
  const name = one.roles.get(link.role) ?? "";
  const own = (column: string): Doc => {
    const found = one.table.columns.find(({ model }) => model.name === column);
    if (found === undefined) return "undefined";
    return found.source.kind === "parent"
      ? columnValue(one, found, false)
      : [member("params", column), " ?? ", columnValue(one, found, false)];
  };
  const entries = [
    ...carries.map((from): readonly [string, Doc] => {
      const nullable = one.table.columns.some(({ model }) => model.name === from && model.nullable);
      const column = foreignKey.referencedColumns[foreignKey.columns.indexOf(from)] ?? "";
      return [column, `${member("params", from)}${nullable ? " ?? undefined" : ""}`];
    }),
    ...link.given.map(({ column, from }): readonly [string, Doc] => [column, own(from)]),
  ];
  const build = `${namesOf(one.all, link.parent).row}Factory.build(`;
  return [
    chain(
      `const ${name} =`,
      [`transientParams.${name}`, [build, ...(entries.length === 0 ? [] : ["known(", object(entries), ")"]), ")"]],
      "??",
    ),
    ";",
  ];
}
