import type { TargetFile } from "../../../shared/api/target-views.ts";

/** A line of the tree. `level` is 1-based. */
export type FileRow =
  | {
      readonly kind: "folder";
      readonly path: string;
      readonly label: string;
      readonly level: number;
      readonly open: boolean;
    }
  | {
      readonly kind: "file";
      readonly path: string;
      readonly label: string;
      readonly level: number;
      readonly file: TargetFile;
    }
  /** Unchanged files of a folder that others have changed in. */
  | {
      readonly kind: "more";
      readonly path: string;
      readonly label: string;
      readonly level: number;
      readonly count: number;
    };

interface Folder {
  readonly path: string;
  readonly folders: Map<string, Folder>;
  readonly files: TargetFile[];
}

/** So many unchanged files beside changed ones are shown as one line. */
const folded = 5;

/**
 * The files as a tree, from the top. `turned` has the paths whose folding the user turned round: folders begin open, unchanged files
 * beside changed ones folded. A folder that holds nothing but a folder shares its line.
 */
export function fileRows(files: readonly TargetFile[], turned: ReadonlySet<string>): readonly FileRow[] {
  const root: Folder = { path: "", folders: new Map(), files: [] };
  for (const file of files) {
    const names = file.path.split("/");
    let at = root;
    for (const name of names.slice(0, -1)) {
      const path = at.path === "" ? name : `${at.path}/${name}`;
      const next = at.folders.get(name) ?? { path, folders: new Map(), files: [] };
      at.folders.set(name, next);
      at = next;
    }
    at.files.push(file);
  }
  return rowsOf(root, 1, turned);
}

function rowsOf(folder: Folder, level: number, turned: ReadonlySet<string>): readonly FileRow[] {
  const rows: FileRow[] = [];
  for (const [name, inner] of folder.folders) {
    let [label, at] = [name, inner];
    for (let only = onlyFolder(at); only !== undefined; only = onlyFolder(at)) {
      label += `/${only[0]}`;
      at = only[1];
    }
    const open = !turned.has(at.path);
    rows.push({ kind: "folder", path: at.path, label, level, open });
    if (open) rows.push(...rowsOf(at, level + 1, turned));
  }
  const same = folder.files.filter(({ change }) => change === "unchanged");
  const morePath = `${folder.path}/*`;
  const fold = same.length >= folded && same.length < folder.files.length && !turned.has(morePath);
  for (const file of folder.files) {
    if (fold && file.change === "unchanged") continue;
    rows.push({ kind: "file", path: file.path, label: file.path.slice(file.path.lastIndexOf("/") + 1), level, file });
  }
  if (fold) rows.push({ kind: "more", path: morePath, label: `${same.length} unchanged`, level, count: same.length });
  return rows;
}

function onlyFolder({ folders, files }: Folder): [string, Folder] | undefined {
  const [only] = folders;
  return files.length === 0 && folders.size === 1 ? only : undefined;
}
