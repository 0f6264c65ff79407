import { homedir } from "node:os";
import { isAbsolute, resolve } from "node:path";
import type { ExportRequest } from "../../shared/api/inputs.ts";
import { SeedloomError } from "../../shared/base/errors.ts";
import { nearestName } from "../../shared/rules/nearest-name.ts";
import type { JobSpec } from "../jobs/job-spec.ts";
import type { Session } from "./sessions/session.ts";
import { resolveNow } from "./today.ts";

/** An open project, or a copy of what it was when a run of it began. */
export type ExportSession = Pick<Session, "model" | "project" | "planned" | "source" | "folder">;

/** What a request asks of a project, as a job. Unknown names get the nearest one. */
export function jobSpec(
  session: ExportSession,
  request: Omit<ExportRequest, "folder"> & Pick<JobSpec, "template">,
): JobSpec {
  const { model, planned: project } = session;
  const tables = model.tables.map(({ id }) => id);
  for (const table of [...(request.tables ?? []), ...Object.keys(request.rows ?? {})]) {
    if (!tables.includes(table)) throw unknown("unknown-table", `There is no table ${table}.`, table, tables);
  }
  const scenarios = Object.keys(project.scenarios);
  if (request.scenario !== undefined && !scenarios.includes(request.scenario)) {
    throw unknown("unknown-scenario", `The project has no scenario ${request.scenario}.`, request.scenario, scenarios);
  }
  return {
    model,
    project,
    referenceDate: resolveNow(project.now),
    format: request.format,
    dialect: request.dialect ?? model.engine,
    ...(request.options === undefined ? {} : { options: request.options }),
    ...(request.template === undefined ? {} : { template: request.template }),
    ...(request.compress === undefined ? {} : { compress: request.compress }),
    ...(request.split === undefined ? {} : { split: request.split }),
    source: session.source.path,
    ...(session.folder === undefined ? {} : { folder: session.folder }),
    ...(request.scenario === undefined ? {} : { scenario: request.scenario }),
    ...(request.rows === undefined ? {} : { rowOverrides: request.rows }),
    ...(request.tables === undefined ? {} : { tables: request.tables }),
    ...(request.worker === undefined ? {} : { worker: request.worker }),
  };
}

/** Names that a sentence still can hold. */
const mostListed = 12;

function unknown(
  code: "unknown-table" | "unknown-scenario",
  message: string,
  name: string,
  names: readonly string[],
): SeedloomError {
  const nearest = nearestName(name, names);
  const more = names.length > mostListed ? `, and ${names.length - mostListed} more` : "";
  const list = names.length > 0 ? `There are: ${names.slice(0, mostListed).join(", ")}${more}.` : undefined;
  return new SeedloomError(code, message, nearest === undefined ? list : `Did you mean ${nearest}?`);
}

/** The folder of an export: as it is where it is a full path, else from the project's folder, else from the user's home. */
export function exportFolder(session: Pick<Session, "folder">, folder: string): string {
  if (folder === "~" || folder.startsWith("~/")) return resolve(homedir(), folder.slice(2));
  return isAbsolute(folder) ? resolve(folder) : resolve(session.folder ?? homedir(), folder);
}
