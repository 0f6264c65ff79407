import { choiceFunctions } from "./choices.ts";
import { dateFunctions } from "./dates.ts";
import type { ExpressionFunction, FunctionHelp } from "./define.ts";
import { numberFunctions } from "./numbers.ts";
import { textFunctions } from "./text.ts";

const functions: ReadonlyMap<string, ExpressionFunction> = new Map(
  [...textFunctions, ...numberFunctions, ...dateFunctions, ...choiceFunctions].map((one) => [one.name, one]),
);

/** The function of a name; undefined where there is none. */
export const functionOf = (name: string): ExpressionFunction | undefined => functions.get(name);

// What is no function of values but is called like one: it names columns, tables or elements.
const forms: readonly FunctionHelp[] = [
  {
    name: "column",
    group: "Text",
    signature: 'column("name")',
    help: "A column whose name has blanks or signs.",
    example: 'column("Unit Price") * 2',
  },
  {
    name: "size",
    group: "Text",
    signature: "size(text or list)",
    help: "The number of characters, or of elements.",
    example: 'size("abc") → 3',
  },
  {
    name: "count",
    group: "Owned rows",
    signature: "count(table)",
    help: "The number of rows of a table that this row owns.",
    example: "count(order_items)",
  },
  {
    name: "average",
    group: "Owned rows",
    signature: "average(table.column)",
    help: "The mean of a column over the rows that this row owns.",
    example: "average(order_items.quantity)",
  },
  {
    name: "map",
    group: "Lists",
    signature: "list.map(x, value)",
    help: "A value made of each element.",
    example: "[1, 2].map(x, x * 10) → [10, 20]",
  },
  {
    name: "filter",
    group: "Lists",
    signature: "list.filter(x, condition)",
    help: "The elements that meet a condition.",
    example: "[1, 2, 3].filter(x, x > 1) → [2, 3]",
  },
  {
    name: "all",
    group: "Lists",
    signature: "list.all(x, condition)",
    help: "Whether every element meets a condition.",
    example: "[1, 2].all(x, x > 0) → true",
  },
  {
    name: "exists",
    group: "Lists",
    signature: "list.exists(x, condition)",
    help: "Whether some element meets a condition.",
    example: "[1, 2].exists(x, x > 1) → true",
  },
];

/** Every function and what is called like one, for the editor and for "did you mean". */
export const functionHelp: readonly FunctionHelp[] = [...functions.values(), ...forms];
