/** A file of a run that is complete, before it takes its place. */
export interface FinishedFile {
  /** Relative to the folder. */
  readonly path: string;
  readonly bytes: number;
  /** Of all bytes, hexadecimal. */
  readonly sha256: string;
  /** Against the file that stands there. */
  readonly change: "added" | "changed" | "unchanged";
}

export interface OutputFile {
  /**
   * Takes bytes that stand behind those before. With `done`, which is called once nobody reads the bytes any more, only waits until more
   * may come.
   */
  write(bytes: Uint8Array, done?: () => void): Promise<void>;
  /** No more bytes come: compares with the file that stands there. */
  finish(): Promise<FinishedFile>;
}

/** Where the files of one run go. */
export interface OutputSet {
  readonly folder: string;
  prepare(): Promise<void>;
  /** What is free where the files go; undefined where nothing is written, or nobody knows. */
  freeBytes?(): Promise<number | undefined>;
  /** `path` is relative to the folder; folders in it are made. */
  open(path: string): Promise<OutputFile>;
  /** The file at `path`, which stood there, is to be gone with the commit. */
  remove(path: string): void;
  /** Puts all finished files in their places. */
  commit(): Promise<void>;
  /** Leaves everything as it was. */
  discard(): Promise<void>;
}
