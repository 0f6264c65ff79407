import { relative, resolve, sep } from "node:path";
import type { RepositoryView } from "../../../shared/api/target-views.ts";
import type { ExportSession } from "../exports.ts";
import type { ExportsLock, LockedFile, LockedTarget } from "./exports-lock.ts";
import type { GivenFile } from "./joint-output.ts";
import { settingsOf, stateOf } from "./locked-state.ts";
import type { RanTarget } from "./run-targets.ts";

/** The lock after a run: what ran is written anew, what did not stays, and with `all` what the project names no longer goes. */
export function nextLock(
  session: ExportSession,
  before: ExportsLock,
  ran: readonly RanTarget[],
  given: readonly GivenFile[],
  { base, root }: Pick<RepositoryView, "base" | "root">,
  all: boolean,
): ExportsLock {
  const [key, state] = stateOf(session);
  const byPath = new Map(given.map((file) => [file.path, file]));
  const targets = ran.map(({ meant, referenceDate, files }): [string, LockedTarget] => {
    const locked = [...files].flatMap(([path, told]): readonly [string, LockedFile][] => {
      const file = byPath.get(path);
      if (file === undefined) return [];
      const name = relative(base, resolve(root, path)).split(sep).join("/");
      return [[name, { ...told, bytes: file.bytes, sha256: file.sha256 }]];
    });
    const { name, target, scenario } = meant;
    return [
      name,
      {
        state: key,
        ...(scenario === undefined ? {} : { scenario }),
        referenceDate,
        settings: settingsOf(target),
        files: Object.fromEntries(locked.toSorted(([a], [b]) => (a < b ? -1 : 1))),
      },
    ];
  });
  return {
    lock: 1,
    targets: { ...(all ? {} : before.targets), ...Object.fromEntries(targets) },
    states: { ...before.states, [key]: state },
  };
}
