import { IconArrowRight, IconMinus, IconPencil, IconPlus } from "@tabler/icons-react";
import type { DriftReport } from "../../../shared/drift/drift-report.ts";
import type { Rename } from "../../../shared/drift/schema-change.ts";
import { driftGroups, type DriftRow } from "./drift-groups.ts";

const icons = { added: IconPlus, removed: IconMinus, renamed: IconArrowRight, changed: IconPencil };
const tones = { added: "c-ok", removed: "c-danger", renamed: "c-accent", changed: "c-warn" };

interface ChangeListProps {
  readonly report: DriftReport;
  /** A guess is wrong: these are two things. */
  readonly onRefuse: (rename: Rename) => void;
}

/** All changes, table by table, each with what it breaks. */
export function ChangeList({ report, onRefuse }: ChangeListProps) {
  return (
    <div className="dr-list" role="list" aria-label="Changes">
      {driftGroups(report).map(({ table, rows }) => (
        <section key={table} role="listitem" aria-label={table}>
          <h3 className="lbl">{table}</h3>
          <ul>
            {rows.map((row) => (
              <Row key={`${row.change.kind} ${row.change.message}`} row={row} onRefuse={onRefuse} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Row({
  row: { change, rename },
  onRefuse,
}: {
  readonly row: DriftRow;
  readonly onRefuse: (rename: Rename) => void;
}) {
  const Icon = icons[change.kind];
  const guessed = rename !== undefined && rename.confidence !== "said";
  return (
    <li className="dr-row">
      <Icon className={`i i-sm ${tones[change.kind]}`} stroke={1.5} aria-label={change.kind} />
      <div className="grow">
        <p>
          {change.message}
          {guessed ? <span className="tag tag-line">guess, {rename.confidence} confidence</span> : null}
          {change.settled ? <span className="tag tag-ok">settled by policy</span> : null}
        </p>
        {change.breaks.length === 0 ? null : (
          <ul className="sm t2">
            {change.breaks.map(({ what, moves }) => (
              <li key={what}>
                {moves ? "Moves along: " : "Breaks: "}
                {what}
              </li>
            ))}
          </ul>
        )}
      </div>
      {rename === undefined ? null : (
        <button type="button" className="btn btn-sm btn-quiet" onClick={() => onRefuse(rename)}>
          Not renamed
        </button>
      )}
    </li>
  );
}
