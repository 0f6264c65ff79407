import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** Where Seedloom keeps what belongs to this user and to no project: recent projects and the sample's database. */
export function defaultDataFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
  home: string = homedir(),
): string {
  const own = environment["SEEDLOOM_HOME"];
  if (own) return resolve(own);
  switch (platform) {
    case "win32":
      return join(environment["APPDATA"] ?? join(home, "AppData", "Roaming"), "Seedloom");
    case "darwin":
      return join(home, "Library", "Application Support", "Seedloom");
    default:
      return join(environment["XDG_CONFIG_HOME"] || join(home, ".config"), "seedloom");
  }
}
