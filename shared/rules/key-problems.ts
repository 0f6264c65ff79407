import type { Design } from "./design.ts";
import type { ProposedKey } from "./keys/proposed-key.ts";
import type { Fix, Problem } from "./problem.ts";
import { proposedKeys } from "./undeclared-parent.ts";
import { brokenKey } from "./virtual-keys.ts";

/** The edit that makes a proposal a key of the project. */
const addKey = ({ table, columns, referencedTable, referencedColumns }: ProposedKey) =>
  ({
    kind: "add-key",
    table,
    key: { columns, to: referencedTable, key: referencedColumns },
  }) as const;

/** Keys of the project that cannot be kept, and keys that it might want: likely ones, in columns whose rule nobody has set. */
export function keyProblems(design: Design): readonly Problem[] {
  return [...broken(design), ...undeclared(design)];
}

function broken({ model, project }: Design): readonly Problem[] {
  return Object.entries(project.tables).flatMap(([table, { references = [] }]) =>
    references.flatMap((key): readonly Problem[] => {
      // The design's model has this key in it already, where it can be kept.
      const bare = {
        ...model,
        tables: model.tables.map((one) => ({
          ...one,
          foreignKeys: one.foreignKeys.filter(({ virtual }) => virtual !== true),
        })),
      };
      const message = brokenKey(bare, table, key);
      if (message === undefined) return [];
      const fix: Fix = { label: "Remove the key", edit: { kind: "remove-key", table, columns: key.columns } };
      return [{ severity: "warning", code: "broken-key", table, column: key.columns[0] ?? "", message, fixes: [fix] }];
    }),
  );
}

function undeclared(design: Design): readonly Problem[] {
  const open = proposedKeys(design.model).filter((key) => key.confidence !== "low" && !isDecided(design, key));
  return open.map((key): Problem => {
    const [column = ""] = key.columns;
    const target = `${key.referencedTable} (${key.referencedColumns.join(", ")})`;
    const all = open.filter(({ confidence }) => confidence === "high");
    const label = `Add all ${all.length} likely keys`;
    return {
      severity: "warning",
      code: "undeclared-key",
      table: key.table,
      column,
      message: `${key.table}.${key.columns.join(", ")} looks like a key to ${target}, and the database does not declare one.`,
      confidence: key.confidence,
      explanation: `${key.reason} As a key its values come from ${key.referencedTable} whatever its rule, and row counts, the order of loading and the proof know of it.`,
      fixes: [
        { label: "Add as key", edit: addKey(key) },
        ...(all.length > 1 ? [{ label, edit: { kind: "several", label, edits: all.map(addKey) } } as const] : []),
      ],
    };
  });
}

/** Whoever set the rule of a column, or leaves out its table, has decided what it is. */
function isDecided({ tables }: Design, key: ProposedKey): boolean {
  const designed = tables.get(key.table);
  if (designed === undefined || designed.mode !== "generate" || tables.get(key.referencedTable)?.mode === "skip")
    return true;
  return designed.columns.some(({ column, edited }) => edited && key.columns.includes(column.name));
}
