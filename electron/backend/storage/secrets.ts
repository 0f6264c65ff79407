/** Where a host keeps passwords. Names are ours; values are read back only to make a connection. */
export interface SecretStore {
  /** Whether secrets outlive this process, and in a sentence why not. */
  state(): Promise<{ readonly lasting: boolean; readonly message?: string }>;
  get(name: string): Promise<string | undefined>;
  set(name: string, secret: string): Promise<void>;
  delete(name: string): Promise<void>;
}

/** Keeps secrets in the memory of this process. `message` says why it is no better. */
export function memorySecrets(message: string): SecretStore {
  const secrets = new Map<string, string>();
  return {
    state: async () => ({ lasting: false, message }),
    get: async (name) => secrets.get(name),
    set: async (name, secret) => {
      secrets.set(name, secret);
    },
    delete: async (name) => {
      secrets.delete(name);
    },
  };
}
