import type { ReactNode } from "react";
import type { FindingView } from "../../../../shared/api/privacy-views.ts";
import type { IdentifierStrength } from "../../../../shared/rules/personal/strength.ts";
import { formatPercent } from "../../../components/format.ts";
import { sentence, shownTags } from "../findings-of.ts";
import { usePolicies } from "../queries.ts";
import { selectFinding } from "./select-finding.ts";
import { TreatmentCell } from "./TreatmentCell.tsx";

interface Props {
  readonly finding: FindingView;
  readonly selected: boolean;
}

export const rowId = ({ table, column }: Pick<FindingView, "table" | "column">): string =>
  `finding ${table}.${column}`.replaceAll(/\s/gu, "_");

export function FindingRow({ finding, selected }: Props): ReactNode {
  const policies = usePolicies();
  const { column, looksLike, confidence, evidence, regulations, decision } = finding;
  const open = decision === "open";
  const tags = shownTags(regulations, policies);
  return (
    <tr
      id={rowId(finding)}
      role="row"
      aria-selected={selected}
      className={[selected ? "is-selected" : "", open ? "is-open-row" : ""].join(" ")}
      onClick={() => selectFinding(finding)}
    >
      <td role="gridcell" className="fc-first">
        <StrengthBars strength={finding.strength} />
      </td>
      <td role="gridcell" className="med" title={column}>
        {column}
      </td>
      <td role="gridcell" className="t2" title={`${looksLike}. ${sentence(evidence)}`}>
        {looksLike}
      </td>
      <td role="gridcell" className="num t2" title={sentence(evidence)}>
        {confidence === 0 ? "–" : formatPercent(Math.min(0.99, confidence))}
      </td>
      <td role="gridcell">
        <span className="tags" title={regulations.join(", ")}>
          {tags.map((tag) => (
            <span key={tag} className={tag === "PCI" ? "tag tag-danger" : "tag"}>
              {tag}
            </span>
          ))}
          {/* How many are left out depends on the room: two tags, or one. */}
          {regulations.length > tags.length ? (
            <span className="tags-more-two xs t3">+{regulations.length - tags.length}</span>
          ) : null}
          {regulations.length > 1 ? <span className="tags-more-one xs t3">+{regulations.length - 1}</span> : null}
        </span>
      </td>
      <td role="gridcell" className="fc-last">
        <TreatmentCell finding={finding} />
      </td>
    </tr>
  );
}

const strengths = {
  direct: { bars: 3, label: "Direct identifier" },
  indirect: { bars: 2, label: "Indirect identifier" },
  low: { bars: 1, label: "Tells little alone" },
} as const satisfies Record<IdentifierStrength, unknown>;

function StrengthBars({ strength }: { readonly strength: IdentifierStrength }): ReactNode {
  const { bars, label } = strengths[strength];
  return (
    <span className={`conf strength strength-${strength}`} data-v={bars} role="img" aria-label={label} title={label}>
      <i />
      <i />
      <i />
    </span>
  );
}
