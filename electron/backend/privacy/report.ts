import type { PrivacyChecks, RiskView } from "../../../shared/api/privacy-check-views.ts";
import type { ColumnTreatment, PrivacyReport } from "../../../shared/api/privacy-report.ts";
import type { FindingView } from "../../../shared/api/privacy-views.ts";
import { maskKeys } from "../../../shared/keyed/mask-keys.ts";
import type { ColumnMask } from "../../../shared/plan/plan.ts";
import { countsUnder, policies } from "../../../shared/rules/personal/policies.ts";
import { policiesInOrder } from "../../../shared/rules/personal/policy-id.ts";
import type { Session } from "../sessions/session.ts";
import { version } from "../version.ts";
import { privacyChecks } from "./checks.ts";
import { findingViews } from "./finding-views.ts";
import type { MaskedSource } from "./masked-source.ts";
import { tableRisk } from "./risk.ts";

/** Takes all figures anew and puts them together. Throws a SeedloomError. */
export async function privacyReport(
  session: Session,
  source: MaskedSource,
  asked: { readonly scope: PrivacyChecks["scope"]; readonly key: Uint8Array | undefined },
): Promise<PrivacyReport> {
  const findings = findingViews(source.plan, source.findings, session.schema.locked(session.project));
  const { elapsed: _elapsed, ...checks } = await privacyChecks(source, asked.scope);
  const under = (name: string, counts: (finding: FindingView) => boolean) => {
    const own = findings.filter(counts);
    return { name, findings: own.length, open: own.filter(({ decision }) => decision === "open").length };
  };
  const count = (decision: string): number => findings.filter((one) => one.decision === decision).length;
  const names = [...new Set(findings.flatMap(({ regulations }) => regulations))].toSorted();
  return {
    seedloom: version,
    project: session.name,
    source: session.source.label,
    date: source.plan.referenceDate,
    ...(asked.key === undefined ? {} : { key: maskKeys(asked.key).fingerprint }),
    decided: { findings: findings.length, masked: count("masked"), kept: count("kept"), open: count("open") },
    policies: policiesInOrder(session.project.policies ?? []).map((id) =>
      under(policies[id].label, ({ regulations }) => countsUnder([id], regulations)),
    ),
    regulations: names.map((name) => under(name, ({ regulations }) => regulations.includes(name))),
    findings: findings.map(({ suggested: _suggested, strength: _strength, treatment, ...finding }) => ({
      ...finding,
      treatment: [treatment.label, treatment.options].filter((words) => words !== "").join(": "),
    })),
    masks: treatments(source),
    checks,
    risks: await risks(source),
  };
}

function treatments({ tables }: MaskedSource): readonly ColumnTreatment[] {
  return tables.flatMap(({ id, masked }) =>
    [...(masked ?? [])].flatMap(([column, planned]): readonly ColumnTreatment[] => {
      if (planned === null) return [];
      const { mask, params, domain, as } = planned;
      return [
        {
          table: id,
          column,
          label: mask.label,
          options: mask.describe(params, as.valueType),
          ...(mask.promises(params, as.valueType).keepsEquality ? { domain } : {}),
          outcome: outcomeOf(planned),
        },
      ];
    }),
  );
}

function outcomeOf({ mask, params, as }: ColumnMask): ColumnTreatment["outcome"] {
  const kept = mask.promises(params, as.valueType);
  if (kept.forgets) return "removed";
  if (mask.keyed(params) && (kept.reversible || kept.keepsEquality)) return "pseudonymised";
  return kept.keepsEquality ? "generalised" : "changed";
}

/** The figures of every table that has columns which together could tell who somebody is. */
async function risks(source: MaskedSource): Promise<PrivacyReport["risks"]> {
  const found: Omit<RiskView, "revision" | "choices">[] = [];
  for (const { id } of source.tables) {
    const { choices: _choices, ...risk } = await tableRisk(source, { table: id });
    if (risk.quasi.length > 0 && risk.rows > 0) found.push(risk);
  }
  return found;
}
