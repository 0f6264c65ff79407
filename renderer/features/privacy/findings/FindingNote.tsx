import type { ReactNode } from "react";
import type { FindingView } from "../../../../shared/api/privacy-views.ts";
import { Callout } from "../../../components/Callout.tsx";
import { edit, useSession } from "../../../state/session-store.ts";
import { lawsApply, sentence } from "../findings-of.ts";
import { openPrivacyDialog } from "../privacy-store.ts";
import { MaskAllTables } from "./MaskAllTables.tsx";

/** The finding that is selected, or the first that is open: its evidence, and what to do about it. */
export function FindingNote({ finding }: { readonly finding: FindingView | undefined }): ReactNode {
  const fromSource = useSession((state) => state.view?.tables.some(({ mode }) => mode === "mask")) ?? false;
  if (!fromSource) {
    return (
      <div className="findings-note">
        <Callout title="No rows come from the source" actions={<MaskAllTables />}>
          Every table is generated, so nothing personal leaves the database. To work with rows of production, take them
          from the source and mask them.
        </Callout>
      </div>
    );
  }
  if (finding === undefined) return null;
  return (
    <div className="findings-note">
      {finding.decision === "open" ? <Open finding={finding} /> : <Decided finding={finding} />}
    </div>
  );
}

const mostOffered = 2;

function Open({ finding }: { readonly finding: FindingView }): ReactNode {
  const { table, column, looksLike, evidence, regulations, suggested } = finding;
  return (
    <Callout
      tone="danger"
      title={`${table}.${column} would be exported unmasked`}
      actions={
        <>
          {suggested.slice(0, mostOffered).map(({ label, options, rule }, index) => (
            <button
              key={`${label} ${options}`}
              type="button"
              className={index === 0 ? "btn btn-sm" : "btn btn-sm btn-quiet"}
              title={options}
              onClick={() => edit({ kind: "set-rule", table, column, rule })}
            >
              {label}
            </button>
          ))}
          <button
            type="button"
            className="btn btn-sm btn-quiet"
            onClick={() => openPrivacyDialog({ kind: "keep", table, column, looksLike, reason: "" })}
          >
            Keep with a reason
          </button>
        </>
      }
    >
      {sentence(evidence)} {lawsApply(regulations)}
    </Callout>
  );
}

const decided = { masked: "masked", kept: "kept", elsewhere: "not from the source", open: "open" } as const;

function Decided({ finding }: { readonly finding: FindingView }): ReactNode {
  const { table, column, looksLike, evidence, regulations, treatment, decision, reason } = finding;
  return (
    <Callout title={`${table}.${column} is ${decided[decision]}`}>
      {decision === "kept"
        ? `“${reason ?? ""}” `
        : decision === "masked"
          ? `${treatment.label}, ${treatment.options}. `
          : ""}
      {looksLike}: {sentence(evidence)} {lawsApply(regulations)}
    </Callout>
  );
}
