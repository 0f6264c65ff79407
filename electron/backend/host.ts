import { memorySecrets, type SecretStore } from "./storage/secrets.ts";

/** What a host (Electron, the browser host, the command line) can do for the backend. */
export interface HostCapabilities {
  readonly kind: "electron" | "browser";
  /** Whether the host has dialogs of its own; else the window shows its file browser and the pick calls answer null. */
  readonly nativeDialogs: boolean;
  pickDatabase(): Promise<string | null>;
  /** Any file, such as a certificate; `title` says what for. */
  pickFile(title: string): Promise<string | null>;
  pickFolder(): Promise<string | null>;
  /** Shows a file or folder in the system's file manager. */
  reveal(path: string): Promise<void>;
  /** Opens an https address in the system's browser. */
  openExternal(url: string): Promise<void>;
  /** Where passwords of connections are kept. */
  readonly secrets: SecretStore;
}

/** A host without a desktop: the command line and tests. */
export const bareHost: HostCapabilities = {
  kind: "browser",
  nativeDialogs: false,
  pickDatabase: async () => null,
  pickFile: async () => null,
  pickFolder: async () => null,
  reveal: async () => undefined,
  openExternal: async () => undefined,
  secrets: memorySecrets("Passwords are kept until Seedloom ends."),
};
