import { IconBookmark } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { dependentsOf, usesOf } from "../../../../shared/project/custom-generators.ts";
import type { Project } from "../../../../shared/project/project.ts";
import { edit } from "../../../state/session-store.ts";
import { NameForm } from "../inspector/NameForm.tsx";
import { relabelCustom } from "../logic/custom-edits.ts";
import { useCatalogue } from "../queries.ts";

interface Props {
  readonly draft: Project;
  readonly name: string;
  /** A line of a list, or a callout above the parameters that it holds. */
  readonly shape: "line" | "callout";
  /** Takes a column that uses it apart: it keeps the rule as its own. */
  readonly onCopy?: () => void;
}

/** One of the project's own generators: what it is made of, who uses it, another name, an end. */
export function CustomGenerator({ draft, name, shape, onCopy }: Props): ReactNode {
  const { byId } = useCatalogue();
  const [renaming, setRenaming] = useState(false);
  const definition = draft.generators?.[name];
  if (definition === undefined) return null;
  const label = definition.label ?? name;
  if (renaming) {
    const rename = (next: string): void => {
      const change = relabelCustom(draft, name, next);
      if (change) edit(change);
    };
    return <NameForm initial={label} action="Rename" onName={rename} onClose={() => setRenaming(false)} />;
  }
  const users = usersOf(draft, name);
  const made = byId.get(definition.generator)?.label ?? definition.generator;
  const words = users.length === 0 ? "not used" : `used by ${inWords(users)}`;
  const actions = (
    <>
      <button type="button" className="btn btn-sm" onClick={() => setRenaming(true)}>
        Rename…
      </button>
      {onCopy ? (
        <button
          type="button"
          className="btn btn-sm"
          title="This column keeps the rule and follows no longer"
          onClick={onCopy}
        >
          Make a copy
        </button>
      ) : null}
      <button
        type="button"
        className="btn btn-sm"
        title="What uses it keeps the rule as its own"
        onClick={() => edit({ kind: "set-generator", name, generator: null })}
      >
        Delete
      </button>
    </>
  );
  return shape === "line" ? (
    <div className="row cg-line">
      <div className="grow cg-what">
        <p className="semi clip" title={name}>
          {label}
        </p>
        <p className="sm t2 clip" title={users.join(", ")}>
          {made}, {words}
        </p>
      </div>
      {actions}
    </div>
  ) : (
    <section className="cu callout">
      <IconBookmark className="i" stroke={1.5} aria-hidden="true" />
      <b>{label}</b>
      <p title={users.join(", ")}>
        A generator of this project, {words}. {users.length > 1 ? "Changes below reach all of them." : ""}
      </p>
      <div className="acts">{actions}</div>
    </section>
  );
}

/** The columns that use a generator, and the generators that are made of it. */
const usersOf = (draft: Project, name: string): readonly string[] => [
  ...usesOf(draft, name).map(
    ({ table, column, scenario }) => `${table}.${column}${scenario === undefined ? "" : ` (${scenario})`}`,
  ),
  ...dependentsOf(draft, name).map((other) => `generator ${draft.generators?.[other]?.label ?? other}`),
];

const shownUsers = 3;

/** "orders.code, orders.note and Product code". */
function inWords(users: readonly string[]): string {
  const rest = users.length - shownUsers;
  if (rest > 0) return `${users.slice(0, shownUsers).join(", ")} and ${rest} more`;
  return users.length > 1 ? `${users.slice(0, -1).join(", ")} and ${users.at(-1) ?? ""}` : users.join("");
}
