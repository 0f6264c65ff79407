import type { ReactNode } from "react";
import { edgePackInfo } from "../../../../shared/generators/edge/pack-info.ts";
import type { GenerateRule } from "../../../../shared/rules/rule.ts";
import { edit } from "../../../state/session-store.ts";
import { ShareField } from "../components/ShareField.tsx";
import { changeRules, sharedOf, type GenerateTarget } from "../logic/targets.ts";

interface Props {
  readonly table: string;
  readonly targets: readonly GenerateTarget[];
}

type Edge = NonNullable<GenerateRule["edge"]>;
const packs = Object.values(edgePackInfo);
const noPacks: readonly string[] = [];

/** The share of rows that hold edge values, and once there is one, of which packs. */
export function EdgeShareField({ table, targets }: Props): ReactNode {
  const shares = sharedOf(targets, ({ rule }) => rule.edge?.share ?? 0);
  const chosen = sharedOf(targets, ({ rule }) => rule.edge?.packs ?? noPacks);
  const share = shares.mixed ? 0 : shares.value;
  const change = (change: (edge: Edge | undefined) => Edge | undefined, gesture?: string): void =>
    edit(
      changeRules(
        table,
        targets,
        (rule) => {
          const { edge, ...rest } = rule;
          const next = change(edge);
          return next === undefined ? rest : { ...rest, edge: next };
        },
        `Set edge values of ${targets.length} columns`,
      ),
      gesture,
    );
  const setShare = (value: number, gesture?: string): void =>
    change((edge) => (value === 0 ? undefined : { ...edge, share: value }), gesture);
  const toggle = (id: string): void =>
    change((edge) => {
      if (edge === undefined) return edge;
      const before = edge.packs ?? noPacks;
      const { packs: _dropped, ...rest } = edge;
      const next = packs.map((pack) => pack.id).filter((pack) => before.includes(pack) !== (pack === id));
      return next.length === 0 ? rest : { ...rest, packs: next };
    });

  return (
    <>
      <ShareField label="Edge values" shared={shares} onChange={setShare} />
      {share === 0 ? null : (
        <fieldset className="span ef-packs">
          <legend className="lbl">
            Packs{!chosen.mixed && chosen.value.length === 0 ? ": those that suit the column" : ""}
          </legend>
          {packs.map((pack) => (
            <label key={pack.id} className="ef-pack" title={pack.help}>
              <input
                type="checkbox"
                checked={!chosen.mixed && chosen.value.includes(pack.id)}
                onChange={() => toggle(pack.id)}
              />
              {pack.label}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
