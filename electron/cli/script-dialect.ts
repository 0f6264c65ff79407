import { Option } from "commander";

/** The option that says what a script is written in, where telling it by itself goes wrong. */
export const dialectOption = (): Option =>
  new Option("--dialect <name>", "the dialect of a script").choices(["postgresql", "mysql", "sqlite"]);

/** A script's path with its dialect, as a project's `source:` has it. */
export const withDialect = (source: string, dialect: string | undefined): string =>
  dialect === undefined ? source : `${source.replace(/\?dialect=\w+$/, "")}?dialect=${dialect}`;

/** What a source may be, in the words of the help. */
export const sourceHelp =
  "postgresql://, mysql://, a SQLite file, a script (.sql), or data files (CSV, JSON, NDJSON, Parquet, or a folder of them); ${NAME} stands for a variable";
