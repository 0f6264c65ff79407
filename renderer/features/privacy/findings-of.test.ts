import { describe, expect, test } from "vitest";
import type { FindingView } from "../../../shared/api/privacy-views.ts";
import { countDecisions, findingsUnder, groupFindings, lawsApply, sentence, shownTags } from "./findings-of.ts";

const finding = (table: string, column: string, more: Partial<FindingView> = {}): FindingView => ({
  table,
  column,
  category: "email",
  looksLike: "E-mail address",
  strength: "direct",
  confidence: 0.9,
  evidence: [],
  regulations: ["GDPR", "HIPAA", "CCPA"],
  decision: "open",
  treatment: { label: "Keep", options: "", icon: "copy", family: "none" },
  suggested: [],
  ...more,
});
const findings = [
  finding("customers", "email", { decision: "masked" }),
  finding("customers", "phone", { looksLike: "Phone number" }),
  finding("payments", "card", { looksLike: "Card number", regulations: ["PCI", "GDPR"], decision: "kept" }),
];

describe("findings", () => {
  test("are counted by what became of them", () => {
    expect(countDecisions(findings)).toEqual({ masked: 1, kept: 1, open: 1, elsewhere: 0 });
  });

  test("stand by table; the open ones, or those whose words are searched for, can be listed alone", () => {
    const listed = (onlyOpen: boolean, filter: string | null): readonly string[] =>
      groupFindings(findings, { onlyOpen, filter }).map(
        ({ table, findings: own, decided, total }) => `${table} ${own.length} ${decided}/${total}`,
      );
    expect(listed(false, null)).toEqual(["customers 2 1/2", "payments 1 1/1"]);
    expect(listed(true, null)).toEqual(["customers 1 1/2"]);
    expect(listed(false, "card pci")).toEqual(["payments 1 1/1"]);
  });

  test("count where a chosen policy speaks of them", () => {
    expect(findingsUnder(findings, ["pci"]).map(({ column }) => column)).toEqual(["card"]);
    expect(findingsUnder(findings, [])).toHaveLength(3);
  });

  test("show the tags of chosen policies first", () => {
    expect(shownTags(["GDPR", "HIPAA", "CCPA"], ["ccpa"])).toEqual(["CCPA", "GDPR"]);
  });

  test("say their evidence and the laws as sentences", () => {
    expect(lawsApply(["PCI", "GDPR", "CCPA"])).toBe("PCI DSS, GDPR and CCPA apply.");
    expect(lawsApply(["GDPR"])).toBe("GDPR applies.");
    expect(sentence(["name reads “card”", "9 of 9 values pass the Luhn check"])).toBe(
      "Name reads “card”; 9 of 9 values pass the Luhn check.",
    );
  });
});
