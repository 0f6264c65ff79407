import { useId, useRef, useState, type ReactNode } from "react";
import { treeOfSchema } from "../../../../shared/generators/tree/json-schema.ts";
import { TreeFault } from "../../../../shared/generators/tree/tree-node.ts";

/** Takes a JSON Schema, pasted or from a file, as the start of a document. */
export function SchemaStart({ onTree }: { readonly onTree: (tree: unknown) => void }): ReactNode {
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const take = (): void => {
    const read = readSchema(text);
    setFault("fault" in read ? read.fault : null);
    if ("tree" in read) onTree(read.tree);
  };
  return (
    <div className="dd-schema">
      <label className="lbl" htmlFor={id}>
        JSON Schema, draft 2020-12
      </label>
      <span className={fault === null ? "field vb-field vb-lines" : "field vb-field vb-lines is-invalid"}>
        <textarea
          id={id}
          className="vb-input mono"
          rows={16}
          value={text}
          spellCheck={false}
          placeholder={
            '{ "type": "object", "required": ["id"], "properties": { "id": { "type": "string", "format": "uuid" } } }'
          }
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : `${id}-fault`}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setFault(null);
          }}
        />
      </span>
      {fault === null ? null : (
        <span id={`${id}-fault`} role="alert" className="vb-cause">
          {fault}
        </span>
      )}
      <div className="dialog-foot">
        <input
          ref={file}
          type="file"
          accept=".json,.schema,application/json,application/schema+json"
          hidden
          aria-label="A file with a JSON Schema"
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            event.currentTarget.value = "";
            void chosen?.text().then((content) => {
              setText(content);
              setFault(null);
            });
          }}
        />
        <button type="button" className="btn" onClick={() => file.current?.click()}>
          Choose a file…
        </button>
        <span className="grow t3 sm">It takes the place of the document that is there. Undo brings that back.</span>
        <button type="button" className="btn btn-primary" disabled={text.trim() === ""} onClick={take}>
          Start from this schema
        </button>
      </div>
    </div>
  );
}

/** The tree of a schema's text, or what is wrong with it and where. */
export function readSchema(text: string): { readonly tree: unknown } | { readonly fault: string } {
  let schema: unknown;
  try {
    schema = JSON.parse(text);
  } catch (error) {
    return { fault: `This is not JSON: ${error instanceof Error ? error.message : ""}` };
  }
  try {
    return { tree: treeOfSchema(schema) };
  } catch (error) {
    if (!(error instanceof TreeFault)) throw error;
    return { fault: `The schema ${error.at === "" ? "" : `at ${error.at} `}${error.message}.` };
  }
}
