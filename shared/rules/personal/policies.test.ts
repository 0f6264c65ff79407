import { describe, expect, it } from "vitest";
import { maskCatalogue } from "../../masks/index.ts";
import type { ValueType } from "../../schema/value-type.ts";
import type { DesignedColumn } from "../design.ts";
import type { Rule } from "../rule.ts";
import { personalCategories, type PersonalCategoryId } from "./categories.ts";
import { presetsFor } from "./mask-presets.ts";
import { countsUnder, policies, policyRule, type Policy } from "./policies.ts";
import { policyIds } from "./policy-id.ts";

const text: ValueType = { kind: "text" };
const made: Rule = { kind: "generate", generator: "email", params: {} };

const entry = (valueType: ValueType = text, more: Partial<DesignedColumn> = {}): DesignedColumn => ({
  column: { name: "x", type: "", valueType, nullable: true },
  rule: { kind: "keep" },
  edited: false,
  suggestion: { rule: made, reasons: [], confidence: "high", alternatives: [] },
  unique: false,
  ...more,
});
const ruleOf = (chosen: Parameters<typeof policyRule>[1], category: PersonalCategoryId, column = entry()): string => {
  const rule = policyRule(maskCatalogue, chosen, column, { category });
  return rule?.kind === "mask" ? `${rule.mask} ${JSON.stringify(rule.params)}` : (rule?.kind ?? "none");
};

describe("a policy", () => {
  it("keeps no more of a date, an age and a post code than Safe Harbor lets stay", () => {
    expect(ruleOf(["hipaa"], "birth-date", entry({ kind: "date" }))).toBe('truncate-date {"oldest":89}');
    expect(ruleOf(["hipaa"], "age", entry({ kind: "integer", bits: 32 }))).toBe('limits {"top":90}');
    expect(ruleOf(["hipaa"], "postcode")).toBe("postcode {}");
  });

  it("makes a column anew under Safe Harbor where its values must differ, since a pseudonym is made from the value", () => {
    const unique = { column: { name: "x", type: "", valueType: text, nullable: false }, unique: true };
    expect(ruleOf(["hipaa"], "email")).toBe("constant {}");
    expect(ruleOf(["hipaa"], "email", entry(text, unique))).toBe("generate");
    expect(ruleOf(["gdpr"], "email", entry(text, unique))).toBe('email {"domain":"example"}');
  });

  it("leaves the last four digits of a card number, and nothing of its security code", () => {
    expect(ruleOf(["pci"], "card-number")).toBe("card {}");
    expect(ruleOf(["pci"], "card-code")).toBe("constant {}");
  });

  it("is joined with others so that the strictest that speaks of a kind of data decides", () => {
    expect(ruleOf(["gdpr", "hipaa"], "email")).toBe("constant {}");
    expect(ruleOf(["gdpr", "pci"], "card-number")).toBe("card {}");
    expect(ruleOf(["gdpr", "pci"], "email")).toBe('email {"domain":"example"}');
  });

  it("removes special categories under GDPR", () => {
    for (const category of ["health", "religion", "sexuality"] as const)
      expect(ruleOf(["gdpr"], category)).toBe("constant {}");
  });

  it("counts the findings with its tags, and all where none is chosen", () => {
    expect(countsUnder(["pci"], ["GDPR", "CCPA"])).toBe(false);
    expect(countsUnder(["pci", "ccpa"], ["GDPR", "CCPA"])).toBe(true);
    expect(countsUnder([], ["GDPR"])).toBe(true);
  });

  it("says something of each of HIPAA's identifiers", () => {
    const spoken = Object.entries(personalCategories).filter(([, { regulations }]) =>
      (regulations as readonly string[]).includes("HIPAA"),
    );
    const { masks }: Policy = policies.hipaa;
    expect(spoken.filter(([id]) => !Object.hasOwn(masks, id)).map(([id]) => id)).toEqual([]);
  });

  it.each(policyIds)("names only masks that there are, with parameters that they take: %s", (id) => {
    const { masks }: Policy = policies[id];
    for (const words of Object.values(masks)) {
      for (const [mask, params = {}] of words) {
        expect(maskCatalogue.get(mask)?.params.safeParse(params).success, `${mask} ${JSON.stringify(params)}`).toBe(
          true,
        );
      }
    }
  });
});

it.each(policyIds)("sets nothing that a check then warns of: %s", (id) => {
  const types: readonly ValueType[] = [text, { kind: "integer", bits: 32 }, { kind: "date" }];
  for (const type of types) {
    for (const category of Object.keys(personalCategories) as PersonalCategoryId[]) {
      const rule = policyRule(maskCatalogue, [id], entry(type), { category });
      const mask = rule?.kind === "mask" ? maskCatalogue.get(rule.mask) : undefined;
      if (rule?.kind !== "mask" || mask === undefined) continue;
      const params = mask.params.parse(rule.params);
      const { keepsEquality, forgets, generalises } = mask.promises(params, type);
      const undone = keepsEquality && !forgets && !generalises && !mask.keyed(params);
      expect(undone, `${category} of ${type.kind}: ${rule.mask}`).toBe(false);
    }
  }
});

it("masks each field of a document as its policy masks a column of that kind", () => {
  const fields = { "$.zip": "postcode", "$.holder.phone": "phone" } as const;
  const rule = policyRule(maskCatalogue, ["hipaa"], entry({ kind: "json" }), { category: "phone", fields });
  expect(rule).toMatchObject({
    mask: "json",
    params: { paths: { "$.zip": "postcode", "$.holder.phone": "constant" } },
  });
});

describe("presets", () => {
  const labels = (column: DesignedColumn, category: PersonalCategoryId = "user-name"): readonly string[] =>
    presetsFor(maskCatalogue, column, { category }).map(({ label }) => label);

  it("are offered where they fit", () => {
    expect(labels(entry())).toEqual([
      "Pseudonymous e-mail, domain kept",
      "Consistent name",
      "Suppress as ***REDACTED***",
    ]);
    expect(labels(entry(), "age")).toContain("Age bands 0-17, 18-29, 30-44, 45-59, 60+");
    expect(labels(entry({ kind: "integer", bits: 32 }))).toContain("Age bands 0-17, 18-29, 30-44, 45-59, 60+");
    expect(labels(entry({ kind: "integer", bits: 32 }))).toContain("Noise of ±10 %");
    expect(labels(entry(text, { unique: true }))).not.toContain("Suppress as ***REDACTED***");
  });
});

describe("presets and policies", () => {
  it("mean what their names say, by the defaults of their masks", () => {
    const words = (id: string): string | undefined => {
      const mask = maskCatalogue.get(id);
      return mask?.describe(mask.params.parse({}), text);
    };
    expect(["email", "bands", "constant", "noise", "card", "postcode", "truncate-date"].map(words)).toEqual([
      "u…@its own domain",
      "0-17, 18-29, 30-44, 45-59, 60+",
      "***REDACTED***",
      "±10%",
      "last 4",
      "first 3",
      "first day of the year",
    ]);
  });
});
