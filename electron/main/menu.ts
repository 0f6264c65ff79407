import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from "electron";

/**
 * A command of the window. The menu presses the command's own shortcut in the window: what a command does, and whether it can
 * be done now, is known there alone.
 */
interface WindowCommand {
  readonly label: string;
  readonly key: string;
  readonly shift?: boolean;
}

const fileCommands: readonly WindowCommand[] = [
  { label: "Connect to a database…", key: "O" },
  { label: "Open a file…", key: "I" },
  { label: "Open a project folder…", key: "O", shift: true },
  { label: "Save the project…", key: "S" },
  { label: "Export…", key: "E" },
];
const goCommands: readonly WindowCommand[] = [{ label: "Command palette…", key: "K" }];

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

function item(command: WindowCommand): MenuItemConstructorOptions {
  const accelerator = `CommandOrControl+${command.shift ? "Shift+" : ""}${command.key}`;
  return { label: command.label, accelerator, registerAccelerator: false, click: () => press(command) };
}

function press({ key, shift }: WindowCommand): void {
  const contents = BrowserWindow.getFocusedWindow()?.webContents;
  const modifiers: ("meta" | "control" | "shift")[] = [process.platform === "darwin" ? "meta" : "control"];
  if (shift) modifiers.push("shift");
  contents?.sendInputEvent({ type: "keyDown", keyCode: key, modifiers });
  contents?.sendInputEvent({ type: "keyUp", keyCode: key, modifiers });
}
