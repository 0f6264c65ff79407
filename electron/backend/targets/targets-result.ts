import { readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { RepositoryView, TargetFile, TargetsResult } from "../../../shared/api/target-views.ts";
import type { Redrawn } from "../../../shared/api/views.ts";
import { isSeedloomError } from "../../../shared/base/errors.ts";
import { catalogue } from "../../../shared/catalogue/index.ts";
import { readProjectFile, projectFileName } from "../../../shared/project/read-project-file.ts";
import { readSchemaLock } from "../../../shared/project/schema-lock.ts";
import type { SchemaModel } from "../../../shared/schema/schema-model.ts";
import { committedText } from "../repository/committed-text.ts";
import type { ExportSession } from "../exports.ts";
import { version } from "../version.ts";
import type { Content } from "./content-keeper.ts";
import { explainChanges, type Before } from "./explain-changes.ts";
import { exportsLockName, type ExportsLock } from "./exports-lock.ts";
import type { GivenFile } from "./joint-output.ts";
import { digest, recorded, stateOf } from "./locked-state.ts";
import { canonical } from "./rule-change.ts";
import type { RanTarget, TargetsRequest } from "./run-targets.ts";
import type { FileWithEdits, OutdatedFile } from "./standing-files.ts";
import { changedLines, linesOf } from "./text-diff.ts";

interface Parts {
  readonly request: TargetsRequest;
  readonly repository: RepositoryView;
  readonly lock: ExportsLock;
  readonly ran: readonly RanTarget[];
  /** All that were given, the lock among them. */
  readonly files: readonly GivenFile[];
  readonly edits: readonly FileWithEdits[];
  readonly outdated: readonly OutdatedFile[];
}

type Explain = (path: string, target: string) => readonly string[];

/** What a run tells of itself: every file with its change and the reason for it. */
export async function targetsResult(session: ExportSession, parts: Parts): Promise<TargetsResult> {
  const { request, repository, ran, files, edits, outdated } = parts;
  const explain = await explainer(session, parts);
  const edited = new Set(edits.filter((file) => file.edited).map(({ path }) => path));
  const told = [
    ...files.map((file) => fileView(file, parts, edited.has(file.path), explain)),
    ...outdated.map((file): TargetFile => ({
      ...file,
      change: "removed",
      why: ["No export gives it any more.", ...(file.edited ? [editedWords] : [])],
    })),
  ].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const data = files.filter(({ path }) => !path.endsWith(exportsLockName));
  const bytes = data.reduce((sum, file) => sum + file.bytes, 0);
  const { budget: limit } = session.project;
  const [key, state] = stateOf(session);
  return {
    root: repository.root,
    written: request.write,
    targets: ran.map(({ meant, rows, elapsed }) => {
      const own = files.filter(({ target }) => target === meant.name);
      const count = (change: GivenFile["change"]): number => own.filter((file) => file.change === change).length;
      return {
        name: meant.name,
        files: own.length,
        added: count("added"),
        changed: count("changed"),
        rows,
        bytes: own.reduce((sum, { bytes }) => sum + bytes, 0),
        elapsed,
      };
    }),
    files: told,
    rows: ran.reduce((sum, { rows }) => sum + rows, 0),
    bytes,
    refused: [...new Set(ran.flatMap(({ refused }) => refused))],
    redrawn: redrawnOf(ran),
    ...(limit === undefined || bytes <= limit ? {} : { budget: { bytes, limit } }),
    manifest: {
      path: relative(repository.root, join(repository.base, exportsLockName)).split(sep).join("/"),
      seed: session.project.seed,
      engine: version,
      schema: digest(canonical(state.schema)),
      rules: key,
      content: digest(
        data
          .map(({ path, sha256 }) => `${sha256} ${path}`)
          .toSorted()
          .join("\n"),
      ),
    },
  };
}

function redrawnOf(ran: readonly RanTarget[]): Redrawn {
  const all = ran.flatMap(({ redrawn }) => redrawn ?? []);
  const furthest = all
    .flatMap((one) => one.furthest ?? [])
    .reduce<Redrawn["furthest"]>((far, one) => (far && far.row >= one.row ? far : one), undefined);
  const sum = (of: "rows" | "same"): number => all.reduce((total, one) => total + one[of], 0);
  return { rows: sum("rows"), same: sum("same"), ...(furthest && { furthest }) };
}

const editedWords = "It was edited by hand since the last export.";

function fileView(file: GivenFile, { ran }: Parts, edited: boolean, explain: Explain): TargetFile {
  const { path, target, change, bytes, sha256, contents } = file;
  const told = ran.find(({ meant }) => meant.name === target)?.files.get(path);
  const lines = contents === undefined ? undefined : changeOf(contents.before, contents.after);
  const why = change === "changed" && !path.endsWith(exportsLockName) ? explain(path, target) : [];
  return {
    path,
    target,
    change,
    bytes,
    sha256,
    ...told,
    ...(lines === undefined ? {} : { lines }),
    ...(edited ? { edited } : {}),
    why: [...(edited ? [editedWords] : []), ...why],
  };
}

function changeOf(before: Content | undefined, after: Content): TargetFile["lines"] {
  if (!("text" in after)) return undefined;
  if (before === undefined) return { added: linesOf(after.text).length, removed: 0 };
  return "text" in before ? changedLines(before.text, after.text) : undefined;
}

/** Reasons of each target, made when the first of its files asks. */
async function explainer(session: ExportSession, { repository, lock, ran, files }: Parts): Promise<Explain> {
  if (!files.some(({ change }) => change === "changed")) return () => [];
  const models = await pastModels(repository);
  const committed = await committedProject(session, repository);
  const byTarget = new Map<string, ReturnType<typeof explainChanges>>();
  const before = (name: string): Before | undefined => {
    const target = lock.targets[name];
    const state = target === undefined ? undefined : lock.states[target.state];
    return target === undefined || state === undefined ? committed : { state, target };
  };
  return (path, name) => {
    const one = ran.find(({ meant }) => meant.name === name);
    const past = before(name);
    if (one === undefined || past === undefined) return [];
    const { target, scenario } = one.meant;
    const found =
      byTarget.get(name) ??
      explainChanges(past, {
        session,
        target,
        referenceDate: one.referenceDate,
        models,
        ...(scenario === undefined ? {} : { scenario }),
      });
    byTarget.set(name, found);
    return found(one.files.get(path)?.table);
  };
}

/** The schema as it was saved and as it was committed. */
async function pastModels({ base }: RepositoryView): Promise<readonly SchemaModel[]> {
  const texts = await Promise.all([
    readFile(join(base, schemaLock), "utf8").catch(() => undefined),
    committedText(base, schemaLock),
  ]);
  return texts.flatMap((text) => {
    try {
      return text === undefined ? [] : [readSchemaLock(text).model];
    } catch (error) {
      if (isSeedloomError(error)) return [];
      throw error;
    }
  });
}

const schemaLock = "schema.lock.json";

/** The project as it was committed: what is known of the past where no export was locked. */
async function committedProject(session: ExportSession, { base }: RepositoryView): Promise<Before | undefined> {
  const text = await committedText(base, projectFileName);
  if (text === undefined) return undefined;
  try {
    const { project } = readProjectFile(text, catalogue);
    const [, state] = stateOf(session);
    return { state: { ...state, project: recorded(project) } };
  } catch (error) {
    if (isSeedloomError(error)) return undefined;
    throw error;
  }
}
