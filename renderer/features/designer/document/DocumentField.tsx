import { IconPencil } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { exampleTree, isEmptyTree } from "../../../../shared/generators/tree/example-tree.ts";
import { treeOfSchema } from "../../../../shared/generators/tree/json-schema.ts";
import type { FieldPlace } from "../logic/inside.ts";
import { useCatalogue } from "../queries.ts";
import { DocumentDialog } from "./DocumentDialog.tsx";
import { linesOf, type PartPath } from "./part-edits.ts";
import { readPart } from "./part.ts";
import { PartLabel } from "./PartLabel.tsx";

export interface DocumentFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  /** Elements and attributes instead of fields. */
  readonly markup: boolean;
  readonly place: FieldPlace;
  readonly onChange: (tree: unknown, gesture?: string) => void;
}

/** The lines that the inspector shows; the dialog has all of them. */
const shown = 12;

/** A document's shape in outline; a line, or the button, opens it for editing. */
export function DocumentField(props: DocumentFieldProps): ReactNode {
  const { id, label, place, value } = props;
  const [open, setOpen] = useState<PartPath | null>(null);
  const { byId } = useCatalogue();
  const tree = treeInForce(value, place.rule.params["schema"]);
  const root = readPart(tree, byId);
  const lines = root ? linesOf(root).slice(1) : [];
  return (
    <div className="df" role="group" aria-label={label} id={id}>
      {lines.length === 0 ? null : (
        <ul className="df-lines">
          {lines.slice(0, shown).map((line) => (
            <li key={line.path.join(".")}>
              <button type="button" className="df-line" onClick={() => setOpen(line.path)}>
                <PartLabel line={line} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {lines.length > shown ? <p className="xs t3 df-more">and {lines.length - shown} more</p> : null}
      <button type="button" className="btn btn-sm" onClick={() => setOpen([])}>
        <IconPencil className="i i-sm" stroke={1.5} aria-hidden="true" />
        Edit document…
      </button>
      {open ? (
        // Keys in the dialog are not the inspector's, which Escape closes where it is a drawer.
        <div role="presentation" onKeyDown={(event) => event.stopPropagation()}>
          <DocumentDialog {...props} tree={tree} start={open} onClose={() => setOpen(null)} />
        </div>
      ) : null}
    </div>
  );
}

/** What the documents are made by: what is written, else what the schema says, else the example. */
function treeInForce(value: unknown, schema: unknown): unknown {
  if (value !== undefined && !isEmptyTree(value)) return value;
  if (schema === undefined || isEmptyTree(schema)) return exampleTree;
  try {
    return treeOfSchema(schema);
  } catch {
    // The problem at the column says what is wrong with the schema, and where.
    return exampleTree;
  }
}
