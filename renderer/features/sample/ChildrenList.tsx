import type { ReactNode } from "react";
import type { SampleChoices } from "../../../shared/api/sample-views.ts";
import type { ChildrenTaken, Sample } from "../../../shared/rules/sample-rule.ts";
import { edit } from "../../state/session-store.ts";
import { Segments } from "../designer/components/Segments.tsx";
import { ValueBox } from "../designer/components/ValueBox.tsx";
import { parseCount } from "../designer/logic/parse-count.ts";
import { withChildren } from "./sample-words.ts";

interface Props {
  readonly table: string;
  readonly sample: Sample | undefined;
  readonly choices: SampleChoices;
}

/** For each table that refers to this one: whether the sampled rows bring its rows along. */
export function ChildrenList({ table, sample, choices }: Props): ReactNode {
  const set = (name: string, taken: ChildrenTaken, gesture?: string): void =>
    edit({ kind: "set-sample", table, sample: withChildren(sample, name, taken) }, gesture);
  return (
    <section aria-label="What its rows bring">
      <div className="lbl">Its rows bring</div>
      <ul className="sb-children">
        {choices.children.map(({ name, table: child }) => {
          const taken = sample?.children?.[name] ?? sample?.children?.[child] ?? "all";
          const limits = typeof taken === "string" ? undefined : taken;
          return (
            <li key={name}>
              <span className="clip sm" title={name}>
                {name}
              </span>
              <Segments
                label={`Rows of ${name}`}
                value={limits === undefined ? (taken === "none" ? "none" : "all") : "most"}
                options={[
                  { value: "all", label: "All" },
                  { value: "most", label: "At most" },
                  { value: "none", label: "None" },
                ]}
                onChange={(next) => set(name, next === "most" ? { most: 10 } : next)}
              />
              {limits === undefined ? (
                <span />
              ) : (
                <ValueBox
                  label={`Most rows of ${name} for each row`}
                  width={64}
                  align="end"
                  floating
                  text={limits.most === undefined ? "any" : String(limits.most)}
                  parse={(text) => {
                    const count = parseCount(text, 1_000_000_000);
                    return count.ok && count.value === 0 ? { ok: false, cause: "At least 1; else choose None" } : count;
                  }}
                  onCommit={(most, gesture) => set(name, { ...limits, most }, gesture)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
