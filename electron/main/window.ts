import { BrowserWindow, nativeTheme } from "electron";
import { windowAddress } from "./window-address.ts";

const titleBarHeight = 48;
/** Seen on light and on dark alike, since the window's theme is its own choice. */
const neutral = "#808080";
const transparent = "#00000000";
const chrome = { light: "#f6f6f4", dark: "#16191b" };

/** @param query of the window's address: what it opens at once. */
export function createWindow(preload: string, query: string): BrowserWindow {
  const window = new BrowserWindow({
    name: "main",
    windowStatePersistence: true,
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 640,
    show: false,
    title: "Seedloom",
    backgroundColor: nativeTheme.shouldUseDarkColors ? chrome.dark : chrome.light,
    autoHideMenuBar: true,
    titleBarStyle: "hidden",
    ...(process.platform === "darwin"
      ? { trafficLightPosition: { x: 16, y: 17 } }
      : { titleBarOverlay: { color: transparent, symbolColor: neutral, height: titleBarHeight } }),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  window.once("ready-to-show", () => window.show());
  // A window that was closed while it loaded has nothing to report.
  window.loadURL(`${windowAddress}${query}`).catch(() => undefined);
  return window;
}
