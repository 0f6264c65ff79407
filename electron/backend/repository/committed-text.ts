import { git, GitAbsent } from "./git.ts";

/** A file of `folder` as the last commit has it; undefined where it has none. */
export async function committedText(folder: string, name: string): Promise<string | undefined> {
  try {
    const { code, out } = await git(folder, ["show", `HEAD:./${name}`]);
    return code === 0 ? out : undefined;
  } catch (error) {
    // No git, or no such folder yet.
    if (error instanceof GitAbsent) return undefined;
    throw error;
  }
}
