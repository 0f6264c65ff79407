import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { app, BrowserWindow, session, type Event } from "electron";
import { createBackend, type Backend } from "../backend/create-backend.ts";
import { openingQuery } from "../window-files/opening-query.ts";
import { registerAppScheme, serveWindow } from "./app-protocol.ts";
import { guardClosing } from "./close-guard.ts";
import { desktopHost } from "./dialogs.ts";
import { attachPipe } from "./ipc-pipe.ts";
import { installMenu } from "./menu.ts";
import { confine, denyPermissions } from "./navigation.ts";
import { createWindow } from "./window.ts";

const out = join(dirname(fileURLToPath(import.meta.url)), "..");
const preload = join(out, "preload", "index.cjs");
const rendererFolder = join(out, "renderer");
/** Words after the program itself, and in a checkout after the folder that Electron was told to run. */
const ownWords = (argv: readonly string[]): readonly string[] => argv.slice(app.isPackaged ? 1 : 2);

app.enableSandbox();
registerAppScheme();

if (app.requestSingleInstanceLock()) {
  run().catch(() => app.exit(3));
} else {
  app.quit();
}

async function run(): Promise<void> {
  // macOS names a file before the application is ready.
  let asked: readonly string[] = ownWords(process.argv);
  const listenEarly = (event: Event, path: string): void => {
    event.preventDefault();
    asked = [path];
  };
  app.on("open-file", listenEarly);
  app.on("web-contents-created", (_event, contents) => confine(contents));

  await app.whenReady();
  denyPermissions(session.defaultSession);
  serveWindow(session.defaultSession, rendererFolder);
  const backend = createBackend({ host: desktopHost });
  const open = (query: string): void => openWindow(backend, query);
  app.off("open-file", listenEarly);
  listen(backend, open);
  installMenu(() => open(""));
  open(openingQuery(asked, process.cwd()));
  // Whoever started this process from a terminal wants to know that it came up.
  process.send?.("ready");
}

function openWindow(backend: Backend, query: string): void {
  const window = createWindow(preload, query);
  guardClosing(window, backend.context);
  attachPipe(window.webContents, (pipe) => backend.serve(pipe));
}

function listen(backend: Backend, open: (query: string) => void): void {
  app.on("open-file", (event, path) => {
    event.preventDefault();
    open(openingQuery([path], "/"));
  });
  app.on("second-instance", (_event, argv, workingFolder) => {
    const query = openingQuery(ownWords(argv), workingFolder);
    const [window] = BrowserWindow.getAllWindows();
    if (query !== "" || window === undefined) return open(query);
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on("activate", () => {
    if (BrowserWindow.getAllWindows().length === 0) open("");
  });
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin") app.quit();
  });
  let closed = false;
  app.on("will-quit", (event) => {
    if (closed) return;
    event.preventDefault();
    closed = true;
    // Workers are stopped and unfinished files removed before the process goes.
    void backend.close().finally(() => app.quit());
  });
}
