import { BrowserWindow, dialog, shell, type OpenDialogOptions } from "electron";
import type { HostCapabilities } from "../backend/host.ts";
import { openExternally } from "./navigation.ts";

/** What the desktop does for the backend: the system's own dialogs, its file manager, its browser. */
export const desktopHost: HostCapabilities = {
  kind: "electron",
  nativeDialogs: true,
  pickDatabase: () =>
    pick({
      title: "Open a database",
      properties: ["openFile"],
      filters: [
        { name: "SQLite databases", extensions: ["sqlite", "sqlite3", "db", "db3"] },
        { name: "All files", extensions: ["*"] },
      ],
    }),
  pickFolder: () => pick({ title: "Choose a folder", properties: ["openDirectory", "createDirectory"] }),
  reveal: async (path) => shell.showItemInFolder(path),
  openExternal: openExternally,
};

async function pick(options: OpenDialogOptions): Promise<string | null> {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const { filePaths } = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return filePaths[0] ?? null;
}
