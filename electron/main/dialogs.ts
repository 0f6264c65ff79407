import { BrowserWindow, dialog, shell, type OpenDialogOptions } from "electron";
import type { HostCapabilities } from "../backend/host.ts";
import { defaultDataFolder } from "../backend/storage/data-folder.ts";
import { openExternally } from "./navigation.ts";
import { keychainSecrets } from "./secret-store.ts";

/** What the desktop does for the backend: the system's own dialogs, its file manager, its browser. */
export const desktopHost: HostCapabilities = {
  kind: "electron",
  nativeDialogs: true,
  pickDatabase: () =>
    pick({
      title: "Open a file",
      properties: ["openFile"],
      filters: [
        {
          name: "Databases, scripts and data files",
          extensions: ["sqlite", "sqlite3", "db", "db3", "sql", "csv", "tsv", "json", "ndjson", "jsonl", "parquet"],
        },
        { name: "SQLite databases", extensions: ["sqlite", "sqlite3", "db", "db3"] },
        { name: "SQL scripts", extensions: ["sql"] },
        { name: "Data files", extensions: ["csv", "tsv", "json", "ndjson", "jsonl", "parquet"] },
        { name: "All files", extensions: ["*"] },
      ],
    }),
  pickFile: (title) => pick({ title, properties: ["openFile", "showHiddenFiles"] }),
  pickFolder: () => pick({ title: "Choose a folder", properties: ["openDirectory", "createDirectory"] }),
  reveal: async (path) => shell.showItemInFolder(path),
  openExternal: openExternally,
  secrets: keychainSecrets(defaultDataFolder()),
};

async function pick(options: OpenDialogOptions): Promise<string | null> {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const { filePaths } = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return filePaths[0] ?? null;
}
