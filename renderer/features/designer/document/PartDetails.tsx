import type { ReactNode } from "react";
import { longestList } from "../../../../shared/generators/tree/tree-node.ts";
import type { Project } from "../../../../shared/project/project.ts";
import { Labelled } from "../components/Labelled.tsx";
import { ShareField } from "../components/ShareField.tsx";
import { ValueBox } from "../components/ValueBox.tsx";
import type { FieldPlace } from "../logic/inside.ts";
import type { Parsed } from "../logic/parse-count.ts";
import { parentPaths } from "../relations/path-options.ts";
import { useCatalogue, useTable } from "../queries.ts";
import { useSession } from "../../../state/session-store.ts";
import {
  asKind,
  changeAt,
  kindOf,
  linesOf,
  partAt,
  partKinds,
  renameAt,
  samePath,
  type PartPath,
} from "./part-edits.ts";
import { parseValue, valueText } from "./fixed-value.ts";
import type { Part } from "./part.ts";
import { PartName } from "./PartName.tsx";
import { RuleField } from "./RuleField.tsx";
import { ruleForName } from "./inner-rules.ts";

interface Props {
  readonly root: Part;
  readonly path: PartPath;
  readonly markup: boolean;
  readonly place: FieldPlace;
  readonly project: Project | null;
  readonly onChange: (root: Part, gesture?: string) => void;
}

const kindNames = {
  rule: "Rule",
  column: "Column of the row",
  value: "Fixed value",
  object: "Object",
  list: "List",
  one: "One of several",
  items: "Elements one by one",
} as const;
const markupNames = { ...kindNames, object: "Element with parts", list: "Repeated element" } as const;

const noNames: Readonly<Record<string, readonly string[]>> = {};

/** The picked part of a document: its name, what it is, and what that takes. */
export function PartDetails({ root, path, markup, place, onChange }: Props): ReactNode {
  const { byId } = useCatalogue();
  const { data: table } = useTable(place.table);
  const names = useSession((state) => state.view?.columnNames) ?? noNames;
  const part = partAt(root, path);
  const line = linesOf(root).find((one) => samePath(one.path, path));
  if (!part || !line) return null;
  const own = place.column.column.name;
  const columns = (table?.columns ?? []).map(({ column }) => column.name).filter((name) => name !== own);
  const paths = table ? parentPaths(table, names, new Set([own])) : [];
  const set = (next: Part, gesture?: string): void =>
    onChange(
      changeAt(root, path, () => next),
      gesture,
    );
  const holder = partAt(root, path.slice(0, -1));
  const taken = holder?.kind === "object" ? holder.fields.map((field) => field.name) : [];
  const rename = (name: string, gesture: string): void => {
    const renamed = renameAt(root, path, name);
    // What nobody chose a rule for takes the one that its name speaks for.
    const untouched = part.kind === "rule" && sameRule(part, ruleForName(line.name ?? "", "unknown", byId));
    const { share } = part;
    onChange(
      untouched
        ? changeAt(renamed, path, () => ({
            ...ruleForName(name, "unknown", byId),
            ...(share === undefined ? {} : { share }),
          }))
        : renamed,
      gesture,
    );
  };
  const label = markup ? markupNames : kindNames;
  return (
    <div className="dd-part">
      <div className="form2 num">
        {line.name === undefined ? null : (
          <PartName name={line.name} taken={taken} part={part} markup={markup} onRename={rename} />
        )}
        <Labelled label="Is" span={path.length === 0}>
          {(id) => (
            <select
              id={id}
              className="field vb-select"
              value={kindOf(part)}
              onChange={({ currentTarget: { value } }) => {
                const kind = partKinds.find((one) => one === value);
                if (kind) set(asKind(part, kind, ruleForName(line.name ?? "", "unknown", byId), columns[0] ?? ""));
              }}
            >
              {partKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {label[kind]}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        {path.length === 0 ? null : (
          <ShareField
            label="There in"
            help="The share of documents that have it."
            shared={{ mixed: false, value: part.share ?? 1 }}
            onChange={(share, gesture) => {
              const { share: _, ...rest } = part;
              set(share === 1 ? rest : { ...rest, share }, gesture);
            }}
          />
        )}
        {part.kind === "column" ? (
          <Labelled label="Column" span>
            {(id) => (
              <select
                id={id}
                className="field vb-select"
                value={part.column}
                onChange={({ currentTarget: { value } }) => set({ ...part, column: value })}
              >
                {[...new Set([part.column, ...columns, ...paths])].map((name) => (
                  <option key={name} value={name}>
                    {name === "" ? "none" : name}
                  </option>
                ))}
              </select>
            )}
          </Labelled>
        ) : null}
        {part.kind === "value" ? (
          <Labelled
            label="Value"
            span
            help="true, false, null and numbers as they are; in quotes a text of the same signs."
          >
            {(id) => (
              <ValueBox
                id={id}
                text={valueText(part.value)}
                live
                parse={parseValue}
                onCommit={(value, gesture) => set({ ...part, value }, gesture)}
              />
            )}
          </Labelled>
        ) : null}
        {part.kind === "list" ? (
          <>
            <Count
              label="At least"
              value={part.min}
              most={part.max}
              onChange={(min, gesture) => set({ ...part, min }, gesture)}
            />
            <Count
              label="At most"
              value={part.max}
              least={part.min}
              most={longestList}
              onChange={(max, gesture) => set({ ...part, max }, gesture)}
            />
          </>
        ) : null}
      </div>
      {part.kind === "rule" || part.kind === "custom" ? (
        <RuleField
          label={`Rule of ${line.name ?? "the value"}`}
          rule={part}
          name={line.name ?? ""}
          kind="unknown"
          place={place}
          onChange={(rule, gesture) =>
            set({ ...rule, ...(part.share === undefined ? {} : { share: part.share }) }, gesture)
          }
        />
      ) : null}
      {part.kind === "object" || part.kind === "items" || part.kind === "one" ? (
        <p className="sm t3">
          {part.kind === "one" ? "Each document has one of its parts, all as often." : "Add puts another part into it."}
        </p>
      ) : null}
    </div>
  );
}

const sameRule = (left: Part, right: Part): boolean => {
  const { share: _, ...rest } = left;
  return JSON.stringify(rest) === JSON.stringify(right);
};

interface CountProps {
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly most: number;
  readonly onChange: (value: number, gesture: string) => void;
}

function Count({ label, value, least = 0, most, onChange }: CountProps): ReactNode {
  return (
    <Labelled label={label}>
      {(id) => (
        <ValueBox
          id={id}
          text={String(value)}
          live
          parse={(text): Parsed<number> => {
            const count = Number(text);
            if (!/^\d+$/.test(text)) return { ok: false, cause: "A whole number" };
            if (count < least) return { ok: false, cause: `At least ${least}` };
            return count > most ? { ok: false, cause: `At most ${most}` } : { ok: true, value: count };
          }}
          onCommit={onChange}
        />
      )}
    </Labelled>
  );
}
