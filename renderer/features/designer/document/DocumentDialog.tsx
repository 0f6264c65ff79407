import { useState, type ReactNode } from "react";
import { Dialog } from "../../../components/Dialog.tsx";
import { useDraft } from "../../../state/session-store.ts";
import { Segments } from "../components/Segments.tsx";
import { ValueBox } from "../components/ValueBox.tsx";
import type { Parsed } from "../logic/parse-count.ts";
import { useCatalogue } from "../queries.ts";
import type { DocumentFieldProps } from "./DocumentField.tsx";
import { DocumentSample } from "./DocumentSample.tsx";
import { DocumentTree } from "./DocumentTree.tsx";
import { partAt, type PartPath } from "./part-edits.ts";
import { readPart, writePart, type Part } from "./part.ts";
import { PartDetails } from "./PartDetails.tsx";
import { SchemaStart } from "./SchemaStart.tsx";

interface Props extends Omit<DocumentFieldProps, "id" | "value"> {
  /** What the documents are made by now. */
  readonly tree: unknown;
  /** The part that is picked first. */
  readonly start: PartPath;
  readonly onClose: () => void;
}

const views = [
  { value: "form", label: "Form" },
  { value: "code", label: "Code" },
  { value: "schema", label: "From a JSON Schema" },
] as const;
type View = (typeof views)[number]["value"];

/** A document's shape: its parts as a tree with the picked one beside it, or as text; and below a document of the row in view. */
export function DocumentDialog({ label, markup, place, tree, start, onChange, onClose }: Props): ReactNode {
  const { byId } = useCatalogue();
  const draft = useDraft();
  const root = readPart(tree, byId);
  const [view, setView] = useState<View>(root ? "form" : "code");
  const [picked, setPicked] = useState<PartPath>(start);
  const change = (next: Part, path: PartPath = picked, gesture?: string): void => {
    setPicked(path);
    onChange(writePart(next), gesture);
  };
  // Undo may have taken the picked part away.
  const path = root && partAt(root, picked) ? picked : [];
  return (
    <Dialog
      title={`${label} of ${place.table}.${place.column.column.name}`}
      size={920}
      onClose={onClose}
      className="dd"
    >
      <div className="dd-views">
        <Segments label="View" value={view} options={views} onChange={setView} />
      </div>
      {view === "form" && root ? (
        <div className="dd-form">
          <DocumentTree root={root} picked={path} onPick={setPicked} onChange={change} byId={byId} />
          <PartDetails
            // Another part starts its fields anew; a renamed one stays as it is.
            key={path.join(".")}
            root={root}
            path={path}
            markup={markup}
            place={place}
            project={draft}
            onChange={(next, gesture) => change(next, path, gesture)}
          />
        </div>
      ) : null}
      {view === "form" && !root ? (
        <p className="sm t2">This document says what the form does not show. Its text can be edited.</p>
      ) : null}
      {view === "code" ? (
        <ValueBox
          label={`${label}, as text`}
          text={JSON.stringify(tree, null, 2)}
          lines={18}
          mono
          parse={parseTree}
          onCommit={(next, gesture) => onChange(next, gesture)}
        />
      ) : null}
      {view === "schema" ? (
        <SchemaStart
          onTree={(next) => {
            onChange(next);
            setPicked([]);
            setView("form");
          }}
        />
      ) : null}
      {view === "schema" ? null : <DocumentSample place={place} tree={tree} markup={markup} />}
    </Dialog>
  );
}

function parseTree(text: string): Parsed<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { ok: false, cause: error instanceof Error ? `Not JSON: ${error.message}` : "Not JSON" };
  }
}
