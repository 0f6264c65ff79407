/** The way from a folder to a file in it, with slashes; undefined for one that lies elsewhere. */
export function pathWithin(folder: string, path: string): string | undefined {
  const parts = (text: string): readonly string[] => text.split(/[\\/]/).filter((part) => part !== "" && part !== ".");
  const [above, way] = [parts(folder), parts(path)];
  const inside = above.every((part, k) => part === way[k]) && way.length > above.length && !way.includes("..");
  return inside ? way.slice(above.length).join("/") : undefined;
}
