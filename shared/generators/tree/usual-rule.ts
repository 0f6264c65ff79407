import type { ValueType } from "../../schema/value-type.ts";
import { readLeafRule, type FindGenerator, type LeafRule } from "./tree-node.ts";

const usual = [
  "lorem.word",
  "integer",
  "decimal",
  "boolean",
  "date",
  "timestamp",
  "uuid",
  "weighted-choice",
  "time",
  "constant",
];

/** The rule that stands where none is written: the first of the usual ones that suits. */
export const usualRule = (type: ValueType, find: FindGenerator): LeafRule =>
  readLeafRule(usual.find((name) => find(name)?.accepts(type)) ?? "constant", "", find);

/** Whether a parameter names a rule at all. */
export const isWritten = (rule: unknown): boolean =>
  rule !== "" && !(typeof rule === "object" && rule !== null && Object.keys(rule).length === 0);
