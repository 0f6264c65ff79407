import { unified } from "./coerce.ts";
import { derived, refuse, type Typed } from "./typed.ts";
import { boolType, typeWords } from "./types.ts";

type Place = Pick<Typed, "from" | "to">;

function expectBool(node: Typed, what: string): void {
  if (node.type.kind !== "bool" && node.type.kind !== "null")
    refuse(node, `${what} is true or false, and this is ${typeWords(node.type)}.`);
}

/** && and || over true, false and NULL, as SQL has AND and OR; the right side is evaluated only where it counts. */
export function logical(at: Place, op: "&&" | "||", left: Typed, right: Typed): Typed {
  expectBool(left, `What stands before ${op}`);
  expectBool(right, `What stands after ${op}`);
  const decisive = op === "||";
  return derived(at, boolType, [left, right], (frame) => {
    const [l, r] = [left.bind(frame), right.bind(frame)];
    return () => {
      const a = l();
      if (a === decisive) return decisive;
      const b = r();
      return b === decisive ? decisive : a === null ? null : b;
    };
  });
}

/** !x */
export function not(at: Place, node: Typed): Typed {
  expectBool(node, "What stands after !");
  return derived(at, boolType, [node], (frame) => {
    const inner = node.bind(frame);
    return () => {
      const value = inner();
      return value === null ? null : value === false;
    };
  });
}

/** c ? a : b, which is b where c is NULL. */
export function conditional(at: Place, condition: Typed, yes: Typed, no: Typed): Typed {
  expectBool(condition, "The condition before ?");
  const [type, [y = yes, n = no]] = unified([yes, no], "Both values of a condition");
  return derived(at, type, [condition, y, n], (frame) => {
    const [c, a, b] = [condition.bind(frame), y.bind(frame), n.bind(frame)];
    return () => (c() === true ? a() : b());
  });
}
