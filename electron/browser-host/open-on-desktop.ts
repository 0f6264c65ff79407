import { spawn } from "node:child_process";

const commands: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ["open"],
  // The empty word is the window's title, which start takes from its first quoted argument.
  win32: ["cmd", "/c", "start", ""],
};

/** Asks the system to show an address or a folder. Whether it can is of no matter: both are also said in words. */
export function openOnDesktop(target: string): void {
  const [command, ...rest] = commands[process.platform] ?? ["xdg-open"];
  if (process.platform === "linux" && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"]) return;
  const child = spawn(command, [...rest, target], { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}
