import type { MaskCatalogue } from "../../masks/mask.ts";
import type { DesignedColumn } from "../design.ts";
import type { Rule } from "../rule.ts";
import type { PersonalCategoryId, Regulation } from "./categories.ts";
import { policiesInOrder, policyIds, type PolicyId } from "./policy-id.ts";
import {
  fake,
  hidden,
  maskOfFields,
  masksThatSuit,
  suggestedMasks,
  type LooksLike,
  type MaskWords,
} from "./suggest-mask.ts";

/** A law or standard as a set of masks. */
export interface Policy {
  readonly label: string;
  /** One sentence for the menu. */
  readonly help: string;
  /** The tags that count under it. */
  readonly regulations: readonly Regulation[];
  /** What becomes of a kind of data, best first; of other kinds, what is suggested anyway. */
  readonly masks: Readonly<Partial<Record<PersonalCategoryId, readonly MaskWords[]>>>;
  /** Values must not be made from the old ones: where no such mask fits, the column is generated anew. */
  readonly forgets?: true;
}

/** 45 CFR 164.514(b)(2)(i): identifiers go, dates keep the year, ages end at 89, post codes keep three digits. */
const safeHarbor: Policy["masks"] = {
  ...removed(
    "given-name family-name full-name user-name street city district coordinates phone fax email social-security",
  ),
  ...removed("medical-record health-plan account iban licence vehicle device url ip-address biometric photo genetic"),
  ...removed("other-identifier national-id tax-id card-holder card-number card-code free-text"),
  "birth-date": [["truncate-date", { oldest: 89 }], ...hidden],
  "personal-date": [["truncate-date"], ...hidden],
  age: [["limits", { top: 90 }], ...hidden],
  postcode: [["postcode"], ...hidden],
};

/** GDPR, Article 4(5) and 25: pseudonyms that nobody undoes without the key; Article 9: special categories go. */
const pseudonyms: Policy["masks"] = {
  email: [["email", { domain: "example" }], ["hash"], ...hidden],
  "birth-date": [["truncate-date"], ["date-shift"], ...hidden],
  postcode: [["postcode", { keep: 2, hipaa: false }], ...hidden],
  "ip-address": [["ip-prefix"], ...hidden],
  coordinates: [["noise"], ["hash"], ...hidden],
  ...removed("health religion ethnicity politics sexuality genetic biometric photo secret"),
};

/** PCI DSS 4.0: 3.3.1 security codes are not kept; 3.4.1 at most the first six and the last four digits are shown. */
const cardData: Policy["masks"] = {
  "card-number": [["card"], ["format-preserving", { luhn: true }], ...hidden],
  "card-holder": [fake("person.fullName"), ...hidden],
  ...removed("card-expiry card-code secret"),
};

/** CCPA, 1798.140(m): what is left cannot reasonably be linked to a consumer or household. */
const deidentified: Policy["masks"] = {
  email: [["hash"], ["email", { domain: "example" }], ...hidden],
  "birth-date": [["truncate-date"], ...hidden],
  age: [["bands"], ...hidden],
  income: [["noise"], ["bands"], ...hidden],
  coordinates: [["noise"], ...hidden],
  "ip-address": [["ip-prefix"], ...hidden],
  ...removed("social-security national-id licence biometric health religion ethnicity politics sexuality genetic"),
};

/** Where several are chosen, the strictest that speaks of a kind of data decides. */
export const policies = {
  hipaa: {
    label: "HIPAA Safe Harbor",
    help: "Removes the 18 identifiers; dates keep the year, post codes three digits.",
    regulations: ["HIPAA"],
    masks: safeHarbor,
    forgets: true,
  },
  pci: {
    label: "PCI DSS",
    help: "Cuts card numbers to their last four digits and removes security codes.",
    regulations: ["PCI"],
    masks: cardData,
  },
  gdpr: {
    label: "GDPR",
    help: "Pseudonyms under the project's key; special categories are removed.",
    regulations: ["GDPR", "GDPR 9"],
    masks: pseudonyms,
  },
  ccpa: {
    label: "CCPA",
    help: "Leaves nothing that links to a consumer or household.",
    regulations: ["CCPA"],
    masks: deidentified,
  },
} as const satisfies Record<PolicyId, Policy>;

/** "PCI DSS, GDPR" */
export const policyLabels = (chosen: readonly PolicyId[]): string =>
  policiesInOrder(chosen)
    .map((id) => policies[id].label)
    .join(", ");

/**
 * Whether a finding with these tags counts under the chosen policies; under none of them, every finding does. What no tag
 * is known of counts under all.
 */
export const countsUnder = (chosen: readonly PolicyId[], regulations: readonly Regulation[]): boolean =>
  chosen.length === 0 ||
  regulations.length === 0 ||
  chosen.some((id) => policies[id].regulations.some((tag) => regulations.includes(tag)));

/** The rule that the chosen policies set for a personal column; undefined where nothing fits it. */
export function policyRule(
  masks: MaskCatalogue,
  chosen: readonly PolicyId[],
  entry: Pick<DesignedColumn, "column" | "unique" | "suggestion">,
  found: LooksLike,
): Rule | undefined {
  const { category } = found;
  if (found.fields !== undefined) {
    const words = maskOfFields(found, (kind, field) =>
      policyRule(masks, chosen, { ...field, suggestion: entry.suggestion }, { category: kind }),
    );
    return masksThatSuit(masks, entry, [words, ...hidden])[0]?.rule;
  }
  for (const id of policyIds) {
    const policy: Policy = policies[id];
    const words = chosen.includes(id) ? policy.masks[category] : undefined;
    if (words === undefined) continue;
    const [first] = masksThatSuit(masks, entry, words);
    if (first !== undefined) return first.rule;
    const anew = entry.suggestion.rule;
    if (policy.forgets === true && anew.kind === "generate") return anew;
  }
  return suggestedMasks(masks, entry, found)[0]?.rule;
}

function removed(categories: string): Policy["masks"] {
  return Object.fromEntries(categories.split(" ").map((category) => [category, hidden]));
}
