import {
  IconArrowsSplit,
  IconBookmark,
  IconBraces,
  IconColumns,
  IconLetterCase,
  IconList,
  IconListNumbers,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { IconByName } from "../../../components/IconByName.tsx";
import { useDraft } from "../../../state/session-store.ts";
import { formatShare } from "../logic/null-share.ts";
import { useCatalogue } from "../queries.ts";
import type { Line } from "./part-edits.ts";
import type { Part } from "./part.ts";
import { ruleLabel } from "./inner-rules.ts";

/** One part of a document on one line: its name, what makes it, how often it is there. */
export function PartLabel({ line: { part, name, parent, path } }: { readonly line: Line }): ReactNode {
  const { byId } = useCatalogue();
  const draft = useDraft();
  const card = part.kind === "rule" ? byId.get(part.generator) : undefined;
  const said = part.kind === "rule" || part.kind === "custom" ? ruleLabel(part, draft, byId) : partWords(part);
  return (
    <span className="dt-label" style={{ paddingInlineStart: path.length * 14 }}>
      <span className={`dt-icon c-${card?.family ?? "none"}`}>
        {part.kind === "rule" ? <IconByName name={card?.icon ?? "help"} /> : <PartIcon kind={part.kind} />}
      </span>
      <span className={name === undefined ? "t3 clip" : "med clip"}>{name ?? places[parent ?? "root"]}</span>
      <span className="t2 clip dt-said">{said}</span>
      {part.share === undefined || part.share >= 1 ? null : (
        <span className="t3 num dt-share">{formatShare(part.share)}</span>
      )}
    </span>
  );
}

const icons = {
  custom: IconBookmark,
  column: IconColumns,
  value: IconLetterCase,
  object: IconBraces,
  list: IconList,
  items: IconListNumbers,
  one: IconArrowsSplit,
} as const;

function PartIcon({ kind }: { readonly kind: keyof typeof icons }): ReactNode {
  const Icon = icons[kind];
  return <Icon className="i" stroke={1.5} aria-hidden="true" />;
}

const places = { root: "document", list: "each", items: "element", one: "or", object: "" } as const;

/** "1 to 3", "one of 4", a value as it stands. */
function partWords(part: Exclude<Part, { kind: "rule" } | { kind: "custom" }>): string {
  switch (part.kind) {
    case "column":
      return part.column === "" ? "no column" : part.column;
    case "value":
      return part.value === null ? "null" : typeof part.value === "string" ? `“${part.value}”` : String(part.value);
    case "object":
      return part.fields.length === 1 ? "1 field" : `${part.fields.length} fields`;
    case "list":
      return part.min === part.max ? `${part.min}` : `${part.min} to ${part.max}`;
    case "items":
      return part.parts.length === 1 ? "1 element" : `${part.parts.length} elements`;
    case "one":
      return `one of ${part.parts.length}`;
  }
}
