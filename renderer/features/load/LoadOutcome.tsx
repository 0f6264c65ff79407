import type { LoadResult } from "../../../shared/api/load-views.ts";
import { counted, formatDuration, formatInteger, formatRows } from "../../components/format.ts";
import { ProofPanel } from "./ProofPanel.tsx";

interface LoadOutcomeProps {
  readonly load: LoadResult;
  /** The database was thrown away. */
  readonly trial: boolean;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a load wrote, what the database was noted for, and what it says of it. */
export function LoadOutcome({ load, trial }: LoadOutcomeProps) {
  return (
    <section className="exp-tables" aria-label={trial ? "Trial" : "Load"}>
      <div className="toolbar">
        <h2>{trial ? capital(load.target) : `Loaded into ${load.target}`}</h2>
        <span className="grow" />
        <span className="t2 sm num">
          {formatRows(load.rows)} in {counted(load.tables.length, "table")}, {formatDuration(load.elapsed)}
        </span>
      </div>
      <div className="ld-outcome">
        {load.proof ? (
          <ProofPanel proof={load.proof} />
        ) : (
          <p className="t2 sm ld-unproved">It was not proved: “Prove it after loading” was off.</p>
        )}
        {load.notes.length === 0 ? null : (
          <ul className="ld-notes sm t2" aria-label="Notes">
            {load.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <table className="grid ld-tables">
          <caption className="vh">Rows by table</caption>
          <thead>
            <tr>
              <th>Table</th>
              <th className="right">Rows</th>
            </tr>
          </thead>
          <tbody>
            {load.tables.map(({ table, rows }) => (
              <tr key={table}>
                <td className="clip">{table}</td>
                <td className="num right">{formatInteger(rows)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {trial ? (
          <p className="xs t3">The database was made for this and is gone again; nothing of yours was touched.</p>
        ) : null}
      </div>
    </section>
  );
}
