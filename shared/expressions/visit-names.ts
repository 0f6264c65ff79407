import { figureOf, type WrittenFigure } from "./figures.ts";
import { loopNames } from "./loops.ts";
import { pathOf, type Path } from "./names.ts";
import { childrenOf, type Syntax } from "./parse-expression.ts";

/** What is told of the names in an expression. */
export interface NameVisitor {
  /** A column of the row, or a path to one of a row that it refers to. */
  path(path: Path): void;
  figure(figure: WrittenFigure): void;
}

/** Goes over all that an expression names, as far as its text alone says; elements of loops are no such names. */
export function visitNames(root: Syntax, visitor: NameVisitor): void {
  visit(root, new Set());

  function visit(node: Syntax, locals: ReadonlySet<string>): void {
    const figure = figureOf(node, (name) => locals.has(name));
    if (figure) return visitor.figure(figure);
    const path = pathOf(node);
    if (path) {
      const [first] = path.steps;
      if (node.op === "call" || !locals.has(first?.name ?? "")) visitor.path(path);
      return;
    }
    if (node.op === "rcall") {
      const [, receiver, args] = node.args;
      visit(receiver, locals);
      const [variable, ...rest] = args;
      // Of a loop and of cel.bind the first argument is a name for what the others see.
      const names = variable?.op === "id" && isBinding(node) ? new Set([...locals, variable.args]) : undefined;
      for (const arg of names ? rest : args) visit(arg, names ?? locals);
      return;
    }
    for (const child of childrenOf(node)) visit(child, locals);
  }
}

const isBinding = ({ args: [name, receiver] }: Extract<Syntax, { op: "rcall" }>): boolean =>
  loopNames.includes(name) || (name === "bind" && receiver.op === "id" && receiver.args === "cel");
