import type { HostCapabilities } from "../backend/host.ts";
import { memorySecrets } from "../backend/storage/secrets.ts";
import { openOnDesktop } from "./open-on-desktop.ts";

/** What the browser host does for the backend: the window's own file browser stands in for dialogs. */
export const browserCapabilities: HostCapabilities = {
  kind: "browser",
  nativeDialogs: false,
  pickDatabase: async () => null,
  pickFile: async () => null,
  pickFolder: async () => null,
  reveal: async (path) => openOnDesktop(path),
  // A browser opens its links itself.
  openExternal: async () => undefined,
  // A browser has no way to the system's keychain, and a file of our own would keep nothing secret.
  secrets: memorySecrets("In a browser passwords are kept until Seedloom ends; the desktop application can keep them."),
};
