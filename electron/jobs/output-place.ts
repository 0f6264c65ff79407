import type { Compression } from "../../shared/project/project.ts";
import { formatById } from "../../shared/encoders/index.ts";
import { endings } from "./file-plan.ts";
import { safeFileName } from "./file-names.ts";

/** Where an export goes: into a folder, under the format's own names or those of a template. */
export interface OutputPlace {
  /** As it was given, but for the scenario's name; not yet resolved. */
  readonly folder: string;
  /** Relative to it. */
  readonly template?: string;
}

interface PlaceRequest {
  readonly format: string;
  readonly scenario?: string | undefined;
  readonly compress?: Compression | undefined;
}

/**
 * What the `to` of an export means. It is a folder, unless its end is a file of the format, or it has a placeholder besides
 * {scenario}; then its first parts up to there are the folder.
 */
export function outputPlace(to: string, { format, scenario, compress }: PlaceRequest): OutputPlace {
  const named = (text: string): string => text.replaceAll("{scenario}", safeFileName(scenario ?? "default"));
  const parts = to.split(/[/\\]/);
  const files = [`.${formatById(format)?.extension ?? ""}`];
  if (compress !== undefined) files.push(`${files[0] ?? ""}${endings[compress]}`);
  const own = parts.findIndex((part) => named(part).includes("{"));
  const isFile = files.some((ending) => to.toLowerCase().endsWith(ending));
  if (own < 0 && !isFile) return { folder: named(to) };
  const at = own < 0 ? parts.length - 1 : own;
  const folder = named(parts.slice(0, at).join("/"));
  return { folder: at > 0 && folder === "" ? "/" : folder || ".", template: parts.slice(at).join("/") };
}
