import type { ReactNode } from "react";
import type { SampleCounts } from "../../../shared/api/sample-views.ts";
import { formatInteger } from "../../components/format.ts";
import { countWords } from "./sample-words.ts";

interface Props {
  readonly counts: SampleCounts;
  readonly table: string;
}

/** How many rows the sample has, in a sentence and table by table. */
export function SampleCountList({ counts, table }: Props): ReactNode {
  return (
    <section aria-label="Rows of the sample">
      <p className="sm sb-words" role="status">
        {countWords(counts, table)}
      </p>
      <div className="sb-list" tabIndex={0} role="region" aria-label="Rows by table">
        <table className="sm">
          <tbody>
            {counts.tables.map(({ table: id, rows, of }) => (
              <tr key={id} className={id === table ? "sb-own" : undefined}>
                <th scope="row" className="clip" title={id}>
                  {id}
                </th>
                <td className="right">{formatInteger(rows)}</td>
                <td className="t3 right">of {formatInteger(of)}</td>
              </tr>
            ))}
            {counts.whole.map(({ table: id, rows }) => (
              <tr key={id} title="No key connects it with the rows of the sample">
                <th scope="row" className="clip">
                  {id}
                </th>
                <td className="right">{formatInteger(rows)}</td>
                <td className="t3 right">all</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
