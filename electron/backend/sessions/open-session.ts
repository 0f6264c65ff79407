import { randomUUID } from "node:crypto";
import { basename, extname } from "node:path";
import { isSeedloomError } from "../../../shared/base/errors.ts";
import { catalogue } from "../../../shared/catalogue/index.ts";
import { compareSchemas } from "../../../shared/drift/compare-schemas.ts";
import { newProject } from "../../../shared/project/new-project.ts";
import type { Project } from "../../../shared/project/project.ts";
import { readProjectFile } from "../../../shared/project/read-project-file.ts";
import { readSchemaLock } from "../../../shared/project/schema-lock.ts";
import { keysOfCopies } from "../../../shared/rules/copied-tables.ts";
import type { SchemaModel } from "../../../shared/schema/schema-model.ts";
import { withoutPassword } from "../../drivers/address-password.ts";
import { readModel, readModelOrLock, type OpenedModel } from "../open-model.ts";
import { sampleShop } from "../sample.ts";
import { projectFolder, readProjectFolder } from "../storage/project-folder.ts";
import { isAddress, sourceFile } from "../storage/source-path.ts";
import { todayIso } from "../today.ts";
import { Session, type SessionStart } from "./session.ts";

/** A project with what is suggested, for a source that nobody has saved a project of. */
function freshProject(source: string, model: SchemaModel): Project {
  const today = todayIso();
  const project = newProject({ source, seed: Number(today.replaceAll("-", "")), now: today, locales: { en: 1 } });
  return { ...project, tables: keysOfCopies(model) };
}

/** A new, unsaved project of a source. */
export async function sessionOfSource(path: string): Promise<Session> {
  const { model, source } = await readModel(path);
  const name = isAddress(source.path) ? source.label : basename(source.path, extname(source.path));
  const project = freshProject(withoutPassword(source.path), model);
  return new Session({ id: randomUUID(), name, model, source, project });
}

/** A saved project. `resolve` puts a kept password into the address of its source. */
export async function sessionOfProject(
  path: string,
  resolve: (address: string) => Promise<string> = async (address) => address,
): Promise<Session> {
  const folder = projectFolder(path);
  const texts = await readProjectFolder(folder);
  const { project } = readProjectFile(texts.project, catalogue);
  const opened = await readModelOrLock(await resolve(sourceFile(folder, project.source)), texts.lock);
  const source = withNote(opened, texts.lock);
  return new Session({
    id: randomUUID(),
    name: basename(folder),
    model: opened.model,
    source,
    project,
    folder,
    text: texts.project,
    ...lockedSchema(texts.lock),
  });
}

/** The sample shop, as an unsaved project. */
export async function sessionOfSample(dataFolder: string): Promise<Session> {
  const sample = await sampleShop(dataFolder);
  const { model, source } = await readModel(sample.database);
  const project =
    sample.project === null
      ? freshProject(source.path, model)
      : { ...readProjectFile(sample.project, catalogue).project, source: source.path };
  return new Session({
    id: randomUUID(),
    name: "Sample shop",
    model,
    source: { ...source, label: "shop.sqlite" },
    project,
  });
}

/** The schema as a saved project has it; undefined where it was never written. */
export async function lockedModel(path: string): Promise<SchemaModel | undefined> {
  const { lock } = await readProjectFolder(projectFolder(path));
  return lock === null ? undefined : readSchemaLock(lock).model;
}

/** The schema, the versions and the suggestions that a project was made for, where its lock can be read. */
function lockedSchema(lock: string | null): Pick<SessionStart, "versions" | "saved" | "suggested"> {
  try {
    if (lock === null) return {};
    const { versions, model, suggested } = readSchemaLock(lock);
    return { versions, saved: model, ...(suggested === undefined ? {} : { suggested }) };
  } catch (error) {
    if (isSeedloomError(error)) return {};
    throw error;
  }
}

/** What has changed in the source since the project was saved is said. */
function withNote({ model, source }: OpenedModel, lock: string | null): OpenedModel["source"] {
  if (lock === null || source.message !== undefined) return source;
  const message = changeSince(lock, model);
  return message === undefined ? source : { ...source, message };
}

function changeSince(lock: string, model: SchemaModel): string | undefined {
  try {
    const before = readSchemaLock(lock);
    const [first, ...more] = compareSchemas(before.model, model).changes;
    if (first !== undefined) {
      const rest = more.length === 0 ? "" : ` (and ${more.length} more ${more.length === 1 ? "change" : "changes"})`;
      return `The source has changed since the project was saved: ${first.message.replace(/\.$/, "")}${rest}.`;
    }
    return undefined;
  } catch (error) {
    // The source itself is there, so the damaged file is in nobody's way; saving writes it anew.
    if (isSeedloomError(error)) return error.message;
    throw error;
  }
}
