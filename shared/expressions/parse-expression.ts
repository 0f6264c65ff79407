import { Environment, ParseError, type ASTNode } from "@marcbachmann/cel-js";
import { ExpressionProblem, type ExpressionError } from "./problem.ts";

/** A node of the syntax tree, with its place in the text. */
export type Syntax = ASTNode;

/** The longest text that is read. The parser recurses over signs and brackets, and this bounds how deep. */
const longest = 4000;

// Of the package only the grammar of CEL is used, with its limits: its evaluator has no NULL in operators, no decimals and no
// bound on steps, reads the machine's time zone, and matches with backtracking.
const grammar = new Environment({
  limits: { maxAstNodes: 500, maxDepth: 40, maxListElements: 200, maxMapEntries: 1, maxCallArguments: 50 },
});

/**
 * Reads the text of a CEL expression (https://github.com/google/cel-spec, langdef.md).
 * @throws ExpressionProblem naming the place.
 */
export function parseExpression(source: string): Syntax {
  if (source.trim() === "") throw new ExpressionProblem({ message: "The expression is empty.", from: 0, to: 0 });
  if (source.length > longest) {
    const message = `The expression has ${source.length} characters; it may have ${longest}.`;
    throw new ExpressionProblem({ message, from: longest, to: source.length });
  }
  try {
    return grammar.parse(source).ast;
  } catch (error) {
    if (error instanceof ParseError) throw new ExpressionProblem(inWords(source, error));
    throw new ExpressionProblem({ message: "The expression is nested too deeply.", from: 0, to: source.length });
  }
}

const tokens: Readonly<Record<string, string>> = {
  RPAREN: ")",
  RBRACKET: "]",
  RBRACE: "}",
  COLON: ":",
  COMMA: ",",
  IDENTIFIER: "a name",
};

function inWords(source: string, { code, summary, range }: ParseError): ExpressionError {
  const from = Math.min(range?.start ?? 0, source.length);
  const to = Math.max(from, Math.min(range?.end ?? from, source.length));
  const here = source.slice(from, to);
  const at = { from, to };
  const atEnd = here.trim() === "";
  switch (code) {
    case "unexpected_token":
      return { ...at, message: atEnd ? "Something is missing at the end." : `\`${here}\` cannot stand here.` };
    case "expected_token": {
      const token = /^Expected (\w+)/.exec(summary)?.[1] ?? "";
      const wanted = tokens[token] ?? token.toLowerCase();
      const shown = token === "IDENTIFIER" ? wanted : `\`${wanted}\``;
      return { ...at, message: atEnd ? `${shown} is missing at the end.` : `${shown} is missing before \`${here}\`.` };
    }
    case "unterminated_string":
    case "unterminated_triple_quoted_string":
      return { ...at, message: "The text that begins here is not closed." };
    case "newline_in_string":
      return { ...at, message: "A text in single quotes ends on its line; write \\n for a line break." };
    case "limit_exceeded":
      return { ...at, message: "The expression has too many parts." };
    case "reserved_identifier":
      return { ...at, message: `\`${here}\` is a word of the language; for a column write column("${here}").` };
    case "invalid_macro_argument":
      return { ...at, message: "A name for the element is wanted here, such as x." };
    case "unexpected_character":
      return { ...at, ...unexpected(source, from, to) };
    default:
      return { ...at, message: `${summary}.` };
  }
}

function unexpected(source: string, from: number, to: number): Pick<ExpressionError, "message" | "fix"> {
  const here = source.slice(from, to);
  if (source[from] === "=") {
    return { message: "Two values are compared with ==.", fix: { label: "Write ==", from, to: from + 1, text: "==" } };
  }
  if (here === "&" || here === "|") {
    const text = here + here;
    return { message: `Conditions are joined with ${text}.`, fix: { label: `Write ${text}`, from, to, text } };
  }
  if (here === "`" || /[^\x20-\x7e]/.test(here))
    return { message: `\`${here}\` cannot stand in a name; write column("the name").` };
  return { message: `\`${here}\` cannot stand here.` };
}

/** The nodes right below a node. */
export function childrenOf(node: Syntax): readonly Syntax[] {
  switch (node.op) {
    case "value":
    case "id":
      return [];
    case "call":
      return node.args[1];
    case "rcall":
      return [node.args[1], ...node.args[2]];
    case "map":
      return node.args.flat();
    case "!_":
    case "-_":
      return [node.args];
    case ".":
    case ".?":
      return [node.args[0]];
    default:
      return node.args;
  }
}
