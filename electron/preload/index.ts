import { contextBridge, ipcRenderer } from "electron";

// One text pipe and nothing else: whatever the window may ask for is decided behind it. It must never grow.
const frame = "seedloom:frame";
const closed = "seedloom:closed";

contextBridge.exposeInMainWorld(
  "seedloom",
  Object.freeze({
    host: "electron",
    send: (text: string): void => ipcRenderer.send(frame, text),
    // Only the text is handed on: an event object would hand on its sender.
    onMessage: (listener: (text: string) => void): void =>
      void ipcRenderer.on(frame, (_event, text) => listener(String(text))),
    onClose: (listener: () => void): void => void ipcRenderer.on(closed, () => listener()),
  }),
);
