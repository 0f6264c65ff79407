import { useRef, type ReactNode } from "react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { IconAlertTriangle, IconArrowRight } from "@tabler/icons-react";
import type { AssignmentHit } from "../../../../shared/api/assignment.ts";
import { IconByName } from "../../../components/IconByName.tsx";
import type { ChosenRule } from "./AssignRule.tsx";

const rowHeight = 28;

interface Props {
  readonly hits: readonly AssignmentHit[];
  readonly next: ChosenRule | null;
}

/** The columns that are meant, one a line: the present rule, the new one, and a value of it or why it does not fit. */
export function AssignList({ hits, next }: Props): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: hits.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialRect: { width: 640, height: 280 },
  });
  return (
    <div className="as-list" ref={scroller} tabIndex={0} role="region" aria-label="Columns that are meant">
      <ul style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const hit = hits[index];
          return hit ? <Line key={`${hit.table} ${hit.column}`} hit={hit} next={next} top={start} /> : null;
        })}
      </ul>
    </div>
  );
}

function Line({
  hit,
  next,
  top,
}: {
  readonly hit: AssignmentHit;
  readonly next: ChosenRule | null;
  readonly top: number;
}) {
  const { table, column, type, present, unfit, warning, sample } = hit;
  const taken = next !== null && unfit === undefined;
  return (
    <li className={unfit === undefined ? "as-line" : "as-line is-unfit"} style={{ top }}>
      <span className="clip" title={`${table}.${column} ${type}`}>
        <span className="t3">{table}.</span>
        <b className="med">{column}</b>
      </span>
      <span className="as-now t2" title={present.options}>
        <IconByName name={present.icon} />
        <span className="clip">{present.label}</span>
      </span>
      <span className="t3">
        {taken ? <IconArrowRight className="i i-sm" stroke={1.5} aria-label="becomes" /> : null}
      </span>
      {taken ? (
        <span className="clip num" title={warning ?? sample ?? undefined}>
          {warning === undefined ? null : (
            <IconAlertTriangle className="i i-sm c-warn as-warn" stroke={1.5} aria-label={warning} />
          )}
          {next.label} <span className="t3">{sample === undefined ? "" : (sample ?? "NULL")}</span>
        </span>
      ) : (
        <span className="clip t3" title={unfit}>
          {unfit ?? ""}
        </span>
      )}
    </li>
  );
}
