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
import { compileTree } from "./compile-tree.ts";
import { treeOfSchema } from "./json-schema.ts";
import { columnsOf, partsOf, readTree, TreeFault, treeForms, type FindGenerator, type TreeNode } from "./tree-node.ts";
import { jsonText, xmlText } from "./write-tree.ts";

const treeParam = parameter(z.json().default({}), { label: "Document", help: treeForms, control: "code" });

const jsonParams = z.strictObject({
  tree: treeParam,
  schema: parameter(z.json().default({}), {
    label: "JSON Schema",
    help: "Where no document is written above: its documents fit this schema (draft 2020-12).",
    control: "code",
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
  tree: treeParam,
});

/** The document that a rule just chosen shows. */
const example = {
  id: { $rule: "uuid" },
  name: { $rule: "person.fullName" },
  active: { $rule: { boolean: { true: 0.8 } } },
  score: { $rule: { normal: { mean: 50, deviation: 15, min: 0, max: 100, scale: 1 } } },
  tags: { $list: { $rule: "lorem.word" }, min: 0, max: 3 },
  note: { $maybe: { $rule: "lorem.sentence" }, share: 0.4 },
};

const isEmpty = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;

interface Asked {
  readonly tree: unknown;
  readonly schema?: unknown;
}

function treeOf(p: Asked, find: FindGenerator): TreeNode {
  if (!isEmpty(p.tree)) return readTree(p.tree, find);
  return readTree(p.schema === undefined || isEmpty(p.schema) ? example : treeOfSchema(p.schema), find);
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

function problems(p: Asked, columns: readonly string[], find: FindGenerator): readonly ParameterProblem[] {
  const fault = faultOf(p, find);
  if (fault)
    return [
      { severity: "error", message: `The document ${fault.at === "" ? "" : `at ${fault.at} `}${fault.message}.` },
    ];
  return columnsOf(treeOf(p, find)).flatMap((name): ParameterProblem[] => {
    const [own = ""] = name.split(".");
    if (columns.includes(own)) return [];
    const near = nearest(own, columns);
    const hint = near === undefined ? "" : `; the nearest is ${near}`;
    return [{ severity: "error", message: `The document names the column ${own}, which is not there${hint}.` }];
  });
}

const described = (p: Asked): string => {
  const shown = isEmpty(p.tree) ? (p.schema === undefined || isEmpty(p.schema) ? example : p.schema) : p.tree;
  return typeof shown === "object" && shown !== null && !Array.isArray(shown)
    ? Object.keys(shown).slice(0, 4).join(", ")
    : JSON.stringify(shown).slice(0, 40);
};

type Writer<P> = (p: P) => (root: ReturnType<typeof compileTree>["root"], row: number, i: number) => string;

/** What documents in both notations have in common. */
function documentGenerator<P extends Asked & Readonly<Record<string, unknown>>>(
  find: FindGenerator,
  declared: Pick<GeneratorDeclaration<P>, "id" | "label" | "help" | "keywords" | "icon" | "params" | "accepts"> & {
    readonly writer: Writer<P>;
    readonly empty: (p: P) => string;
  },
): Generator {
  const { writer, empty, ...rest } = declared;
  return defineGenerator<P>({
    ...rest,
    version: 1,
    category: "structure",
    shorthand: "tree",
    describe: described,
    // Nothing in a document needs to differ.
    capacity: () => 1,
    inputs: (p) => (faultOf(p, find) ? [] : columnsOf(treeOf(p, find))),
    parts: (p) => (faultOf(p, find) ? [] : partsOf(treeOf(p, find))),
    problems: (p, { columns }) => problems(p, columns, find),
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
