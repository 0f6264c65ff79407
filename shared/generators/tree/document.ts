import { z } from "zod";
import { nearest } from "../../base/nearest.ts";
import {
  defineGenerator,
  type Generator,
  type GeneratorDeclaration,
  type Kernel,
  type ParameterProblem,
} from "../generator.ts";
import { parameter } from "../parameter.ts";
import { isNotation, takesText, textKernel, textLimit } from "../text/text-kernel.ts";
import { putText } from "../text/text-sink.ts";
import { compileTree, leafType } from "./compile-tree.ts";
import { exampleTree, isEmptyTree } from "./example-tree.ts";
import { treeOfSchema } from "./json-schema.ts";
import {
  columnsOf,
  insides,
  problemsInside,
  readTree,
  rulesOf,
  TreeFault,
  treeForms,
  type FindGenerator,
  type LeafRule,
  type TreeNode,
} from "./tree-node.ts";
import { jsonText, xmlText } from "./write-tree.ts";

const treeParam = (control: "document" | "markup") =>
  parameter(z.json().default({}), { label: "Document", help: treeForms, control });

const jsonParams = z.strictObject({
  tree: treeParam("document"),
  schema: parameter(z.json().default({}), {
    label: "JSON Schema",
    help: "Where no document is written above: its documents fit this schema (draft 2020-12).",
    control: "schema",
  }),
});
const xmlParams = z.strictObject({
  root: parameter(
    z
      .string()
      .regex(/^[\p{L}_][\p{L}\p{N}_.-]*$/u, "is no name of an element")
      .default("document"),
    {
      label: "Root element",
      help: "The name of the outermost element.",
    },
  ),
  tree: treeParam("markup"),
});

interface Asked {
  readonly tree: unknown;
  readonly schema?: unknown;
}

function treeOf(p: Asked, find: FindGenerator): TreeNode {
  if (!isEmptyTree(p.tree)) return readTree(p.tree, find);
  return readTree(p.schema === undefined || isEmptyTree(p.schema) ? exampleTree : treeOfSchema(p.schema), find);
}

function faultOf(p: Asked, find: FindGenerator): TreeFault | undefined {
  try {
    treeOf(p, find);
    return undefined;
  } catch (error) {
    if (error instanceof TreeFault) return error;
    throw error;
  }
}

function problems(
  p: Asked,
  context: Parameters<NonNullable<Generator["problems"]>>[1],
  find: FindGenerator,
): readonly ParameterProblem[] {
  const fault = faultOf(p, find);
  if (fault)
    return [
      { severity: "error", message: `The document ${fault.at === "" ? "" : `at ${fault.at} `}${fault.message}.` },
    ];
  const tree = treeOf(p, find);
  const strangers = columnsOf(tree).flatMap((name): ParameterProblem[] => {
    const [own = ""] = name.split(".");
    if (context.columns.includes(own)) return [];
    const near = nearest(own, context.columns);
    const hint = near === undefined ? "" : `; the nearest is ${near}`;
    return [{ severity: "error", message: `The document names the column ${own}, which is not there${hint}.` }];
  });
  return strangers.length > 0 ? strangers : problemsInside(rulesOf(tree), "document", leafType, context);
}

const described = (p: Asked): string => {
  const shown = isEmptyTree(p.tree)
    ? p.schema === undefined || isEmptyTree(p.schema)
      ? exampleTree
      : p.schema
    : p.tree;
  return typeof shown === "object" && shown !== null && !Array.isArray(shown)
    ? Object.keys(shown).slice(0, 4).join(", ")
    : JSON.stringify(shown).slice(0, 40);
};

type Writer<P> = (p: P) => (root: ReturnType<typeof compileTree>["root"], row: number, i: number) => string;

/** What documents in both notations have in common. */
function documentGenerator<P extends Asked & Readonly<Record<string, unknown>>>(
  find: FindGenerator,
  declared: Pick<
    GeneratorDeclaration<P>,
    "id" | "version" | "label" | "help" | "keywords" | "icon" | "params" | "accepts"
  > & {
    readonly writer: Writer<P>;
    readonly empty: (p: P) => string;
  },
): Generator {
  const { writer, empty, ...rest } = declared;
  const rules = (p: P): readonly LeafRule[] => (faultOf(p, find) ? [] : rulesOf(treeOf(p, find)));
  return defineGenerator<P>({
    ...rest,
    category: "structure",
    shorthand: "tree",
    describe: described,
    // Nothing in a document needs to differ.
    capacity: () => 1,
    inputs: (p) => (faultOf(p, find) ? [] : columnsOf(treeOf(p, find))),
    aggregates: (p) => insides(rules(p)).aggregates,
    lookups: (p) => insides(rules(p)).lookups,
    files: (p) => insides(rules(p)).files,
    parts: (p) => insides(rules(p)).parts,
    problems: (p, context) => problems(p, context, find),
    compile(p, context): Kernel {
      const limit = textLimit(context.type);
      if (faultOf(p, find)) return textKernel(context, (sink) => putText(sink, empty(p)), { distinct: true });
      const tree = compileTree(treeOf(p, find), context);
      const write = writer(p);
      return textKernel(
        context,
        (sink, row, i) => {
          const text = write(tree.root, row, i);
          // Half a document is none: what does not fit gives way to an empty one.
          putText(sink, text.length <= limit ? text : empty(p));
        },
        { distinct: true, open: (rows, count) => tree.fill(rows, count) },
      );
    },
  });
}

/** JSON and XML documents made of other rules. */
export const documentGenerators = (find: FindGenerator): readonly Generator[] => [
  documentGenerator<z.infer<typeof jsonParams>>(find, {
    id: "json-document",
    version: 1,
    label: "JSON document",
    help: "Documents of your own shape, every value by a rule or a column, or from a JSON Schema.",
    keywords: ["jsonb", "object", "nested", "schema", "payload", "metadata", "settings", "array", "compose"],
    icon: "braces",
    params: jsonParams,
    accepts: (type) => type.kind === "json" || takesText(type, 200),
    empty: () => "{}",
    writer: () => (root, row, i) => jsonText(root, row, i),
  }),
  documentGenerator<z.infer<typeof xmlParams>>(find, {
    id: "xml-document",
    version: 2,
    label: "XML document",
    help: "XML of your own shape, every element and attribute by a rule or a column.",
    keywords: ["markup", "element", "attribute", "soap", "nested", "payload"],
    icon: "file-type-xml",
    params: xmlParams,
    accepts: (type) => isNotation(type, "xml") || takesText(type, 400),
    empty: (p) => `<${p.root}/>`,
    writer: (p) => (root, row, i) => xmlText(root, p.root, row, i),
  }),
];
