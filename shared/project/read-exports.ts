import type { z } from "zod";
import type { ExportKind, GeneratorCatalogue } from "../generators/generator.ts";
import { checkedAt, failAt, failIssue, mapAt, nameHint } from "./file-errors.ts";
import {
  codeTargetSchema,
  dataTargetSchema,
  exportFormatSchema,
  kitTargetSchema,
  type ExportTarget,
} from "./project.ts";
import { plainValue, type SourceMap, type SourceNode } from "./source-tree.ts";
import type { YamlSource } from "./yaml-source.ts";

const kinds = { format: dataTargetSchema, code: codeTargetSchema, kit: kitTargetSchema } as const;
type Kind = keyof typeof kinds;

/**
 * The section `exports`: a list of which each item names a format, code or a kit, with its options beside its other settings.
 * @throws SeedloomError naming line and column, and the nearest name for a setting that is unknown.
 */
export function readExports(
  source: YamlSource,
  catalogue: GeneratorCatalogue,
  node: SourceNode | undefined,
): ExportTarget[] {
  if (node === undefined || (node.kind === "scalar" && node.value === null)) return [];
  if (node.kind !== "list")
    return failAt(source, node.at, "`exports` is a list of `- format: …` items, which is not what stands");
  return node.items.map((item) => readExport(source, catalogue, mapAt(source, item, "an export")));
}

function readExport(source: YamlSource, catalogue: GeneratorCatalogue, item: SourceMap): ExportTarget {
  const named = (Object.keys(kinds) as Kind[]).filter((kind) => item.entries.has(kind));
  const [kind, second] = named;
  if (kind === undefined)
    return failAt(source, item.at, "The export says no `format`, `code` or `kit`", "Add `format: sql`, for example.");
  if (second !== undefined) {
    const at = item.entries.get(second)?.at ?? item.at;
    return failAt(source, at, `An export has either \`${kind}\` or \`${second}\`; both stand`, "Make it two exports.");
  }
  const settings = new Map<string, z.ZodType>(
    Object.entries(kinds[kind].shape).filter(([setting]) => setting !== "options"),
  );
  const declared = readKind(source, catalogue, kind, item);
  const target: Record<string, unknown> = {};
  const rest: SourceMap = { ...item, entries: new Map([...item.entries].filter(([key]) => !settings.has(key))) };
  for (const [name, schema] of settings) {
    const entry = item.entries.get(name);
    if (entry !== undefined) target[name] = checkedAt(source, entry.value, schema, `\`${name}\``);
  }
  if (target["scenario"] !== undefined && target["scenarios"] !== undefined) {
    const at = item.entries.get("scenarios")?.at ?? item.at;
    return failAt(source, at, "An export has either `scenario` or `scenarios`; both stand", "List all of them.");
  }
  if (target["to"] === undefined)
    return failAt(source, item.at, "`to` is missing", "Say the folder that the files go into: `to: seeds`.");
  target["options"] = readOptions(source, declared, rest, [...settings.keys()]);
  return target as ExportTarget;
}

/** What the export names; undefined where nothing is known of it, and its options are taken as they stand. */
function readKind(
  source: YamlSource,
  { exports }: GeneratorCatalogue,
  kind: Kind,
  item: SourceMap,
): ExportKind | undefined {
  const node = item.entries.get(kind)?.value;
  if (exports === undefined || node === undefined) return undefined;
  const id = plainValue(node);
  const found = exports[kind].find((one) => one.id === id);
  // A format of the list that has no encoder yet is told by the run.
  if (found !== undefined || (kind === "format" && exportFormatSchema.safeParse(id).success)) return found;
  const ids = exports[kind].map((one) => one.id);
  const shown = typeof id === "string" ? `\`${id}\`` : "what stands";
  return failAt(
    source,
    node.at,
    `There is no ${kind} ${shown}`,
    typeof id === "string" ? nameHint(id, ids, "There are") : undefined,
  );
}

function readOptions(
  source: YamlSource,
  declared: ExportKind | undefined,
  node: SourceMap,
  settings: readonly string[],
): Record<string, unknown> {
  const given = plainValue(node) as Record<string, unknown>;
  if (declared === undefined) return given;
  const result = declared.options.safeParse(given);
  if (result.success) return given;
  const known = [...settings, ...Object.keys(declared.options.shape)];
  return failIssue(source, node, result.error, `the ${declared.id} export`, known);
}
