import type { Future } from "./after-names.ts";
import { englishWords } from "./language/english-words.ts";
import { wordsOf } from "./words.ts";

/** What a date's name says of the life of its row: it begins, it ends, it is changed. */
type Stage = "begins" | "ends" | "changes";

const moment = "(?: ?(?:at|on|date|day|time|datetime|timestamp|stamp|ts|dt|utc))?$";
const stages: readonly (readonly [Stage, RegExp])[] = [
  [
    "changes",
    new RegExp(
      `\\b(?:last ?(?:update|updated|modified|changed?|edited|edit|modification)|updated?|modified|modify|modification|changed?|edited|tms|row ?version)${moment}`,
    ),
  ],
  [
    "ends",
    new RegExp(
      `\\b(?:end|ends|ended|ending|finish(?:ed)?|close|closed|closing|expir(?:y|e|es|ed|ation)|due|returned?|until|till|thru|through|terminat(?:ion|ed)|cancel(?:led|ed|lation)?|deleted?|deletion|complet(?:ed|ion)|resolv(?:ed|e)|process(?:ed|ing)?|approv(?:ed|al)|confirm(?:ed|ation)|deliver(?:ed|y)|discharged?|deactivat(?:ed|ion)|archived|validat(?:ed|ion)|renew(?:ed|al)|matur(?:ity|ed)|withdrawn|withdrawal|departure|check ?out|log ?out|answered|replied|settled|refunded|acknowledged|fulfilled|revoked|voided)${moment}`,
    ),
  ],
  [
    "begins",
    new RegExp(
      `\\b(?:creat(?:ed?|ion)|insert(?:ed)?|input|regist(?:er|ered|ration)|add(?:ed)?|enter(?:ed)?|entry|open(?:ed|ing)?|start(?:s|ed)?|begins?|from|issued?|order(?:ed)?|placed|book(?:ed|ing)|reserv(?:ed|ation)|loan|borrow(?:ed)?|rent(?:al|ed)|hired?|join(?:ed|ing)?|employment|submit(?:ted)?|submission|request(?:ed)?|claim(?:ed)?|activat(?:ed|ion)|effective|enrol(?:l|led|ment|lment)|admission|admitted|check ?in|since|purchased?|invoiced?|sale|sold|post(?:ed|ing)?|arrival|reported|raised|initiated|launch(?:ed)?|subscri(?:bed|ption)|log ?in|ship(?:ped|ment|ping)?|dispatch(?:ed)?|publish(?:ed)?|publication)${moment}`,
    ),
  ],
];

const stageOf = (words: string): Stage | undefined =>
  awaited.test(words) ? "ends" : stages.find(([, name]) => name.test(words))?.[0];

/** What is on its way: an arrival that is expected, or has been. */
const awaited = /\b(?:estimated|expected|actual|planned|promised) (?:arrival|return|completion)\b/;
/** Where something is sent, its arrival ends the way; in a hotel it begins the stay. */
const sent = /\b(?:ship(?:ped|ment|ping)?|dispatch(?:ed)?|depart(?:ed|ure)|load(?:ed|ing)?)\b/;
const arrives = /\barriv(?:al|ed)\b/;

/** The words that a date's name has beside those of its stage: "premium" of "premium ends at". */
const subjectOf = (words: string): string => stages.reduce((left, [, name]) => left.replace(name, ""), words).trim();

/** Days between the two, at least and at most. */
export interface LaterDate {
  readonly base: string;
  readonly days: readonly [min: number, max: number];
  readonly future: Future;
}

/**
 * The date of a row that another one follows, where their names say that the one begins and the other ends or changes it. Of several
 * that begin it the one of the same subject, else the nearest before it in the table's order.
 */
export function laterDate(later: string, dates: readonly string[]): LaterDate | undefined {
  const words = inEnglish(later);
  const onItsWay = dates.map(inEnglish).some((one) => sent.test(one) && stageOf(one) === "begins");
  const stage = arrives.test(words) && onItsWay ? "ends" : stageOf(words);
  if (stage !== "ends" && stage !== "changes") return undefined;
  const begins = dates.filter(
    (name) => name !== later && stageOf(inEnglish(name)) === "begins" && !(onItsWay && arrives.test(inEnglish(name))),
  );
  const at = dates.indexOf(later);
  const base =
    begins.find((name) => subjectOf(words) !== "" && subjectOf(inEnglish(name)) === subjectOf(words)) ??
    begins.findLast((name) => dates.indexOf(name) < at) ??
    begins[0];
  if (base === undefined) return undefined;
  const far = /\b(?:expir|due|until|till|thru|through|terminat|matur|renew|deactivat|deleted?|deletion)/.test(words);
  if (stage === "changes") return { base, days: [0, 30], future: "never" };
  return far ? { base, days: [14, 365], future: "allowed" } : { base, days: [0, 60], future: "empty" };
}

const inEnglish = (name: string): string => englishWords(wordsOf(name)) ?? wordsOf(name);
