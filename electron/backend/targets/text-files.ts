import { SeedloomError } from "../../../shared/base/errors.ts";
import type { CodeTarget, KitTarget } from "../../../shared/project/project.ts";
import { targetKind } from "../../../shared/project/target-names.ts";
import type { ExportSession } from "../exports.ts";

/** A file of a code or kit target. `path` is relative to the folder of the target. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** The files that a code or kit target gives: a function of the project alone. */
export async function textFiles(_session: ExportSession, target: CodeTarget | KitTarget): Promise<readonly TextFile[]> {
  throw new SeedloomError("usage", `This version cannot write ${targetKind(target)}.`);
}
