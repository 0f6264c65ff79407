import { BrowserWindow, dialog, type MessageBoxSyncOptions } from "electron";
import type { BackendContext } from "../backend/services.ts";

const question = { type: "question", defaultId: 0, cancelId: 0, noLink: true } as const;

const exporting: MessageBoxSyncOptions = {
  ...question,
  message: "An export is running.",
  detail: "If it is stopped, the files that were there before stay as they were.",
  buttons: ["Go on exporting", "Stop and close"],
};
const unsaved: MessageBoxSyncOptions = {
  ...question,
  message: "This project has edits that are not saved.",
  detail: "Closing the window loses them.",
  buttons: ["Keep open", "Close without saving"],
};

/** The page knows what would be lost and asks to stay; a browser would put the question to the user, Electron leaves it to us. */
export function guardClosing(window: BrowserWindow, { jobs }: BackendContext): void {
  window.webContents.on("will-prevent-unload", (event) => {
    // Jobs go on as long as there is any window.
    const last = BrowserWindow.getAllWindows().length === 1;
    const options = last && jobs.running().length > 0 ? exporting : unsaved;
    const close = dialog.showMessageBoxSync(window, options) === 1;
    // To prevent the prevention is to close.
    if (close) event.preventDefault();
  });
}
