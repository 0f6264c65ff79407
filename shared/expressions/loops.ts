import { derived, refuse, spend, type Eval, type Frame, type Typed } from "./typed.ts";
import { boolType, intType, listType, typeWords, type ExprType, type Value } from "./types.ts";

type Place = Pick<Typed, "from" | "to">;

/** The functions that go over a list: CEL's macros. */
export const loopNames: readonly string[] = ["map", "filter", "all", "exists", "exists_one"];

/** A body that is evaluated for each element, which stands in `slot` of the frame. */
interface Loop {
  readonly list: Typed;
  readonly slot: number;
  readonly body: Typed;
  /** Of map with three arguments: the elements it is for. */
  readonly filter?: Typed;
}

export function loop(at: Place, name: string, { list, slot, body, filter }: Loop): Typed {
  if (name !== "map") expectCondition(name, body);
  if (filter) expectCondition(name, filter);
  const cost = body.size + (filter?.size ?? 0) + 1;
  /** Runs over the elements until `visit` returns true. */
  const each =
    (frame: Frame, source: Eval, visit: (element: Value) => boolean): (() => boolean | null) =>
    () => {
      const elements = source();
      if (elements === null) return null;
      for (const element of elements as readonly Value[]) {
        spend(frame, cost);
        frame.locals[slot] = element;
        if (visit(element)) return true;
      }
      return false;
    };

  return derived(at, resultType(name, list, body), [list], (frame) => {
    const source = list.bind(frame);
    const inner = body.bind(frame);
    const wanted = filter?.bind(frame);
    let made: Value[] = [];
    let found = 0;
    switch (name) {
      case "all": {
        const run = each(frame, source, () => inner() !== true);
        return () => negate(run());
      }
      case "exists":
        return each(frame, source, () => inner() === true);
      case "exists_one": {
        const run = each(frame, source, () => inner() === true && ++found > 1);
        return () => {
          found = 0;
          return run() === null ? null : found === 1;
        };
      }
      default: {
        const run = each(frame, source, (element) => {
          if (name === "filter" ? inner() === true : wanted === undefined || wanted() === true)
            made.push(name === "filter" ? element : inner());
          return false;
        });
        return () => {
          // A list of its own: the one before may still be looked at by a loop around this.
          made = [];
          return run() === null ? null : made;
        };
      }
    }
  });
}

const negate = (value: boolean | null): boolean | null => (value === null ? null : !value);

function resultType(name: string, list: Typed, body: Typed): ExprType {
  if (name === "map") return listType(body.type);
  return name === "filter" ? list.type : boolType;
}

function expectCondition(name: string, body: Typed): void {
  if (body.type.kind !== "bool" && body.type.kind !== "null")
    refuse(body, `${name} asks true or false of each element, and this is ${typeWords(body.type)}.`);
}

/** What the elements of a list are. */
export function elementType(list: Typed): ExprType {
  if (list.type.kind !== "list") return refuse(list, `A list is wanted here, and this is ${typeWords(list.type)}.`);
  return list.type.of;
}

/** [i] of a list or a text, from 0; NULL where there is none. */
export function indexed(at: Place, of: Typed, index: Typed): Typed {
  if (index.type.kind !== "int")
    return refuse(index, `A place is a whole number, and this is ${typeWords(index.type)}.`);
  const text = of.type.kind === "string";
  const type = text ? of.type : elementType(of);
  return derived(at, type, [of, index], (frame) => {
    const [source, place] = [of.bind(frame), index.bind(frame)];
    return () => {
      const from = source();
      const k = place();
      if (from === null || k === null) return null;
      if (!text) return (from as readonly Value[])[Number(k)] ?? null;
      spend(frame, (from as string).length >> 6);
      return Array.from(from as string)[Number(k)] ?? null;
    };
  });
}

/** x in list */
export function membership(at: Place, element: Typed, list: Typed): Typed {
  return derived(at, boolType, [element, list], (frame) => {
    const [one, source] = [element.bind(frame), list.bind(frame)];
    return () => {
      const value = one();
      const all = source();
      if (value === null || all === null) return null;
      spend(frame, (all as readonly Value[]).length >> 3);
      return (all as readonly Value[]).includes(value);
    };
  });
}

/** The number of elements, or of characters. */
export function sizeOf(at: Place, of: Typed): Typed {
  if (of.type.kind !== "list" && of.type.kind !== "string")
    return refuse(of, `size takes a text or a list, and this is ${typeWords(of.type)}.`);
  return derived(at, intType, [of], (frame) => {
    const inner = of.bind(frame);
    return () => {
      const value = inner();
      if (value === null) return null;
      if (typeof value !== "string") return (value as readonly Value[]).length;
      spend(frame, value.length >> 6);
      return Array.from(value).length;
    };
  });
}
