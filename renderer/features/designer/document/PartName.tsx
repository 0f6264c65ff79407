import type { ReactNode } from "react";
import { Labelled } from "../components/Labelled.tsx";
import { ValueBox } from "../components/ValueBox.tsx";
import type { Parsed } from "../logic/parse-count.ts";
import type { Part } from "./part.ts";

interface Props {
  readonly name: string;
  /** The names of all fields beside it. */
  readonly taken: readonly string[];
  readonly part: Part;
  /** Elements and attributes instead of fields. */
  readonly markup: boolean;
  readonly onRename: (name: string, gesture: string) => void;
}

/** What a field of XML is, which its name says: @id is an attribute, #text the element's own text. */
const forms = { element: "Element", attribute: "Attribute", text: "Text of the element" } as const;
type Form = keyof typeof forms;

const ownText = "#text";
const formOf = (name: string): Form => (name === ownText ? "text" : name.startsWith("@") ? "attribute" : "element");

/** A field's name; in XML also whether it is an element, an attribute, or its element's own text. */
export function PartName({ name, taken, part, markup, onRename }: Props): ReactNode {
  const form = markup ? formOf(name) : "element";
  const mark = form === "attribute" ? "@" : "";
  const plain = form === "text" ? "text" : name.slice(mark.length);
  const others = taken.filter((other) => other !== name);
  const become = (next: Form): void => {
    const base = next === "text" ? ownText : next === "attribute" ? `@${plain}` : plain;
    // Another of that name: the next that is free.
    let free = base;
    for (let k = 2; others.includes(free); k++) free = `${base}${k}`;
    if (next !== "text" || free === ownText) onRename(free, `form of ${name}`);
  };
  const plainPart = ["rule", "custom", "column", "value"].includes(part.kind);
  return (
    <>
      {form === "text" ? null : (
        <Labelled label="Name" span>
          {(id) => (
            <span data-part-name>
              <ValueBox
                id={id}
                text={plain}
                parse={(text) => parseName(text, mark, others)}
                onCommit={(text, gesture) => onRename(`${mark}${text}`, gesture)}
              />
            </span>
          )}
        </Labelled>
      )}
      {markup ? (
        <Labelled label="Written as" span>
          {(id) => (
            <select
              id={id}
              className="field vb-select"
              value={form}
              onChange={({ currentTarget: { value } }) => {
                if (value === "element" || value === "attribute" || value === "text") become(value);
              }}
            >
              {(["element", "attribute", "text"] as const).map((one) => (
                // An attribute or a text has no parts.
                <option
                  key={one}
                  value={one}
                  disabled={(one !== "element" && !plainPart) || (one === "text" && others.includes(ownText))}
                >
                  {forms[one]}
                </option>
              ))}
            </select>
          )}
        </Labelled>
      ) : null}
    </>
  );
}

function parseName(text: string, mark: string, others: readonly string[]): Parsed<string> {
  if (text === "") return { ok: false, cause: "A field needs a name" };
  if (text.startsWith("$")) return { ok: false, cause: "A name does not begin with $" };
  return others.includes(`${mark}${text}`)
    ? { ok: false, cause: `There is a field ${text} already` }
    : { ok: true, value: text };
}
