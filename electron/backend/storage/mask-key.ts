import { randomBytes, scrypt } from "node:crypto";
import { SeedloomError } from "../../../shared/base/errors.ts";

/** The variable of the environment that holds the key, for the command line and CI. */
export const maskKeyVariable = "SEEDLOOM_KEY";

/** Shorter ones can be guessed. */
const leastCharacters = 16;

/** A new key that nobody can guess: 256 random bits, as text. */
export const newMaskKey = (): string => randomBytes(32).toString("base64url");

/**
 * The root of all keys of a run, from the key as it is kept: 32 bytes by scrypt (RFC 7914; N = 2^15, r = 8, p = 1, a fixed
 * salt, since the same key must give the same pseudonyms everywhere). It takes about a tenth of a second and 32 MB, so that
 * a key that a person thought of cannot be tried out quickly. Throws a SeedloomError where the key is too short.
 */
export async function maskRoot(key: string): Promise<Uint8Array> {
  const text = key.trim().normalize("NFC");
  if ([...text].length < leastCharacters) {
    throw new SeedloomError(
      "secret-wrong",
      `The key is too short: it needs ${leastCharacters} characters at least.`,
      "`seedloom key` makes one that nobody can guess.",
    );
  }
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const cost = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
  scrypt(text, "seedloom mask root v1", 32, cost, (error, root) =>
    error === null ? resolve(new Uint8Array(root)) : reject(error),
  );
  return await promise;
}

/** The root from the environment; undefined where no key is set. */
export async function maskRootOf(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Uint8Array | undefined> {
  const key = environment[maskKeyVariable];
  return key === undefined || key === "" ? undefined : await maskRoot(key);
}
