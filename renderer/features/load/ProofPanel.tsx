import { IconShieldCheck, IconShieldX } from "@tabler/icons-react";
import type { ProofFindingView, ProofView } from "../../../shared/api/load-views.ts";
import { proofWords } from "../../../shared/api/proof-words.ts";
import { counted, formatInteger } from "../../components/format.ts";
import { selectTable } from "../../state/session-store.ts";
import { showScreen } from "../../state/ui-store.ts";

const kindWords: Readonly<Record<ProofFindingView["kind"], string>> = {
  "foreign-key": "Foreign key",
  unique: "Unique",
  exclusion: "Exclusion",
  check: "Check",
  sequence: "Next number",
  "not-null": "Not NULL",
};

function Findings({ findings }: { readonly findings: readonly ProofFindingView[] }) {
  return (
    <div className="pf-findings">
      <table className="grid">
        <caption className="vh">What does not hold</caption>
        <colgroup>
          <col style={{ width: 96 }} />
          <col style={{ width: "24%" }} />
          <col />
          <col style={{ width: 72 }} />
        </colgroup>
        <thead>
          <tr>
            <th>Kind</th>
            <th>Table</th>
            <th>Finding</th>
            <th className="right">Rows</th>
          </tr>
        </thead>
        <tbody>
          {findings.map(({ table, kind, name, rows, message }) => (
            <tr key={`${table} ${kind} ${name} ${message}`}>
              <td className="t2">{kindWords[kind]}</td>
              <td className="clip">
                <button
                  type="button"
                  className="btn-link clip"
                  title={`Show ${table}`}
                  onClick={() => (selectTable(table), showScreen("designer"))}
                >
                  {table}
                </button>
              </td>
              <td className="pf-message" title={name}>
                {message}
              </td>
              <td className="num right">{formatInteger(rows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the engine itself said of the loaded tables: how much was asked, and what does not hold. */
export function ProofPanel({ proof }: { readonly proof: ProofView }) {
  const holds = proof.findings.length === 0;
  const counts: readonly (readonly [string, number])[] = [
    ["Foreign keys", proof.foreignKeys],
    ["Uniques", proof.uniques],
    ["Checks", proof.checks],
    ["Next numbers", proof.sequences],
    ["Rows", proof.rows],
  ];
  return (
    <section className={holds ? "pf is-ok" : "pf is-bad"} aria-label="Proof">
      <div className="row pf-head" role={holds ? "status" : "alert"}>
        {holds ? (
          <IconShieldCheck className="i i-lg c-ok" stroke={1.5} aria-hidden="true" />
        ) : (
          <IconShieldX className="i i-lg c-danger" stroke={1.5} aria-hidden="true" />
        )}
        <div>
          <b className={holds ? "semi c-ok" : "semi c-danger"}>
            {holds
              ? "Proved by the database itself"
              : `${counted(proof.findings.length, "finding")} of the database itself`}
          </b>
          <p className="t2 sm">{proofWords(proof)}</p>
        </div>
      </div>
      <dl className="pf-counts">
        {counts.map(([label, count]) => (
          <div key={label}>
            <dt className="xs t3">{label}</dt>
            <dd className="num">{formatInteger(count)}</dd>
          </div>
        ))}
      </dl>
      {holds ? null : <Findings findings={proof.findings} />}
    </section>
  );
}
