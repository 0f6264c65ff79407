import { basename, resolve } from "node:path";
import type { SchemaModel } from "../../../shared/schema/schema-model.ts";
import type { Source } from "../driver.ts";
import { readScript, type ReadScript } from "./read-script.ts";
import { scriptPath } from "./script-path.ts";
import type { ScriptDialect } from "./statement.ts";

const engines: Readonly<Record<ScriptDialect, string>> = { postgresql: "PostgreSQL", mysql: "MySQL", sqlite: "SQLite" };

/** Opens a script as a source that has no rows. Throws a SeedloomError. */
export async function openScript(source: string): Promise<Source> {
  const { path: given, dialect } = scriptPath(source);
  const path = resolve(given);
  const first = await readScript(path, dialect);
  // Opening has read it already; what it says later is read anew.
  let ready: ReadScript | undefined = first;
  return {
    engine: first.dialect,
    label: basename(path),
    server: async () => ({
      version: versionOf(first),
      limits: ["A script has no rows: its schema alone is read.", ...first.limits],
    }),
    model: async (): Promise<SchemaModel> => {
      const read = ready ?? (await readScript(path, dialect));
      ready = undefined;
      return read.model;
    },
    async *read() {
      // There are none.
    },
    close: async () => {},
  };
}

/** "PostgreSQL 15.18 (script)", where the tool that wrote it says so. */
function versionOf({ dialect, start }: ReadScript): string {
  const [, version] =
    /^-- Dumped from database version (\S+)/m.exec(start) ?? /^-- Server version\s+(\d[\d.]*)/m.exec(start) ?? [];
  const engine = dialect === "mysql" && /mariadb/i.test(start) ? "MariaDB" : engines[dialect];
  return `${engine}${version === undefined ? "" : ` ${version}`} (script)`;
}
