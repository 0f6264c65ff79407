import { spawn } from "node:child_process";

const commands: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ["open"],
  // The empty word is the window's title, which start takes from its first quoted argument.
  win32: ["cmd", "/c", "start", ""],
  linux: ["xdg-open"],
};

/** Asks the system to show an address. Whether it can is of no matter: the address is printed too. */
export function openBrowser(url: string): void {
  const [command, ...rest] = commands[process.platform] ?? ["xdg-open"];
  if (process.platform === "linux" && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"]) return;
  const child = spawn(command, [...rest, url], { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}
