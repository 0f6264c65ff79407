import { Document, type ToStringOptions } from "yaml";
import { SeedloomError } from "../base/errors.ts";
import type { GeneratorCatalogue } from "../generators/generator.ts";
import type { SchemaModel } from "../schema/schema-model.ts";
import { fileShape, respelledRule } from "./file-shape.ts";
import { expandAliases, reconcile, type KeyOrder, type Spelling } from "./merge-document.ts";
import { keepSpacing, layoutOf } from "./yaml-layout.ts";
import type { Project } from "./project.ts";
import { projectFileName, readProjectFile } from "./read-project-file.ts";
import { own } from "./own.ts";
import { projectSignature } from "./project-signature.ts";
import { readYaml } from "./yaml-source.ts";

/** Where new lines go, and whether a new file explains itself. */
export interface FileOrder {
  readonly tableOrder: readonly string[];
  columnOrder(table: string): readonly string[];
  /** A line of explanation at the top of a new file. */
  readonly comments?: boolean;
}

/** The order of a schema: tables and columns as the source lists them. */
export function fileOrder(model: SchemaModel): FileOrder {
  const tables = new Map(model.tables.map((table) => [table.id, table.columns.map((column) => column.name)]));
  return { tableOrder: [...tables.keys()], columnOrder: (table) => tables.get(table) ?? [], comments: true };
}

/**
 * The text of seedloom.yaml for a project. With a previous text, only what the project says differently is changed:
 * comments, blank lines, anchors, spelling and the order of keys stay. Reading the result gives the project again.
 * @throws SeedloomError where the previous text cannot be read, or where the project could not be read back.
 */
export function writeProjectFile(
  previousText: string | null,
  project: Project,
  catalogue: GeneratorCatalogue,
  order: FileOrder,
): string {
  if (previousText === null) return written(newText(project, catalogue, order), project, catalogue);
  const before = readProjectFile(previousText, catalogue).project;
  const wanted = projectSignature(project);
  if (projectSignature(before) === wanted) return previousText;
  const readsBack = (text: string): boolean => {
    try {
      return projectSignature(readProjectFile(text, catalogue).project) === wanted;
    } catch {
      return false;
    }
  };
  for (const expand of [false, true]) {
    const text = editedText(previousText, before, project, catalogue, order, expand);
    const spaced = keepSpacing(previousText, text);
    if (readsBack(spaced)) return spaced;
    if (readsBack(text)) return text;
  }
  return written(newText(project, catalogue, order), project, catalogue);
}

function editedText(
  previousText: string,
  before: Project,
  project: Project,
  catalogue: GeneratorCatalogue,
  order: FileOrder,
  expand: boolean,
): string {
  const { document } = readYaml(previousText, projectFileName);
  // An edit of an anchored value would show at its aliases too; then every alias becomes a value of its own.
  if (expand) expandAliases(document);
  reconcile(
    document,
    fileShape(before, catalogue),
    fileShape(project, catalogue),
    keyOrder(order),
    spelling(project, catalogue),
  );
  return ended(document.toString(layoutOf(previousText)));
}

function newText(project: Project, catalogue: GeneratorCatalogue, order: FileOrder): string {
  const document = new Document({});
  const shape = fileShape({ ...project, tables: ordered(project.tables, order.tableOrder) }, catalogue);
  reconcile(document, {}, shape, keyOrder(order), (_path, value) => value);
  if (order.comments === true) {
    document.commentBefore =
      " Seedloom project. A column that is not named here has the rule that is suggested for it.";
  }
  const options: ToStringOptions = { lineWidth: 0 };
  return ended(document.toString(options));
}

/** Line ends are LF, and the last line has one. Nothing is trimmed: a text at the end may end in blank lines. */
function ended(text: string): string {
  const lines = text.replaceAll("\r\n", "\n");
  return lines.endsWith("\n") ? lines : `${lines}\n`;
}

/** The text, once it has been shown to give the project back. */
function written(text: string, project: Project, catalogue: GeneratorCatalogue): string {
  if (projectSignature(readProjectFile(text, catalogue).project) === projectSignature(project)) return text;
  throw new SeedloomError(
    "project-invalid",
    "The project has a value that its file cannot hold.",
    "Undo the last change and save again.",
  );
}

const keyOrder =
  (order: FileOrder): KeyOrder =>
  (path) => {
    if (path.at(-1) === "tables") return order.tableOrder;
    if (path.at(-1) === "columns") return order.columnOrder(path.at(-2) ?? "");
    return undefined;
  };

/** Keeps a rule's own words: `weighted-choice` for `choice`, parameters by name where the file names them. */
const spelling =
  (project: Project, catalogue: GeneratorCatalogue): Spelling =>
  (path, value, standing) => {
    if (path.at(-2) !== "columns" || typeof standing !== "object" || standing === null) return value;
    const inScenario = path[0] === "scenarios" ? own(project.scenarios, path[1] ?? "")?.tables : project.tables;
    const rule = own(own(inScenario ?? {}, path.at(-3) ?? "")?.columns ?? {}, path.at(-1) ?? "");
    return rule?.kind === "generate" ? respelledRule(rule, catalogue, standing) : value;
  };

function ordered<T>(record: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  const known = names.flatMap((name) => (Object.hasOwn(record, name) ? [[name, record[name]] as [string, T]] : []));
  return Object.fromEntries([...known, ...Object.entries(record).filter(([name]) => !names.includes(name))]);
}
