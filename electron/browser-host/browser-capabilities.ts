import type { HostCapabilities } from "../backend/host.ts";
import { openOnDesktop } from "./open-on-desktop.ts";

/** What the browser host does for the backend: the window's own file browser stands in for dialogs. */
export const browserCapabilities: HostCapabilities = {
  kind: "browser",
  nativeDialogs: false,
  pickDatabase: async () => null,
  pickFolder: async () => null,
  reveal: async (path) => openOnDesktop(path),
  // A browser opens its links itself.
  openExternal: async () => undefined,
};
