/** The sites that the window links to. A link to any other is not opened, whoever wrote it. */
const sites: ReadonlySet<string> = new Set(["github.com", "www.sqlite.org", "fakerjs.dev", "yaml.org"]);

/** Whether the system may be asked to open an address: https to a listed site, or a plain mail address. */
export function mayOpenExternally(address: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  // What the parser had to repair (spaces, tabs, backslashes) is not what its writer showed.
  if (/[\s\\\p{Cc}]/u.test(address)) return false;
  if (url.protocol === "mailto:") return /^mailto:[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(address);
  return (
    url.protocol === "https:" &&
    url.username === "" &&
    url.password === "" &&
    url.port === "" &&
    sites.has(url.hostname)
  );
}
