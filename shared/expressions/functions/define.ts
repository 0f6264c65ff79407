import { coerced } from "../coerce.ts";
import { derived, refuse, spend, type Eval, type Typed } from "../typed.ts";
import { boolType, doubleType, intType, listType, stringType, typeWords, type ExprType, type Value } from "../types.ts";

export type FunctionGroup = "Text" | "Numbers" | "Dates" | "Conditions" | "Lists" | "Chance" | "Owned rows";

/** What the editor shows of a function. */
export interface FunctionHelp {
  readonly name: string;
  readonly group: FunctionGroup;
  /** "padStart(text, width, fill)" */
  readonly signature: string;
  /** One sentence. */
  readonly help: string;
  /** An expression, and what it gives. */
  readonly example: string;
}

/** Where a function is called. */
export interface CallSite {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** A number that no other call of the expression has, for draws. */
  lane(): number;
}

/** A function of the language: what it is called with is checked once, and then bound to a column. Called f(x) or x.f(). */
export interface ExpressionFunction extends FunctionHelp {
  readonly call: (args: readonly Typed[], site: CallSite) => Typed;
}

/** How values of each parameter type reach the code of a function. */
interface Native {
  readonly string: string;
  readonly int: number;
  readonly double: number;
  readonly bool: boolean;
  readonly date: number;
  readonly timestamp: number;
  readonly duration: number;
  readonly strings: readonly string[];
}
type NativeName = keyof Native;

const types: Readonly<Record<NativeName, ExprType>> = {
  string: stringType,
  int: intType,
  double: doubleType,
  bool: boolType,
  date: { kind: "date" },
  timestamp: { kind: "timestamp" },
  duration: { kind: "duration" },
  strings: listType(stringType),
};

/** A parameter's type; with a question mark it may be left out. */
type ParameterName = NativeName | `${NativeName}?`;
type Argument<P> = P extends `${infer N extends NativeName}?`
  ? Native[N] | undefined
  : P extends NativeName
    ? Native[P]
    : never;
type Arguments<P extends readonly ParameterName[]> = { [K in keyof P]: Argument<P[K]> };

interface PlainFunction<P extends readonly ParameterName[], R extends NativeName> extends Omit<
  FunctionHelp,
  "signature"
> {
  /** The parameters' names, as the editor shows them: "text, width, fill?". */
  readonly args: string;
  readonly params: P;
  readonly returns: R;
  /** Sees no NULL: a call with one is NULL. May return NULL itself. */
  readonly call: (...args: Arguments<P>) => Native[R] | null;
  /** Steps of a call with two arguments, where it takes more than its texts are long. */
  readonly cost?: (a: Value, b: Value) => number;
}

/** A function of plain values with one list of parameter types. */
export function plain<const P extends readonly ParameterName[], R extends NativeName>(
  definition: PlainFunction<P, R>,
): ExpressionFunction {
  const { params, returns, call, cost, args: names, ...rest } = definition;
  const help: FunctionHelp = { ...rest, signature: `${rest.name}(${names})` };
  const least = params.filter((name) => !name.endsWith("?")).length;
  // Sound: arguments are brought to the parameters' types below.
  const run = call as (...args: readonly unknown[]) => Value;
  return {
    ...help,
    call(args, site) {
      expectCount(help, args, site, least, params.length);
      const ready = args.map((arg, k) => argument(help.name, arg, params[k] ?? "string"));
      const numbers = params.map((name) => name.startsWith("int"));
      return derived(site, types[returns], ready, (frame) => {
        const inner = ready.map((arg) => arg.bind(frame));
        const [first, second] = inner;
        // Most functions have one or two parameters: those are called without a list.
        if (first && inner.length === 1 && numbers[0] !== true) {
          return () => {
            const a = first();
            return a === null ? null : costed(run(costed(a)));
          };
        }
        if (first && second && inner.length === 2) {
          const [na, nb] = numbers;
          return () => {
            const a = first();
            if (a === null) return null;
            const b = second();
            if (b === null) return null;
            if (cost) spend(frame, cost(costed(a), costed(b)));
            else costed(a);
            return costed(run(na === true ? Number(a) : a, nb === true ? Number(b) : b));
          };
        }
        return spread(inner, numbers, (values) => costed(run(...values)));

        /** Long texts and lists are paid for, by those who read and by those who make them. */
        function costed(value: Value): Value {
          if (typeof value === "string" ? value.length > 64 : Array.isArray(value)) spend(frame, lengthOf(value) >> 6);
          return value;
        }
      });
    },
  };
}

const lengthOf = (value: Value): number => (typeof value === "string" || Array.isArray(value) ? value.length : 0);

function spread(inner: readonly Eval[], numbers: readonly boolean[], run: (values: readonly unknown[]) => Value): Eval {
  return () => {
    const values: unknown[] = [];
    for (let k = 0; k < inner.length; k++) {
      const value = inner[k]?.() ?? null;
      if (value === null) return null;
      values.push(numbers[k] === true ? Number(value) : value);
    }
    return run(values);
  };
}

/** An argument as its parameter takes it. */
function argument(name: string, arg: Typed, parameter: ParameterName): Typed {
  const wanted = types[parameter.replace("?", "") as NativeName];
  const ready = coerced(arg, wanted);
  if (ready) return ready;
  const hint = wanted.kind === "string" && arg.type.kind !== "list" ? "; string(…) makes text of it" : "";
  return refuse(arg, `${name} takes ${typeWords(wanted)} here, and this is ${typeWords(arg.type)}${hint}.`);
}

/** Refuses a call with too few or too many arguments. */
export function expectCount(
  { name, signature }: FunctionHelp,
  args: readonly Typed[],
  site: CallSite,
  least: number,
  most: number = least,
): void {
  if (args.length >= least && args.length <= most) return;
  const wanted = least === most ? `${least}` : most === Infinity ? `${least} or more` : `${least} to ${most}`;
  const values = wanted === "1" ? "value" : "values";
  refuse(site, `${name} takes ${wanted} ${values} and has ${args.length}: ${signature}.`);
}

/** A node of one operand, NULL where that is. */
export function mapped(site: CallSite, type: ExprType, node: Typed, run: (value: Value) => Value): Typed {
  return derived(site, type, [node], (frame) => {
    const inner = node.bind(frame);
    return () => {
      const value = inner();
      return value === null ? null : run(value);
    };
  });
}
