import { referencedTable, type SchemaModel } from "../../shared/schema/schema-model.ts";
import type { LoadRequest } from "../drivers/driver.ts";

/** What clearing the loaded tables does to tables that are not loaded, by what the schema says. */
export function clearNotes(model: SchemaModel, { tables, clear }: LoadRequest): readonly string[] {
  if (clear === "keep") return [];
  const gone = new Set(tables.map(({ table }) => table.id));
  const notes: string[] = [];
  // What is deleted by a cascade cascades in turn: a set yields what is added to it while it is walked.
  for (const id of gone) {
    for (const other of model.tables) {
      for (const key of other.foreignKeys) {
        if (gone.has(other.id) || referencedTable(model, key)?.id !== id) continue;
        if (key.onDelete === "CASCADE") {
          gone.add(other.id);
          notes.push(`Rows of ${other.id} that reference ${id} are deleted too: their key says ON DELETE CASCADE.`);
        } else if (key.onDelete === "SET NULL" || key.onDelete === "SET DEFAULT") {
          notes.push(
            `Rows of ${other.id} that reference ${id} lose the reference: their key says ON DELETE ${key.onDelete}.`,
          );
        }
      }
    }
  }
  return notes;
}
