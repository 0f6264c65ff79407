/** A place in documents: a field's name, or every field or element. */
export type PathStep = { readonly field: string } | "any";

/** A string, number or other plain value of a document, as its text has it. */
export interface JsonLeaf {
  /** Where its text begins and ends. */
  readonly from: number;
  readonly to: number;
  /** Which of the paths leads to it, or to something that it is part of. */
  readonly path: number;
}

/** `$.items[*].email`: fields by name, `[*]` and `.*` for all. Undefined where the text is no path. */
export function parsePath(text: string): readonly PathStep[] | undefined {
  if (!text.startsWith("$")) return undefined;
  const steps: PathStep[] = [];
  let at = 1;
  while (at < text.length) {
    const match = /^(?:\.([\p{L}\p{N}_$-]+)|\.(\*)|\[(\*)\]|\["([^"\\]+)"\]|\['([^'\\]+)'\])/u.exec(text.slice(at));
    if (match === null) return undefined;
    const field = match[1] ?? match[4] ?? match[5];
    steps.push(field === undefined ? "any" : { field });
    at += match[0].length;
  }
  return steps.length === 0 ? undefined : steps;
}

/** A path and how many of its steps have been taken. */
interface Walk {
  readonly path: number;
  readonly taken: number;
}

/**
 * The plain values that the paths lead to, in the document's order; of an object or array at a path, all within it. NULL is
 * none. The document must be valid JSON: its text is walked, not judged.
 */
export function jsonLeaves(text: string, paths: readonly (readonly PathStep[])[]): readonly JsonLeaf[] {
  const leaves: JsonLeaf[] = [];
  let at = 0;

  function blank(): void {
    while (/\s/u.test(text[at] ?? "")) at++;
  }

  function endOfString(): number {
    let end = at + 1;
    while (text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
    return end + 1;
  }

  function value(walks: readonly Walk[], within: number | undefined): void {
    blank();
    const arrived = within ?? walks.find(({ path, taken }) => taken === paths[path]?.length)?.path;
    const first = text[at];
    if (first === "{" || first === "[") return parts(first === "{", walks, arrived);
    const from = at;
    if (first === '"') at = endOfString();
    else while (at < text.length && !/[\s,\]}]/u.test(text[at] ?? "")) at++;
    if (arrived !== undefined && text.slice(from, at) !== "null") leaves.push({ from, to: at, path: arrived });
  }

  function parts(isObject: boolean, walks: readonly Walk[], arrived: number | undefined): void {
    const close = isObject ? "}" : "]";
    at++;
    blank();
    while (text[at] !== close) {
      let name: string | undefined;
      if (isObject) {
        const end = endOfString();
        name = String(JSON.parse(text.slice(at, end)));
        at = end;
        blank();
        at++;
      }
      const next = walks.flatMap(({ path, taken }): readonly Walk[] => {
        const step = paths[path]?.[taken];
        const fits = step === "any" || (step !== undefined && name !== undefined && step.field === name);
        return fits ? [{ path, taken: taken + 1 }] : [];
      });
      value(next, arrived);
      blank();
      if (text[at] === ",") at++;
      blank();
    }
    at++;
  }

  value(
    paths.map((_, path) => ({ path, taken: 0 })),
    undefined,
  );
  return leaves;
}
