import type { z } from "zod";
import { SeedloomError, type ErrorCode } from "../base/errors.ts";
import { nearestName } from "../rules/nearest-name.ts";
import { offsetAt, plainValue, shownName, type SourceMap, type SourceNode } from "./source-tree.ts";
import type { YamlSource } from "./yaml-source.ts";

/** Throws `message at line L, column C of FILE.` */
export function failAt(
  source: YamlSource,
  at: number,
  message: string,
  hint?: string,
  code: ErrorCode = "project-invalid",
): never {
  throw new SeedloomError(code, `${message} at ${source.place(at)}.`, hint);
}

/** A hint with the nearest name, else with the names there are. */
export function nameHint(typed: string, names: readonly string[], label: string): string | undefined {
  const nearest = nearestName(typed, names);
  if (nearest !== undefined) return `Nearest: ${nearest}.`;
  return names.length > 0 && names.length <= 24 ? `${label}: ${names.join(", ")}.` : undefined;
}

/** The map at `node`, with no other keys than `known`; null (an empty value) is an empty map. */
export function mapAt(source: YamlSource, node: SourceNode, what: string, known?: readonly string[]): SourceMap {
  if (node.kind === "scalar" && node.value === null) return { kind: "map", at: node.at, entries: new Map() };
  if (node.kind !== "map")
    return failAt(source, node.at, `${what} is a list of \`name: value\` lines, which is not what stands`);
  if (known !== undefined) {
    for (const [name, entry] of node.entries) {
      if (!known.includes(name)) {
        failAt(
          source,
          entry.at,
          `Unknown setting \`${shownName(name)}\` of ${what}`,
          nameHint(name, known, "Settings"),
        );
      }
    }
  }
  return node;
}

/** The value that a Zod schema makes of `node`; the first issue becomes an error at its place. */
export function checkedAt<T>(source: YamlSource, node: SourceNode, schema: z.ZodType<T>, what: string): T {
  const result = schema.safeParse(plainValue(node));
  if (result.success) return result.data;
  return failIssue(source, node, result.error, what, []);
}

/** Throws the first issue of a Zod error; `known` are the names that the map at `node` may have. */
export function failIssue(
  source: YamlSource,
  node: SourceNode,
  error: z.ZodError,
  what: string,
  known: readonly string[],
): never {
  const issue = error.issues[0];
  if (issue?.code === "unrecognized_keys") {
    const name = issue.keys[0] ?? "";
    const parent = nodeAt(node, issue.path);
    const at = parent?.kind === "map" ? (parent.entries.get(name)?.at ?? parent.at) : node.at;
    const hint = issue.path.length === 0 ? nameHint(name, known, "Known") : undefined;
    return failAt(
      source,
      at,
      `Unknown ${what.startsWith("parameter") ? "parameter" : "setting"} \`${shownName(name)}\` ${ofWhat(what)}`,
      hint,
    );
  }
  const path = issue?.path.map(String).join(".") ?? "";
  const name = path === "" ? capital(what) : `\`${shownName(path)}\` ${ofWhat(what)}`;
  if (issue?.message.endsWith("received undefined") === true) {
    return failAt(source, nodeAt(node, issue.path.slice(0, -1))?.at ?? node.at, `${name} is missing`);
  }
  const message = (issue?.message ?? "Invalid input")
    .replace(/^Invalid input: /, "")
    .replace(/^./, (first) => first.toLowerCase());
  return failAt(source, offsetAt(node, issue?.path ?? []), `${name} is not valid (${message})`);
}

const capital = (text: string): string => text.replace(/^./, (first) => first.toUpperCase());
const ofWhat = (what: string): string => `of ${what.replace(/^parameters of /, "")}`;

function nodeAt(node: SourceNode, path: readonly PropertyKey[]): SourceNode | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return node;
  const next =
    node.kind === "map"
      ? node.entries.get(String(step))?.value
      : node.kind === "list"
        ? node.items[Number(step)]
        : undefined;
  return next === undefined ? undefined : nodeAt(next, rest);
}
