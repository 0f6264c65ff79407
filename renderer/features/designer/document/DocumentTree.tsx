import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import type { GeneratorCard } from "../../../../shared/api/views.ts";
import {
  childrenOf,
  insertAt,
  linesOf,
  moveAt,
  partAt,
  removeAt,
  samePath,
  takesParts,
  type PartPath,
} from "./part-edits.ts";
import type { Part } from "./part.ts";
import { PartLabel } from "./PartLabel.tsx";
import { ruleForName } from "./inner-rules.ts";

interface Props {
  readonly root: Part;
  readonly picked: PartPath;
  readonly byId: ReadonlyMap<string, GeneratorCard>;
  readonly onPick: (path: PartPath) => void;
  readonly onChange: (root: Part, path: PartPath) => void;
}

/** The parts of a document as a tree: one tab stop, arrows inside; parts are added, moved and removed by keys and buttons. */
export function DocumentTree({ root, picked, byId, onPick, onChange }: Props): ReactNode {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const lines = linesOf(root);
  const at = lines.findIndex(({ path }) => samePath(path, picked));
  useEffect(() => {
    list.current?.querySelector(`[aria-selected="true"]`)?.scrollIntoView?.({ block: "nearest" });
  }, [at]);

  const add = (): void => {
    const part = partAt(root, picked);
    const last = picked.at(-1) ?? 0;
    // Into what takes parts, else behind the picked one.
    const [holder, place] =
      part && takesParts(part) ? [picked, childrenOf(part).length] : [picked.slice(0, -1), last + 1];
    const into = partAt(root, holder);
    if (!into || !takesParts(into)) return;
    onChange(...insertAt(root, holder, place, ruleForName("", "unknown", byId), "field"));
    // The name of what is new is the first thing to say.
    requestAnimationFrame(() => document.querySelector<HTMLInputElement>(".dd [data-part-name] input")?.focus());
  };
  const addable = [picked, picked.slice(0, -1)].some((path) => takesParts(partAt(root, path) ?? root));
  const holder = partAt(root, picked.slice(0, -1));
  const removable =
    picked.length > 0 &&
    holder !== undefined &&
    takesParts(holder) &&
    (childrenOf(holder).length > 1 || (picked.length > 1 && holder.kind !== "one"));
  const remove = (): void => {
    if (!removable) return;
    const next = removeAt(root, picked);
    const before = lines[at - 1]?.path ?? [];
    onChange(next, partAt(next, picked) ? picked : before);
  };
  const move = (by: 1 | -1): void => {
    const moved = moveAt(root, picked, by);
    if (moved) onChange(...moved);
  };
  const press = (event: KeyboardEvent): void => {
    const target = actionOf(event);
    if (target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (target === "add") add();
    else if (target === "remove") remove();
    else if (target === "up" || target === "down") move(target === "up" ? -1 : 1);
    else if (target === "details")
      list.current?.closest(".dd")?.querySelector<HTMLElement>(".dd-part input, .dd-part button")?.focus();
    else {
      const goal = { next: at + 1, before: at - 1, first: 0, last: lines.length - 1 }[target];
      const line = lines[Math.max(0, Math.min(lines.length - 1, goal))];
      if (line) onPick(line.path);
    }
  };
  return (
    <div className="dt">
      <div
        ref={list}
        className="dt-lines"
        role="tree"
        aria-label="Parts of the document"
        tabIndex={0}
        data-autofocus
        aria-activedescendant={`${id}-${at}`}
        onKeyDown={press}
      >
        {lines.map((line, index) => (
          <div
            key={line.path.join(".")}
            id={`${id}-${index}`}
            role="treeitem"
            aria-level={line.path.length + 1}
            aria-selected={index === at}
            className={index === at ? "dt-line is-selected" : "dt-line"}
            onClick={() => onPick(line.path)}
          >
            <PartLabel line={line} />
          </div>
        ))}
      </div>
      <div className="dt-tools">
        <button type="button" className="btn btn-sm" disabled={!addable} title="Add (Insert)" onClick={add}>
          <IconPlus className="i i-sm" stroke={1.5} aria-hidden="true" />
          Add
        </button>
        <span className="grow" />
        <Tool label="Move up (Alt Up)" disabled={!moveAt(root, picked, -1)} onClick={() => move(-1)}>
          <IconArrowUp className="i i-sm" stroke={1.5} aria-hidden="true" />
        </Tool>
        <Tool label="Move down (Alt Down)" disabled={!moveAt(root, picked, 1)} onClick={() => move(1)}>
          <IconArrowDown className="i i-sm" stroke={1.5} aria-hidden="true" />
        </Tool>
        <Tool label="Remove (Delete)" disabled={!removable} onClick={remove}>
          <IconTrash className="i i-sm" stroke={1.5} aria-hidden="true" />
        </Tool>
      </div>
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Tool({ label, disabled, onClick, children }: ToolProps): ReactNode {
  return (
    <button
      type="button"
      className="ibtn ibtn-sm"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** What a key does in the tree. */
function actionOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent) {
  if (ctrlKey || metaKey) return undefined;
  if (altKey) return ({ ArrowUp: "up", ArrowDown: "down" } as const)[key];
  return (
    {
      ArrowDown: "next",
      ArrowUp: "before",
      Home: "first",
      End: "last",
      Insert: "add",
      "+": "add",
      Delete: "remove",
      Enter: "details",
      F2: "details",
    } as const
  )[key];
}
