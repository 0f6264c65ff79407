import { basename, resolve } from "node:path";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { Source } from "../driver.ts";
import { listFiles } from "./list-files.ts";
import { openFile, profileFile, type ProfiledFile } from "./profile-file.ts";
import { readCells } from "./read-cells.ts";
import { filesModel, type FilesModel } from "./to-model.ts";

/** Opens a file of data, or a folder of such files, each a table. Throws a SeedloomError. */
export async function openDataFiles(source: string): Promise<Source> {
  const path = resolve(source);
  const first = await readFiles(path);
  // Opening has read them already; what the model says later is read anew.
  let ready: FilesModel | undefined = first;
  return {
    engine: "postgresql",
    label: basename(path),
    server: async () => ({ version: "Data files", limits: first.notes }),
    model: async () => {
      const read = ready ?? (await readFiles(path));
      ready = undefined;
      return read.model;
    },
    async *read(request) {
      const file = (await listFiles(path)).find(({ table }) => table === request.table.name);
      if (file === undefined)
        throw new SeedloomError(
          "source-not-found",
          `There is no file of ${request.table.name} in ${path}.`,
          "Put it back.",
        );
      yield* readCells(await openFile(file), request);
    },
    close: async () => {},
  };
}

async function readFiles(path: string): Promise<FilesModel> {
  const files = await listFiles(path);
  if (files.length === 0)
    throw new SeedloomError(
      "source-empty",
      `${path} holds no data files.`,
      "Files of data are CSV, JSON, NDJSON and Parquet.",
    );
  const profiled: ProfiledFile[] = [];
  // One after another: each is held to what one needs.
  for (const file of files) profiled.push(await profileFile(file));
  return filesModel(profiled);
}
