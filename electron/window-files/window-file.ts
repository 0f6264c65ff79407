import { readFile, realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";

export interface WindowFile {
  readonly type: string;
  readonly body: Buffer<ArrayBuffer>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

/**
 * The file of the built window that a URL's path names, or undefined: for what is not there, and for every way out of the folder
 * (`..`, encoded or not, an absolute path, a symbolic link).
 */
export async function windowFile(folder: string, urlPath: string): Promise<WindowFile | undefined> {
  const parts = safeParts(urlPath);
  if (parts === undefined) return undefined;
  const type = types[extname(parts.at(-1) ?? "")];
  if (type === undefined) return undefined;
  try {
    const root = await realpath(folder);
    const wanted = join(root, ...parts);
    // A link anywhere on the way gives another real path, even one that points inside.
    if ((await realpath(wanted)) !== wanted || !wanted.startsWith(root + sep)) return undefined;
    if (!(await stat(wanted)).isFile()) return undefined;
    return { type, body: await readFile(wanted) };
  } catch {
    return undefined;
  }
}

/** The path's segments, if each is a plain name. "/" is index.html. */
function safeParts(urlPath: string): readonly string[] | undefined {
  if (urlPath === "/" || urlPath === "") return ["index.html"];
  if (!urlPath.startsWith("/")) return undefined;
  const parts = urlPath.slice(1).split("/");
  // The build writes only such names, so nothing needs decoding: a percent sign is an attempt.
  return parts.every((part) => /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/.test(part)) ? parts : undefined;
}
