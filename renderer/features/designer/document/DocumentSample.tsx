import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { useSelection } from "../../../state/session-store.ts";
import type { FieldPlace } from "../logic/inside.ts";
import { trialRows, useTrial } from "../queries.ts";

interface Props {
  readonly place: FieldPlace;
  readonly tree: unknown;
  readonly markup: boolean;
}

/** A document as it would be written in the row in view and the few behind it; or what is wrong with its shape, and where. */
export function DocumentSample({ place, tree, markup }: Props): ReactNode {
  const { row } = useSelection();
  const [ahead, setAhead] = useState(0);
  const start = Math.max(0, Math.min(row, place.rowCount - trialRows));
  // The rows that have a document: which do is the rule's affair, not the document's.
  const { nulls: _, when: __, ...made } = place.ruleWith(tree);
  const { data } = useTrial(place.table, place.column.column.name, made, start);
  const cell = data?.cells[ahead];
  const step = (by: number): void => setAhead(Math.max(0, Math.min((data?.cells.length ?? 1) - 1, ahead + by)));
  return (
    <section className="dd-sample" aria-label="Sample">
      <div className="row">
        <b className="med">Sample</b>
        <span className="t3 sm num">row {(start + ahead + 1).toLocaleString("en")}</span>
        <button type="button" className="ibtn ibtn-sm" aria-label="Row before" onClick={() => step(-1)}>
          <IconChevronLeft className="i i-sm" stroke={1.5} aria-hidden="true" />
        </button>
        <button type="button" className="ibtn ibtn-sm" aria-label="Next row" onClick={() => step(1)}>
          <IconChevronRight className="i i-sm" stroke={1.5} aria-hidden="true" />
        </button>
        {data?.problem ? (
          <span className={data.problem.severity === "error" ? "sm c-danger" : "sm c-warn"} role="alert">
            {data.problem.message}
          </span>
        ) : null}
      </div>
      <pre className="mono" tabIndex={0} aria-label="A document">
        {cell === undefined ? "" : cell === null ? "NULL" : markup ? withLines(cell) : indented(cell)}
      </pre>
    </section>
  );
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** XML with each element on a line of its own; text stays beside its tags. */
function withLines(text: string): string {
  let depth = 0;
  return text
    .replaceAll(/></g, ">\n<")
    .split("\n")
    .map((line) => {
      if (line.startsWith("</")) depth = Math.max(0, depth - 1);
      const shown = `${"  ".repeat(depth)}${line}`;
      if (line.startsWith("<") && !line.startsWith("</") && !line.endsWith("/>") && !line.includes("</")) depth++;
      return shown;
    })
    .join("\n");
}
