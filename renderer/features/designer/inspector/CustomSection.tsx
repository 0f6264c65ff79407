import { IconBookmark } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { usesOf, type CustomUse } from "../../../../shared/project/custom-generators.ts";
import type { Project } from "../../../../shared/project/project.ts";
import type { GenerateRule } from "../../../../shared/rules/rule.ts";
import { edit, useDraft } from "../../../state/session-store.ts";
import { relabelCustom, saveAsCustom } from "../logic/custom-edits.ts";
import { NameForm } from "./NameForm.tsx";
import { SaveAs } from "./SaveAs.tsx";

interface Props {
  readonly table: string;
  readonly column: string;
  readonly rule: GenerateRule;
}

/** The project's own generator that the column uses, with all its uses; for any other rule, the way to make one of it. */
export function CustomSection({ table, column, rule }: Props): ReactNode {
  const draft = useDraft();
  if (!draft) return null;
  const place = { table, column };
  const { custom } = rule;
  return custom === undefined ? (
    <SaveAs onSave={(label) => edit(saveAsCustom(draft, place, rule, label))} />
  ) : (
    <InUse draft={draft} name={custom} place={place} rule={rule} />
  );
}

interface InUseProps {
  readonly draft: Project;
  readonly name: string;
  readonly place: { readonly table: string; readonly column: string };
  readonly rule: GenerateRule;
}

function InUse({ draft, name, place, rule }: InUseProps): ReactNode {
  const [renaming, setRenaming] = useState(false);
  const label = draft.generators?.[name]?.label ?? name;
  const uses = usesOf(draft, name);
  if (renaming) {
    const rename = (next: string): void => {
      const change = relabelCustom(draft, name, next);
      if (change) edit(change);
    };
    return <NameForm initial={label} action="Rename" onName={rename} onClose={() => setRenaming(false)} />;
  }
  const apart = (): void => {
    const { custom: _, ...own } = rule;
    edit({ kind: "set-rule", ...place, rule: own });
  };
  return (
    <section className="cu callout">
      <IconBookmark className="i" stroke={1.5} aria-hidden="true" />
      <b>{label}</b>
      <p>
        A generator of this project, used by {inWords(uses)}.{" "}
        {uses.length > 1 ? "Changes below reach all of them." : ""}
      </p>
      <div className="acts">
        <button type="button" className="btn btn-sm" onClick={() => setRenaming(true)}>
          Rename…
        </button>
        <button
          type="button"
          className="btn btn-sm"
          title="This column keeps the rule and follows no longer"
          onClick={apart}
        >
          Make a copy
        </button>
        <button
          type="button"
          className="btn btn-sm"
          title="The columns that use it keep the rule as their own"
          onClick={() => edit({ kind: "set-generator", name, generator: null })}
        >
          Delete
        </button>
      </div>
    </section>
  );
}

const shownUses = 3;

/** "orders.code and 2 more columns". */
function inWords(uses: readonly CustomUse[]): string {
  const names = uses.map(
    ({ table, column, scenario }) => `${table}.${column}${scenario === undefined ? "" : ` (${scenario})`}`,
  );
  const rest = names.length - shownUses;
  if (rest > 0)
    return `${names.slice(0, shownUses).join(", ")} and ${rest === 1 ? "1 more column" : `${rest} more columns`}`;
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}` : (names[0] ?? "no column");
}
