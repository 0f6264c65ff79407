import { open, rename } from "node:fs/promises";

const busy = new Set(["EPERM", "EACCES", "EBUSY"]);

/** Renames over `target`. On Windows a scanner or an editor may hold the file for a moment: waits for it up to a second. */
export async function replaceFile(temporary: string, target: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await rename(temporary, target);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      if (process.platform !== "win32" || attempt === 10 || !busy.has(code)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
    }
  }
}

/** Makes renames in `folder` last through a power cut. Windows cannot open folders and does not need it. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } catch {
    // Some file systems (network shares) refuse to sync a folder; the rename itself has been done.
  } finally {
    await handle.close();
  }
}
