import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { RecentProject } from "../../../shared/api/views.ts";
import { projectFileName } from "../../../shared/project/read-project-file.ts";
import { writeFileAtomic } from "../../sinks/write-file-atomic.ts";
import type { RecentsService } from "../services.ts";

const most = 20;

const fileSchema = z.array(
  z.object({
    folder: z.string(),
    name: z.string(),
    engine: z.enum(["sqlite", "postgresql", "mysql"]),
    tables: z.number(),
    problems: z.object({ errors: z.number(), warnings: z.number() }),
    openedAt: z.string(),
  }),
);
export type Recent = z.infer<typeof fileSchema>[number];

/** The projects opened last, newest first, in one small file of the data folder. */
export class Recents implements RecentsService {
  readonly #file: string;
  #last: Promise<void> = Promise.resolve();

  constructor(dataFolder: string) {
    this.#file = join(dataFolder, "recent-projects.json");
  }

  async list(): Promise<readonly RecentProject[]> {
    const recents = await this.#read();
    return await Promise.all(recents.map(async (recent) => ({ ...recent, missing: await isMissing(recent.folder) })));
  }

  async add(recent: Recent): Promise<void> {
    await this.#change((recents) =>
      [recent, ...recents.filter(({ folder }) => folder !== recent.folder)].slice(0, most),
    );
  }

  async forget(folder: string): Promise<void> {
    await this.#change((recents) => recents.filter((recent) => recent.folder !== folder));
  }

  async #change(edit: (recents: readonly Recent[]) => readonly Recent[]): Promise<void> {
    // One change at a time, each on what the file says then: another window's process writes it too.
    const change = this.#last.then(async () => {
      const recents = edit(await this.#read());
      await writeFileAtomic(this.#file, `${JSON.stringify(recents, null, 2)}\n`);
    });
    this.#last = change.catch(() => undefined);
    await change;
  }

  async #read(): Promise<readonly Recent[]> {
    try {
      return fileSchema.parse(JSON.parse(await readFile(this.#file, "utf8")));
    } catch {
      // Absent or damaged: the list is a convenience and starts anew.
      return [];
    }
  }
}

async function isMissing(folder: string): Promise<boolean> {
  try {
    await access(join(folder, projectFileName));
    return false;
  } catch {
    return true;
  }
}
