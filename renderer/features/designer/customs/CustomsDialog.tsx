import { IconBookmark } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { dependentsOf, usesOf } from "../../../../shared/project/custom-generators.ts";
import type { Project } from "../../../../shared/project/project.ts";
import { Dialog } from "../../../components/Dialog.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { counted } from "../../../components/format.ts";
import { edit, useDraft } from "../../../state/session-store.ts";
import { closeCustoms } from "../designer-store.ts";
import { NameForm } from "../inspector/NameForm.tsx";
import { relabelCustom } from "../logic/custom-edits.ts";
import { useCatalogue } from "../queries.ts";

/** The project's own generators, those too that no column uses: what they are made of, who uses them, a name, an end. */
export function CustomsDialog(): ReactNode {
  const draft = useDraft();
  const names = Object.keys(draft?.generators ?? {});
  return (
    <Dialog title="Custom generators" size={720} onClose={closeCustoms}>
      {draft && names.length > 0 ? (
        <ul className="cg-list" aria-label="Custom generators">
          {names.map((name) => (
            <Line key={name} draft={draft} name={name} />
          ))}
        </ul>
      ) : (
        <EmptyState
          icon={<IconBookmark className="i i-lg" stroke={1.5} aria-hidden="true" />}
          title="No custom generator yet"
        >
          Save as custom generator, below a column’s rule, makes one that other columns can use.
        </EmptyState>
      )}
      <div className="dialog-foot">
        <span className="grow" />
        <button type="button" className="btn" onClick={closeCustoms}>
          Close
        </button>
      </div>
    </Dialog>
  );
}

function Line({ draft, name }: { readonly draft: Project; readonly name: string }): ReactNode {
  const { byId } = useCatalogue();
  const [renaming, setRenaming] = useState(false);
  const definition = draft.generators?.[name];
  if (definition === undefined) return null;
  const label = definition.label ?? name;
  const { title, words } = usedBy(draft, name);
  if (renaming) {
    const rename = (next: string): void => {
      const change = relabelCustom(draft, name, next);
      if (change) edit(change);
    };
    return (
      <li>
        <NameForm initial={label} action="Rename" onName={rename} onClose={() => setRenaming(false)} />
      </li>
    );
  }
  return (
    <li className="row cg-line" aria-label={label}>
      <div className="grow cg-what">
        <p className="semi clip" title={name}>
          {label}
        </p>
        <p className="sm t2 clip" title={title}>
          {byId.get(definition.generator)?.label ?? definition.generator}, {words}
        </p>
      </div>
      <button type="button" className="btn btn-sm" onClick={() => setRenaming(true)}>
        Rename…
      </button>
      <button
        type="button"
        className="btn btn-sm"
        title="What uses it keeps the rule as its own"
        onClick={() => edit({ kind: "set-generator", name, generator: null })}
      >
        Delete
      </button>
    </li>
  );
}

/** "used by 2 columns and 1 generator", and their names. */
function usedBy(draft: Project, name: string): { readonly words: string; readonly title: string } {
  const uses = usesOf(draft, name);
  const others = dependentsOf(draft, name);
  const counts = [
    ...(uses.length === 0 ? [] : [counted(uses.length, "column")]),
    ...(others.length === 0 ? [] : [counted(others.length, "generator")]),
  ];
  const columns = uses.map(({ table, column, scenario }) =>
    scenario === undefined ? `${table}.${column}` : `${table}.${column} (${scenario})`,
  );
  return {
    words: counts.length === 0 ? "not used" : `used by ${counts.join(" and ")}`,
    title: [...columns, ...others].join(", "),
  };
}
