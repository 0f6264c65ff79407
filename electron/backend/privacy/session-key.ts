import { createHash } from "node:crypto";
import type { KeyView } from "../../../shared/api/privacy-views.ts";
import { maskKeys } from "../../../shared/keyed/mask-keys.ts";
import { keepFingerprint, projectLock } from "../mask-lock.ts";
import type { Session } from "../sessions/session.ts";
import { maskKeyVariable, maskRoot, newMaskKey } from "../storage/mask-key.ts";
import type { SecretStore } from "../storage/secrets.ts";

/** Where a project is, and where its rows come from: what its key is kept under. */
export type KeyedProject = Pick<Session, "folder" | "source">;

/** A key at hand, and where it comes from. */
interface Found {
  readonly root: Uint8Array;
  readonly from: NonNullable<KeyView["from"]>;
}

/**
 * The keys of the open projects: of the environment, where SEEDLOOM_KEY is set, else of the host's secret store, under the
 * project's folder, or under its source before it is saved. No answer has a key in it but the one that makes a new one.
 */
export class SessionKeys {
  readonly #secrets: SecretStore;
  /** Roots by what they were made of: a root takes a tenth of a second. Never written anywhere. */
  readonly #roots = new Map<string, Promise<Uint8Array>>();

  constructor(secrets: SecretStore) {
    this.#secrets = secrets;
  }

  /** A new key, kept nowhere yet: whoever asked for it copies it, and sets it. */
  make(): string {
    return newMaskKey();
  }

  /** Keeps a key for a project. Throws "secret-wrong" where it is too short. */
  async set(session: KeyedProject, key: string): Promise<void> {
    await this.#root(key);
    await this.#secrets.set(nameOf(session.folder ?? session.source.path), key.trim());
  }

  async forget(session: KeyedProject): Promise<void> {
    for (const place of placesOf(session)) await this.#secrets.delete(nameOf(place));
  }

  /** The root of the project's key; undefined where there is none. Throws "secret-wrong" where it is too short. */
  async root(session: KeyedProject): Promise<Uint8Array | undefined> {
    return (await this.#find(session))?.root;
  }

  /** The root of the key, where it is the one that masked this project before, or none has. */
  async view(session: KeyedProject): Promise<KeyView> {
    const found = await this.#find(session);
    const expected = (await lockOf(session))?.versions.maskKey;
    const { lasting, message } = await this.#secrets.state();
    const keptWhere = lasting
      ? "It is kept in this system's keychain."
      : (message ?? "It is kept until Seedloom ends.").replace("passwords are", "the key is");
    const known = expected === undefined ? {} : { expected };
    if (found === undefined) return { state: "missing", ...known, keptWhere };
    const { fingerprint } = maskKeys(found.root);
    return {
      state: expected === undefined || expected === fingerprint ? "set" : "other",
      from: found.from,
      fingerprint,
      ...known,
      keptWhere,
    };
  }

  /** Takes the present key for the project's own, whatever masked it before: all pseudonyms become others. */
  async accept(session: KeyedProject): Promise<void> {
    const root = await this.root(session);
    const { folder } = session;
    if (root === undefined || folder === undefined) return;
    await keepFingerprint(folder, await projectLock(folder), root);
  }

  async #find(session: KeyedProject): Promise<Found | undefined> {
    const environment = process.env[maskKeyVariable];
    if (environment) return { root: await this.#root(environment), from: "environment" };
    for (const place of placesOf(session)) {
      const key = await this.#secrets.get(nameOf(place));
      if (key === undefined) continue;
      const { lasting } = await this.#secrets.state();
      return { root: await this.#root(key), from: lasting ? "store" : "memory" };
    }
    return undefined;
  }

  #root(key: string): Promise<Uint8Array> {
    const known = this.#roots.get(key);
    if (known !== undefined) return known;
    const made = maskRoot(key);
    this.#roots.set(key, made);
    made.catch(() => this.#roots.delete(key));
    return made;
  }
}

const placesOf = ({ folder, source }: KeyedProject): readonly string[] => [
  ...(folder === undefined ? [] : [folder]),
  source.path,
];

/** A place may be an address with a password in it, so the store's name for it tells nothing. */
const nameOf = (place: string): string => `mask-key-${createHash("sha256").update(place).digest("hex").slice(0, 24)}`;

const lockOf = async ({ folder }: KeyedProject) => (folder === undefined ? undefined : await projectLock(folder));
