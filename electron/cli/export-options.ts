import { resolve } from "node:path";
import { SeedloomError } from "../../shared/base/errors.ts";
import { formats } from "../../shared/encoders/index.ts";
import {
  compressionSchema,
  exportFormatSchema,
  isDataTarget,
  splitSchema,
  sqlDialectSchema,
  type Compression,
  type DataTarget,
  type ExportFormat,
  type ExportTarget,
  type Split,
  type SqlDialectId,
} from "../../shared/project/project.ts";
import { targetNames, targetScenarios } from "../../shared/project/target-names.ts";
import { nearestName } from "../../shared/rules/nearest-name.ts";
import type { Session } from "../backend/sessions/session.ts";
import { meantTargets, targetPlace } from "../backend/targets/meant-targets.ts";
import type { Shard } from "../jobs/job-spec.ts";
import { outputPlace } from "../jobs/output-place.ts";
import { readOptions } from "./target-options.ts";
import { parseCount, parseWhole } from "./parse-count.ts";

/** What may be typed of exports as the project saves them. */
export interface SavedExportsOptions {
  readonly target?: string;
  readonly scenario?: string;
  readonly check?: true;
  readonly dryRun?: true;
  readonly overwriteEdited?: true;
  readonly goOn?: true;
  readonly commit?: string;
  readonly branch?: string;
  readonly json?: true;
}

/** The options of `seedloom export` as typed. */
export interface ExportOptions extends SavedExportsOptions {
  readonly format?: string;
  readonly out?: string;
  readonly dialect?: string;
  readonly option: readonly string[];
  readonly compress?: string;
  readonly split?: string;
  readonly table: readonly string[];
  readonly rows: readonly string[];
  readonly seed?: string;
  readonly workers?: string;
  readonly shard?: string;
  readonly worker?: string;
}

/**
 * Whether the project's own exports are meant as they are saved: they are written together, and remembered. What an option changes
 * for one run is not.
 */
export function meansSaved(options: ExportOptions): boolean {
  const { format, out, dialect, compress, split, option, table, rows, seed, shard, worker } = options;
  const changed = [format, out, dialect, compress, split, seed, shard, worker].some((one) => one !== undefined);
  if (!changed && option.length + table.length + rows.length === 0) {
    if (options.branch !== undefined && options.commit === undefined)
      throw new SeedloomError("usage", "--branch needs --commit with a message.");
    return true;
  }
  const { dryRun, overwriteEdited, commit, branch } = options;
  if ([dryRun, overwriteEdited, commit, branch].some((one) => one !== undefined)) {
    throw new SeedloomError(
      "usage",
      "--dry-run, --overwrite-edited, --commit and --branch are for exports as the project saves them.",
      "Leave out what changes them for this run, or save it as an export.",
    );
  }
  return false;
}

/** One export that a command line asks for. */
export interface AskedExport {
  readonly format: ExportFormat;
  readonly template?: string;
  readonly compress?: Compression;
  readonly split?: Split;
  readonly dialect?: SqlDialectId;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly folder: string;
  /** Of an export that is saved: what its manifest is called there. */
  readonly manifest?: string;
  readonly scenario?: string;
  readonly tables?: readonly string[];
}

/** The exports of the project that are meant, or the one that --format and --out describe. */
export function askedExports(session: Session, options: ExportOptions): readonly AskedExport[] {
  const dialect =
    options.dialect === undefined ? undefined : oneOf(options.dialect, sqlDialectSchema.options, "--dialect");
  const own = {
    ...(options.scenario === undefined ? {} : { scenario: options.scenario }),
    ...(dialect === undefined ? {} : { dialect }),
    ...sizes(options),
    ...(options.table.length === 0 ? {} : { tables: options.table }),
  };
  if (options.format !== undefined) {
    const format = oneOf(options.format, exportFormatSchema.options, "--format");
    if (options.target !== undefined) throw new SeedloomError("usage", "--target and --format exclude each other.");
    if (options.out === undefined) throw new SeedloomError("usage", "--format needs --out, the folder to write to.");
    const place = placeOf(".", options.out, { format, ...own });
    return [{ format, ...place, ...withOptions(format, {}, options.option), ...own }];
  }
  const targets = meantData(session.project.exports, options.target);
  const saved = meantTargets(session, {
    base: session.folder ?? ".",
    ...(options.scenario === undefined ? {} : { scenario: options.scenario }),
  });
  if (options.out !== undefined && targets.length > 1) {
    throw new SeedloomError("usage", "--out needs --format, or --target to say which export goes there.");
  }
  if (options.option.length > 0 && targets.length > 1) {
    throw new SeedloomError("usage", "--option needs --format, or --target to say which export it is for.");
  }
  return targets.flatMap((target) => {
    const scenarios = options.scenario === undefined ? targetScenarios(target) : [options.scenario];
    return scenarios.map((scenario) => {
      const { format, compress, split } = target;
      const settings = {
        ...(compress === undefined ? {} : { compress }),
        ...(split === undefined ? {} : { split }),
        ...own,
      };
      const { folder, template } = targetPlace({ ...target, ...settings, to: options.out ?? target.to }, scenario);
      const manifest = saved.find((one) => one.target === target && one.scenario === scenario)?.manifest;
      return {
        format,
        folder: resolve(options.out === undefined ? (session.folder ?? ".") : ".", folder),
        ...(template === undefined ? {} : { template }),
        ...(options.out !== undefined || manifest === undefined ? {} : { manifest }),
        ...withOptions(target.format, target.options, options.option),
        ...(target.dialect === undefined ? {} : { dialect: target.dialect }),
        ...(target.tables === undefined ? {} : { tables: target.tables }),
        ...(scenario === undefined ? {} : { scenario }),
        ...settings,
      };
    });
  });
}

/** The options of a target, those of the command line over its own. */
export function withOptions(
  format: ExportFormat,
  own: DataTarget["options"],
  words: readonly string[],
): Pick<AskedExport, "options"> {
  const kind = formats.find(({ id }) => id === format);
  return { options: { ...own, ...(kind === undefined ? {} : readOptions(words, kind)) } };
}

/** The exports with rows: what is said for one run is nothing to code and kits, but one that is named must have rows. */
function meantData(targets: readonly ExportTarget[], name: string | undefined): readonly DataTarget[] {
  const all = meant(targets, name);
  const found = all.filter(isDataTarget);
  if (found.length > 0) return found;
  throw new SeedloomError(
    "usage",
    name === undefined ? "No export of the project writes rows." : `The export ${name} writes no rows.`,
    "Say --format and --out, or --target with an export that writes rows.",
  );
}

function meant(targets: readonly ExportTarget[], name: string | undefined): readonly ExportTarget[] {
  if (name !== undefined) {
    const names = targetNames(targets);
    const found = targets.filter((_, at) => names[at] === name);
    if (found.length > 0) return found;
    const nearest = nearestName(name, names);
    throw new SeedloomError(
      "usage",
      `The project has no export named ${name}.`,
      nearest !== undefined
        ? `Did you mean ${nearest}?`
        : names.length > 0
          ? `There are: ${names.join(", ")}.`
          : undefined,
    );
  }
  if (targets.length > 0) return targets;
  const known = formats.map(({ id }) => id).join(", ");
  throw new SeedloomError(
    "usage",
    "The project names no exports.",
    `Say --format and --out, or add \`exports:\` to seedloom.yaml. Formats: ${known}.`,
  );
}

/** The folder, and the template of paths in it, of what --out or a target says. */
function placeOf(
  base: string,
  to: string,
  target: Pick<AskedExport, "format" | "scenario" | "compress">,
): Pick<AskedExport, "folder" | "template"> {
  const { folder, template } = outputPlace(to, target);
  return { folder: resolve(base, folder), ...(template === undefined ? {} : { template }) };
}

/** --compress and --split */
export function sizes({
  compress,
  split,
}: Pick<ExportOptions, "compress" | "split">): Pick<AskedExport, "compress" | "split"> {
  return {
    ...(compress === undefined ? {} : { compress: oneOf(compress, compressionSchema.options, "--compress") }),
    ...(split === undefined ? {} : { split: parseSplit(split) }),
  };
}

/** --split rows=100k or --split bytes=10m */
function parseSplit(text: string): Split {
  const [, kind, amount = ""] = /^(rows|bytes)=(.*)$/.exec(text.trim()) ?? [];
  const count = kind === undefined ? 0 : parseCount(amount, `--split ${kind}`);
  const split = splitSchema.safeParse({ [kind ?? ""]: count });
  if (split.success) return split.data;
  throw new SeedloomError("usage", `--split takes rows=COUNT, or bytes=COUNT from 1024, not "${text}".`);
}

/** --rows: for each table by name, or for all tables. */
export function rowCounts(words: readonly string[], session: Session): Readonly<Record<string, number>> | undefined {
  if (words.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const word of words) {
    const at = word.lastIndexOf("=");
    if (at < 0) {
      const all = parseCount(word, "--rows");
      for (const { id } of session.model.tables) if (!named(words, id)) counts.set(id, all);
    } else counts.set(word.slice(0, at), parseCount(word.slice(at + 1), "--rows"));
  }
  return Object.fromEntries(counts);
}

const named = (words: readonly string[], table: string): boolean => words.some((word) => word.startsWith(`${table}=`));

/** --shard I/N and --worker I/N */
export function parseShare(text: string, option: "--shard" | "--worker"): Shard {
  const match = /^(\d{1,5})\/(\d{1,5})$/.exec(text.trim());
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  if (match !== null && index >= 1 && index <= count) return { index, count };
  throw new SeedloomError("usage", `${option} takes a part such as 1/3, 2/3 or 3/3, not "${text}".`);
}

/** The project under another seed, its scenarios too. */
export function withSeed(session: Session, text: string): void {
  const seed = parseWhole(text, "--seed", Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  const scenarios = Object.entries(session.project.scenarios).map(
    ([name, scenario]) => [name, { ...scenario, seed }] as const,
  );
  session.project = { ...session.project, seed, scenarios: Object.fromEntries(scenarios) };
}

/** The word among those that an option takes; the nearest is named where it is none of them. */
export function oneOf<T extends string>(word: string, words: readonly T[], option: string): T {
  const found = words.find((known) => known === word.toLowerCase());
  if (found !== undefined) return found;
  const nearest = nearestName(word, words);
  throw new SeedloomError(
    "usage",
    `${option} takes ${words.join(", ")}, not "${word}".`,
    nearest === undefined ? undefined : `Did you mean ${nearest}?`,
  );
}
