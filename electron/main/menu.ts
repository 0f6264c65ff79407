import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from "electron";

/**
 * A command of the window. The menu presses the command's own shortcut in the window: what a command does, and whether it can
 * be done now, is known there alone.
 */
interface WindowCommand {
  readonly label: string;
  readonly key: string;
}

const fileCommands: readonly WindowCommand[] = [{ label: "Export…", key: "E" }];
const goCommands: readonly WindowCommand[] = [
  { label: "Command palette…", key: "K" },
  { label: "Go to row…", key: "G" },
];

const separator: MenuItemConstructorOptions = { type: "separator" };

export function installMenu(newWindow: () => void): void {
  const mac = process.platform === "darwin";
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: "appMenu" } as const] : []),
    {
      label: "File",
      submenu: [
        { label: "New window", accelerator: "CommandOrControl+Shift+N", click: newWindow },
        separator,
        ...fileCommands.map(item),
        separator,
        mac ? { role: "close" } : { role: "quit" },
      ],
    },
    { role: "editMenu" },
    {
      label: "View",
      submenu: [
        ...goCommands.map(item),
        separator,
        { role: "resetZoom" },
        { role: "zoomIn" },
        { role: "zoomOut" },
        separator,
        { role: "togglefullscreen" },
        ...(app.isPackaged ? [] : [separator, { role: "reload" } as const, { role: "toggleDevTools" } as const]),
      ],
    },
    { role: "windowMenu" },
    { role: "help", submenu: [{ role: "about" }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function item({ label, key }: WindowCommand): MenuItemConstructorOptions {
  return { label, accelerator: `CommandOrControl+${key}`, registerAccelerator: false, click: () => press(key) };
}

function press(keyCode: string): void {
  const contents = BrowserWindow.getFocusedWindow()?.webContents;
  const modifiers = [process.platform === "darwin" ? ("meta" as const) : ("control" as const)];
  contents?.sendInputEvent({ type: "keyDown", keyCode, modifiers });
  contents?.sendInputEvent({ type: "keyUp", keyCode, modifiers });
}
