import { z } from "zod";
import { parameter } from "../../generators/parameter.ts";
import { describeTables, type CodeTable } from "../describe.ts";
import { enclosed, hardLine, indent, join, type Doc } from "../layout.ts";
import { identifiers } from "../names.ts";
import { defineCodeTarget, type CodeContext } from "../target.ts";
import { declaration, fakerProvider, isSampled, linkValue, type FactoryNames } from "./factory-values.ts";
import { helperFunctions, helperImports, needsOf, type Need } from "./factory-helpers.ts";
import { docString, modelsModule, relationsOf } from "./models.ts";
import { attributeNames, classNames } from "./names.ts";
import { heading, importsFor, python, reservedWords, text } from "./print.ts";
import { sampleList } from "./rows.ts";

const options = z.strictObject({
  base: parameter(z.enum(["dict", "sqlalchemy"]).default("dict"), {
    label: "Builds",
    help: "dict: rows as dictionaries; sqlalchemy: objects of models that come along, saved by a session.",
    control: "select",
  }),
  samples: parameter(z.int().min(1).max(1000).default(20), {
    label: "Sample rows",
    help: "Of the project's own, for values that Faker has no words for or that must fit each other.",
  }),
});
type Options = z.infer<typeof options>;

/** Factories in Python, for tests that want rows of their own. */
export const factoryBoy = defineCodeTarget<Options>({
  id: "factory-boy",
  label: "factory_boy factories",
  help: "Python factories with Faker: parents by SubFactory, traits for scenarios and pinned rows.",
  group: "Python",
  options,
  files: (context, given) => {
    const tables = describeTables(context);
    const models = tables.map(({ table }) => table);
    return [
      ...(given.base === "sqlalchemy" ? [{ path: "models.py", text: modelsModule(context.plan, models) }] : []),
      { path: "factories.py", text: factories(context, tables, given) },
    ];
  },
});

function factories(context: CodeContext, tables: readonly CodeTable[], { base, samples }: Options): string {
  const { plan } = context;
  const classes = classNames(tables.map(({ table }) => table));
  const needs = new Set<Need>(
    tables.flatMap(({ columns, traits }) =>
      [...columns, ...traits.flatMap((trait) => trait.columns)].flatMap(({ source, nulls, model }) =>
        needsOf(
          source.kind === "faker" && fakerProvider(source.method) === undefined
            ? { kind: "sample", distinct: false }
            : source,
          model.nullable ? nulls : 0,
        ),
      ),
    ),
  );
  const named = tables.map((table): FactoryNames => namesOf(context, table, tables, classes, base));
  const sampled = tables.flatMap(({ columns }) => columns.filter(isSampled).map(({ model }) => model));
  const imports = [...new Set([...helperImports(needs), ...importsFor(sampled)])].toSorted(
    (a, b) => Number(a.startsWith("from")) - Number(b.startsWith("from")) || (a < b ? -1 : 1),
  );
  const libraries = [
    "import factory",
    "from factory.random import randgen",
    "from faker import Faker",
    ...(base === "sqlalchemy" ? ["from sqlalchemy.orm import scoped_session, sessionmaker", "", "import models"] : []),
  ];
  const session =
    base === "sqlalchemy"
      ? ["# Where rows are saved: Session.configure(bind=engine)\nSession = scoped_session(sessionmaker())"]
      : [];
  const parts = tables.flatMap((table, at): readonly (readonly ["value" | "class", string])[] => {
    const names = named[at];
    if (names === undefined) return [];
    const lists = [
      ...(table.columns.some(isSampled) ? [[names.samples, plan, table.columns] as const] : []),
      ...table.traits.flatMap((trait) =>
        trait.columns.some(isSampled) ? [[names.traitSamples(trait), trait.plan, trait.columns] as const] : [],
      ),
    ];
    return [
      ...lists.map(
        ([name, of, columns]) => ["value", sampleList(name, of, table, columns.filter(isSampled), samples)] as const,
      ),
      ["class", factoryClass(table, named, names, base)],
    ];
  });
  const head = [...session, `fake = Faker(${text(localeOf(context))})`].join("\n\n");
  const body = [...helperFunctions(needs), ...parts.map(([, part]) => part)].join("\n\n\n");
  return `${heading}${imports.length === 0 ? "" : `${imports.join("\n")}\n\n`}${libraries.join("\n")}\n\n${head}\n\n\n${body}\n`;
}

function namesOf(
  { plan }: CodeContext,
  table: CodeTable,
  tables: readonly CodeTable[],
  classes: ReadonlyMap<string, string>,
  base: Options["base"],
): FactoryNames {
  const attributes = attributeNames(table.table);
  const taken = new Set([...reservedWords, ...attributes.values()]);
  const relations =
    base === "sqlalchemy"
      ? relationsOf(
          plan.design.model,
          table.table,
          tables.map((one) => one.table),
        )
      : [];
  const free = identifiers(
    table.links.map(({ role }) => role),
    "snake",
    taken,
    "parent",
  );
  const roles = new Map(
    table.links.map(({ role, relation }) => [
      role,
      relations.find(({ key }) => key === relation.foreignKey || key.name === relation.foreignKey.name)?.name ??
        free.get(role) ??
        role,
    ]),
  );
  const name = classes.get(table.id) ?? "Table";
  const upper = name.replaceAll(/([a-z\d])([A-Z])/g, "$1_$2").toUpperCase();
  const traits = identifiers(
    table.traits.map((trait) => trait.name),
    "snake",
    new Set([...taken, ...roles.values()]),
    "trait",
  );
  return {
    table,
    base,
    attributes,
    roles,
    traits,
    parents: table.links.map(({ parent }) => {
      const found = tables.find((one) => one.id === parent);
      return found === undefined ? new Map() : attributeNames(found.table);
    }),
    className: name,
    factory: `${name}Factory`,
    samples: `${upper}_SAMPLES`,
    traitSamples: (trait) => `${(traits.get(trait.name) ?? "").toUpperCase()}_${upper}_SAMPLES`,
  };
}

function factoryClass(
  table: CodeTable,
  all: readonly FactoryNames[],
  names: FactoryNames,
  base: Options["base"],
): string {
  const { attributes, roles, traits } = names;
  const renamed = table.columns.flatMap(({ model }) => {
    const name = attributes.get(model.name) ?? model.name;
    return name === model.name ? [] : [`${text(name)}: ${text(model.name)}`];
  });
  const exclude = table.links.map(({ role }) => text(roles.get(role) ?? role));
  const meta: Doc[] =
    base === "dict"
      ? [
          "model = dict",
          ...(exclude.length === 0
            ? []
            : [["exclude = ", enclosed("(", exclude, exclude.length === 1 ? ",)" : ")")] satisfies Doc]),
          ...(renamed.length === 0 ? [] : [["rename = ", enclosed("{", renamed, "}")] satisfies Doc]),
        ]
      : [
          `model = models.${names.className}`,
          "sqlalchemy_session = Session",
          'sqlalchemy_session_persistence = "flush"',
        ];
  const params = table.traits.map((trait): Doc => {
    const values = trait.columns.map((column): Doc => [
      `${attributes.get(column.model.name) ?? column.model.name}=`,
      declaration(names, column, names.traitSamples(trait)),
    ]);
    return [`${traits.get(trait.name) ?? ""} = `, enclosed("factory.Trait(", values, ")")];
  });
  const links = table.links.map((link): Doc => {
    const parent = all.find((one) => one.table.id === link.parent);
    const earlier = all.findIndex((one) => one.table.id === link.parent) < all.indexOf(names);
    const factory = earlier ? (parent?.factory ?? "") : `__name__ + ${text(`.${parent?.factory ?? ""}`)}`;
    const given = parent === undefined ? [] : link.given.map((one) => linkValue(names, parent, one));
    return [`${roles.get(link.role) ?? ""} = `, enclosed("factory.SubFactory(", [factory, ...given], ")")];
  });
  const columns = table.columns.flatMap((column): readonly Doc[] =>
    column.source.kind === "default"
      ? []
      : [[`${attributes.get(column.model.name) ?? column.model.name} = `, declaration(names, column, names.samples)]],
  );
  const blocks: Doc[] = [
    docString(`Builds rows of ${table.id}.`),
    ["class Meta:", indent([hardLine, join(meta, hardLine)])],
    ...(params.length === 0 ? [] : [["class Params:", indent([hardLine, join(params, hardLine)])] satisfies Doc]),
    ...(links.length + columns.length === 0 ? [] : [join([...links, ...columns], hardLine)]),
  ];
  const parent = base === "dict" ? "factory.Factory" : "factory.alchemy.SQLAlchemyModelFactory";
  return python([`class ${names.factory}(${parent}):`, indent([hardLine, join(blocks, [hardLine, hardLine])])]);
}

const locales: Readonly<Record<string, string>> = {
  en: "en_US",
  de: "de_DE",
  fr: "fr_FR",
  es: "es_ES",
  it: "it_IT",
  nl: "nl_NL",
  pl: "pl_PL",
  sv: "sv_SE",
  pt_BR: "pt_BR",
  ja: "ja_JP",
};

/** The project's first locale, as Faker calls it. */
function localeOf({ plan }: CodeContext): string {
  const [first] = Object.keys(plan.design.project.locales);
  return locales[first ?? "en"] ?? (/^[a-z]{2}_[A-Z]{2}$/.test(first ?? "") ? (first ?? "en_US") : "en_US");
}
