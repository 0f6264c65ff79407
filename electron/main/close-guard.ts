import { BrowserWindow } from "electron";
import type { Backend } from "../backend/create-backend.ts";
import { confirmStop } from "./dialogs.ts";

/** Closing the last window ends the application, and with it what it is doing: so it asks while an export runs. */
export function guardClosing(window: BrowserWindow, backend: Backend): void {
  let decided = false;
  let asking = false;
  window.on("close", (event) => {
    const running = backend.context.jobs.running().length;
    const last = BrowserWindow.getAllWindows().length === 1;
    if (decided || !last || running === 0) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    void confirmStop(window, running).then((stop) => {
      asking = false;
      decided = stop;
      if (stop) window.close();
    });
  });
}
