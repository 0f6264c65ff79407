import { unified } from "../coerce.ts";
import { derived, refuse, type Typed } from "../typed.ts";
import { boolType, doubleType, intType, typeWords, type Value } from "../types.ts";
import { expectCount, type ExpressionFunction } from "./define.ts";

const coalesce: ExpressionFunction = {
  name: "coalesce",
  group: "Conditions",
  signature: "coalesce(a, b, …)",
  help: "The first value that is not NULL.",
  example: 'coalesce(nickname, first_name, "?")',
  call(args, site) {
    expectCount(coalesce, args, site, 1, Infinity);
    const [type, nodes] = unified(args, "The values of coalesce");
    return derived(site, type, nodes, (frame) => {
      const inner = nodes.map((node) => node.bind(frame));
      return () => {
        for (const value of inner) {
          const found = value();
          if (found !== null) return found;
        }
        return null;
      };
    });
  },
};

const isNull: ExpressionFunction = {
  name: "isNull",
  group: "Conditions",
  signature: "isNull(value)",
  help: "Whether the value is NULL.",
  example: "isNull(shipped_at)",
  call(args, site) {
    expectCount(isNull, args, site, 1);
    const [node = refuse(site, isNull.signature)] = args;
    return derived(site, boolType, [node], (frame) => {
      const inner = node.bind(frame);
      return () => inner() === null;
    });
  },
};

const nullIf: ExpressionFunction = {
  name: "nullIf",
  group: "Conditions",
  signature: "nullIf(value, other)",
  help: "The value, or NULL where it is the other: a divisor that is never 0.",
  example: "total / nullIf(quantity, 0)",
  call(args, site) {
    expectCount(nullIf, args, site, 2);
    const [type, [value = refuse(site, nullIf.signature), other = value]] = unified(args, "The values of nullIf");
    return derived(site, type, [value, other], (frame) => {
      const [a, b] = [value.bind(frame), other.bind(frame)];
      return () => {
        const found = a();
        return found === b() ? null : found;
      };
    });
  },
};

/** The draw of a call: the row's own, whatever else the expression does. */
const random: ExpressionFunction = {
  name: "random",
  group: "Chance",
  signature: "random()",
  help: "A number from 0 up to 1 by chance: the same in every run of the seed.",
  example: "random() < 0.1 ? null : note",
  call(args, site) {
    expectCount(random, args, site, 0);
    const lane = site.lane();
    return derived(site, doubleType, [], (frame) => () => frame.sources.unit(frame.row, lane));
  },
};

const randomInt: ExpressionFunction = {
  name: "randomInt",
  group: "Chance",
  signature: "randomInt(low, high)",
  help: "A whole number from low to high by chance, both included.",
  example: "randomInt(1, 6)",
  call(args, site) {
    expectCount(randomInt, args, site, 2);
    for (const arg of args)
      if (arg.type.kind !== "int") refuse(arg, `randomInt takes whole numbers, and this is ${typeWords(arg.type)}.`);
    const [low = refuse(site, ""), high = low] = args;
    const lane = site.lane();
    return derived(site, intType, [low, high], (frame) => {
      const [a, b] = [low.bind(frame), high.bind(frame)];
      return () => {
        const [from, to] = [a(), b()];
        if (from === null || to === null) return null;
        const [least, most] = [Math.min(Number(from), Number(to)), Math.max(Number(from), Number(to))];
        return least + Math.floor(frame.sources.unit(frame.row, lane) * (most - least + 1));
      };
    });
  },
};

const pick: ExpressionFunction = {
  name: "pick",
  group: "Chance",
  signature: "pick(a, b, …)",
  help: "One of the values by chance, or an element of a list.",
  example: 'pick("red", "green", "blue")',
  call(args, site) {
    expectCount(pick, args, site, 1, Infinity);
    const lane = site.lane();
    const [only] = args;
    if (args.length === 1 && only?.type.kind === "list") {
      return derived(site, only.type.of, [only], (frame) => {
        const list = only.bind(frame);
        return () => drawn(list() as readonly Value[] | null, frame.sources.unit(frame.row, lane));
      });
    }
    const [type, nodes]: readonly [Typed["type"], readonly Typed[]] = unified(args, "The values of pick");
    return derived(site, type, nodes, (frame) => {
      const inner = nodes.map((node) => node.bind(frame));
      return () => inner[Math.floor(frame.sources.unit(frame.row, lane) * inner.length)]?.() ?? null;
    });
  },
};

const drawn = (list: readonly Value[] | null, unit: number): Value => list?.[Math.floor(unit * list.length)] ?? null;

export const choiceFunctions: readonly ExpressionFunction[] = [coalesce, isNull, nullIf, random, randomInt, pick];
