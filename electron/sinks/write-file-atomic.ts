import { open, rmdir, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { makeFolders } from "./make-folders.ts";
import { replaceFile, syncFolder } from "./replace-file.ts";
import { releaseTemporary, temporaryBeside } from "./temporary-names.ts";
import { writeError } from "./write-error.ts";

/** Replaces a small file so that a reader, or a power cut, meets the old text or the new one, never a part. */
export async function writeFileAtomic(path: string, text: string, mode = 0o666): Promise<void> {
  const temporary = temporaryBeside(path);
  let made: string | undefined;
  try {
    made = await makeFolders(dirname(path));
    const handle = await open(temporary, "wx", mode);
    try {
      await handle.writeFile(text, "utf8");
      await handle.sync();
    } finally {
      await handle.close();
    }
    await replaceFile(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    // A folder that was made for this file only goes again; one that holds anything stays.
    if (made !== undefined) await rmdir(dirname(path)).catch(() => undefined);
    throw await writeError(error, path);
  } finally {
    releaseTemporary(temporary);
  }
}
