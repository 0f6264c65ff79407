import type { ProofView } from "./load-views.ts";

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** A proof in one line: "770 foreign keys, 0 orphans; 41 uniques hold; nextval ok". */
export function proofWords({ foreignKeys, uniques, checks, sequences, findings }: ProofView): string {
  const of = (kind: ProofView["findings"][number]["kind"]) => findings.filter((finding) => finding.kind === kind);
  const orphans = of("foreign-key").reduce((sum, { rows }) => sum + rows, 0);
  const held = (noun: string, all: number, broken: number): string =>
    broken === 0
      ? `${counted(all, noun)} ${all === 1 ? "holds" : "hold"}`
      : `${broken} of ${counted(all, noun)} ${broken === 1 ? "does" : "do"} not hold`;
  const unique = [...of("unique"), ...of("exclusion")];
  const [check, nulls, taken] = [of("check"), of("not-null"), of("sequence")];
  return [
    `${counted(foreignKeys, "foreign key")}, ${counted(orphans, "orphan")}`,
    held("unique", Math.max(uniques, unique.length), unique.length),
    ...(checks > 0 || check.length > 0 ? [held("check", Math.max(checks, check.length), check.length)] : []),
    ...(nulls.length > 0 ? [`NULL in ${counted(nulls.length, "column")} that must have a value`] : []),
    ...(taken.length > 0
      ? [`nextval not ok in ${counted(taken.length, "table")}`]
      : sequences > 0
        ? ["nextval ok"]
        : []),
  ].join("; ");
}
