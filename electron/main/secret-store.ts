import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { safeStorage } from "electron";
import { z } from "zod";
import { memorySecrets, type SecretStore } from "../backend/storage/secrets.ts";
import { writeFileAtomic } from "../sinks/write-file-atomic.ts";

const fileSchema = z.record(z.string(), z.string());

/**
 * Passwords, encrypted with a key of the system's keychain, in one file of the data folder. Where the system offers none, or
 * Electron would fall back to a password that everybody knows, they are kept in memory only.
 */
export function keychainSecrets(dataFolder: string): SecretStore {
  const file = join(dataFolder, "secrets.json");
  const memory = memorySecrets(
    "This system has no keychain that Seedloom can use, so passwords are kept until Seedloom ends.",
  );
  let last: Promise<unknown> = Promise.resolve();
  let usable: Promise<boolean> | undefined;
  const lasting = (): Promise<boolean> => (usable ??= available());

  async function change(edit: (stored: Record<string, string>) => void): Promise<void> {
    const turn = last.then(async () => {
      const stored = await read(file);
      edit(stored);
      await writeFileAtomic(file, `${JSON.stringify(stored, null, 2)}\n`, 0o600);
    });
    last = turn.catch(() => undefined);
    await turn;
  }

  return {
    state: async () => ((await lasting()) ? { lasting: true } : await memory.state()),
    async get(name) {
      if (!(await lasting())) return await memory.get(name);
      const kept = (await read(file))[name];
      if (kept === undefined) return undefined;
      try {
        const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(kept, "base64"));
        if (shouldReEncrypt) await this.set(name, result);
        return result;
      } catch {
        // Another user's keychain, or one that was reset: the password has to be given again.
        return undefined;
      }
    },
    async set(name, secret) {
      if (!(await lasting())) return await memory.set(name, secret);
      const encrypted = (await safeStorage.encryptStringAsync(secret)).toString("base64");
      await change((stored) => {
        stored[name] = encrypted;
      });
    },
    async delete(name) {
      await memory.delete(name);
      if (!Object.hasOwn(await read(file), name)) return;
      await change((stored) => {
        delete stored[name];
      });
    },
  };
}

async function available(): Promise<boolean> {
  if (process.platform === "linux" && safeStorage.getSelectedStorageBackend() === "basic_text") return false;
  return await safeStorage.isAsyncEncryptionAvailable();
}

async function read(file: string): Promise<Record<string, string>> {
  try {
    return fileSchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    // Absent or damaged: passwords are asked for again.
    return {};
  }
}
