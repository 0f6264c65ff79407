import { Tooltip } from "@mantine/core";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import type { GenerateRule } from "../../../../shared/rules/rule.ts";
import { edit } from "../../../state/session-store.ts";
import { startEditing, stopEditing, useDesigner } from "../designer-store.ts";
import { withNulls } from "../logic/bulk-edits.ts";
import { formatShare, parseShare, shareText } from "../logic/null-share.ts";
import type { Parsed } from "../logic/parse-count.ts";
import { leaveEditor } from "./leave-editor.ts";
import type { GridRow } from "./grid-columns.tsx";

/** The share of NULLs; typed in place. */
export function NullCell({ row }: { readonly row: GridRow }): ReactNode {
  const { view, rule } = row;
  const { name, nullable } = view.column;
  const editing = useDesigner((state) =>
    state.editing?.cell === "nulls" && state.editing.column === name ? state.editing : null,
  );
  if (editing && rule.kind === "generate")
    return <NullEditor row={row} rule={rule} nullable={nullable} typed={editing.text} />;
  // The draft is ahead of the backend's answer, except where NULLs were left to the suggestion.
  const nulls =
    rule.kind === "generate" ? (rule.nulls ?? (view.rule.kind === "generate" ? view.nulls : 0)) : view.nulls;
  return (
    <span
      className={nulls === 0 ? "off" : undefined}
      onDoubleClick={() => (rule.kind === "generate" ? startEditing(name, "nulls") : undefined)}
    >
      {formatShare(nulls)}
    </span>
  );
}

interface EditorProps {
  readonly row: GridRow;
  readonly rule: GenerateRule;
  readonly nullable: boolean;
  readonly typed: string | undefined;
}

function NullEditor({ row, rule, nullable, typed }: EditorProps): ReactNode {
  const { name } = row.view.column;
  const [text, setText] = useState(typed ?? shareText(rule.nulls ?? row.view.nulls));
  const [cause, setCause] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    if (typed === undefined) input.current?.select();
  }, [typed]);

  // The focus leaves the editor when it closes, too: what was saved or given up is not saved again.
  const closed = useRef(false);
  const close = (): void => {
    closed.current = true;
    stopEditing();
  };

  const save = (): boolean => {
    if (closed.current) return true;
    const parsed = parseNullShare(text, name, nullable);
    setCause(parsed.ok ? null : parsed.cause);
    if (!parsed.ok) return false;
    if (parsed.value !== (rule.nulls ?? row.view.nulls)) {
      edit({ kind: "set-rule", table: row.table, column: name, rule: withNulls(rule, parsed.value) });
    }
    close();
    return true;
  };
  const press = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault();
      if (save()) leaveEditor(event.key === "Enter" ? "down" : event.shiftKey ? "left" : "right");
    } else if (event.key === "Escape") {
      close();
      leaveEditor("stay");
    }
  };
  return (
    <Tooltip
      label={cause ?? ""}
      opened={cause !== null}
      position="bottom-end"
      classNames={{ tooltip: "cg-cause" }}
      events={{ hover: false, focus: false, touch: false }}
    >
      <input
        ref={input}
        className="cg-editor inline-edit"
        aria-label={`Null share of ${name}`}
        aria-invalid={cause !== null}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={save}
      />
    </Tooltip>
  );
}

/** A share of NULLs for a column: one that takes no NULL takes none of them. */
function parseNullShare(text: string, column: string, nullable: boolean): Parsed<number> {
  const parsed = parseShare(text);
  if (parsed.ok && parsed.value > 0 && !nullable) return { ok: false, cause: `${column} takes no NULL` };
  return parsed;
}
