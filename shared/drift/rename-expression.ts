import { nameText } from "../expressions/completions.ts";
import { pathsIn, type WrittenFigure } from "../expressions/figures.ts";
import type { Path } from "../expressions/names.ts";
import { parseExpression, type Syntax } from "../expressions/parse-expression.ts";
import { visitNames } from "../expressions/visit-names.ts";
import { namingParts, parseTemplate } from "../expressions/parse-template.ts";
import { newSteps, newTablePath, type Renaming } from "./new-names.ts";

/** Another text for a place. */
interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** An expression with the names as they are now. Its texts in quotes are no names, and stay; so does what cannot be read. */
export function renamedExpression(source: string, renaming: Renaming): string {
  let root: Syntax;
  try {
    root = parseExpression(source);
  } catch {
    return source;
  }
  const found: Replacement[] = [];
  visitNames(root, {
    path: (path) => void found.push(...ofRow(path, source, renaming)),
    figure: (figure) => void found.push(...ofFigure(figure, source, renaming)),
  });
  return replaced(source, found);
}

/** A template with the names in its fields as they are now. */
export const renamedTemplate = (template: string, renaming: Renaming): string =>
  replaced(
    template,
    namingParts(template).map(({ kind, text, at }) => ({
      from: at,
      to: at + text.length,
      text: kind === "expression" ? renamedExpression(text, renaming) : renamedField(text, renaming),
    })),
  );

/** A field that is a column's name alone, blanks and all, where the new one can be written so. */
function renamedField(name: string, renaming: Renaming): string {
  const now = newSteps([name], renaming).join(".");
  if (now === name) return name;
  const [field] = parseTemplate(`{{${now}}}`).parts;
  return field?.kind === "column" && field.name === now ? now : inColumn(now);
}

function ofRow({ steps, from, to }: Path, source: string, renaming: Renaming): readonly Replacement[] {
  const now = newSteps(
    steps.map(({ name }) => name),
    renaming,
  );
  const changed = steps.flatMap((step, k) => {
    const name = now[k] ?? step.name;
    const quoted = source.slice(step.from, step.to) !== step.name;
    return name === step.name ? [] : [{ from: step.from, to: step.to, name, quoted }];
  });
  if (changed.every(({ name, quoted }) => quoted || isPlain(name)))
    return changed.map(({ name, quoted, ...place }) => ({ ...place, text: quoted ? JSON.stringify(name) : name }));
  return [{ from, to, text: inColumn(now.join(".")) + closings(source.slice(from, to)) }];
}

function ofFigure({ of, path, inner }: WrittenFigure, source: string, renaming: Renaming): readonly Replacement[] {
  const within = (one: Path): boolean => one.text.startsWith(`${of.table}.`);
  return (inner ? pathsIn(inner).filter(within) : [path]).flatMap(({ text, from, to }) => {
    const now = newTablePath(text, renaming);
    return now === text ? [] : [{ from, to, text: nameText(now) + closings(source.slice(from, to)) }];
  });
}

const isPlain = (name: string): boolean => !name.includes(".") && nameText(name) === name;

const inColumn = (path: string): string => `column(${JSON.stringify(path)})`;

/** The ends of brackets that begin before a path: (customer_id).status. */
function closings(path: string): string {
  const signs = path.replaceAll(/"[^"]*"|'[^']*'/g, "");
  return ")".repeat(Math.max(0, signs.split(")").length - signs.split("(").length));
}

function replaced(source: string, found: readonly Replacement[]): string {
  let text = source;
  for (const { from, to, text: now } of found.toSorted((a, b) => b.from - a.from))
    text = text.slice(0, from) + now + text.slice(to);
  return text;
}
