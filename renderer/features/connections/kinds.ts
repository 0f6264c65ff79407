import { IconDatabase, IconFile, IconFileTypeSql, IconServer, IconTable, type TablerIcon } from "@tabler/icons-react";
import type { ConnectionView, DriverView } from "../../../shared/api/load-views.ts";

/** What the dialog's list offers: kept connections, kinds of database, and files that are schemas without one. */
export type Choice =
  | { readonly kind: "kept"; readonly connection: ConnectionView }
  | { readonly kind: "driver"; readonly driver: DriverView }
  | { readonly kind: "script" }
  | { readonly kind: "data" };

/** Names a choice among all others. */
export const choiceKey = (choice: Choice): string =>
  choice.kind === "kept"
    ? `kept ${choice.connection.id}`
    : choice.kind === "driver"
      ? `driver ${choice.driver.id}`
      : choice.kind;

/** A database in a file, or behind a server. */
const isFileBased = ({ fields }: DriverView): boolean => fields.some(({ name }) => name === "file");

export function choiceIcon(choice: Choice): TablerIcon {
  if (choice.kind === "script") return IconFileTypeSql;
  if (choice.kind === "data") return IconTable;
  if (choice.kind === "kept") return IconDatabase;
  return isFileBased(choice.driver) ? IconFile : IconServer;
}

export function choiceWords(choice: Choice, drivers: readonly DriverView[]): readonly [name: string, note: string] {
  switch (choice.kind) {
    case "kept": {
      const { label, engine } = choice.connection;
      return [label, drivers.find(({ id }) => id === engine)?.label ?? engine];
    }
    case "driver":
      return [choice.driver.label, isFileBased(choice.driver) ? "A database file" : "A server"];
    case "script":
      return ["SQL script", "Dumps, CREATE TABLE"];
    case "data":
      return ["Data files", "CSV, JSON, NDJSON, Parquet"];
  }
}
