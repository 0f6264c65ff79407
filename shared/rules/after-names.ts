/** How far one moment may lie from another. */
export type Distance = readonly [min: number, max: number, unit: "minutes" | "hours" | "days"];

const ordered =
  /\b(?:order(?:ed)?|placed|purchased?|trans(?:action)?|sale|sold|created|creation|booked|booking|inserted|registered|submitted|requested|opened|invoice|issued?)(?: ?(?:at|on|date|time|datetime|ts|timestamp|dt))?$/;

/**
 * What becomes of a moment that would lie after today: it may, as what is due; it does not, as a change that is told; or there
 * is none yet, as of a parcel that has not arrived.
 */
export type Future = "allowed" | "never" | "empty";

interface Sequence {
  readonly later: RegExp;
  readonly earlier: readonly RegExp[];
  readonly distance: Distance;
  /** "empty" where absent. */
  readonly future?: Future;
}

/** What comes after what, by names; the earlier ones are tried in turn. */
export const sequences: readonly Sequence[] = [
  {
    later:
      /\b(?:last ?(?:update|updated|modified|changed|edited)|updated|modified|changed|edited|update|modify|modification)(?: ?(?:at|on|date|time|datetime|ts|timestamp|utc|dt))?$/,
    earlier: [
      /\b(?:created?|inserted|registered|added|creation)(?: ?(?:at|on|date|time|datetime|ts|timestamp|utc|dt))?$/,
    ],
    distance: [0, 30, "days"],
    future: "never",
  },
  {
    later: /\b(?:shipped|dispatched|ship)(?: ?(?:at|on|date|time|datetime|ts))?$/,
    earlier: [/\b(?:order(?:ed)?|placed|purchased?)(?: ?(?:at|on|date|time|datetime|ts))?$/, ordered],
    distance: [1, 6, "days"],
  },
  {
    later: /\b(?:delivered|received|delivery|arrived)(?: ?(?:at|on|date|time|datetime|ts))?$/,
    earlier: [/\b(?:shipped|dispatched|ship)(?: ?(?:at|on|date|time|datetime|ts))?$/, ordered],
    distance: [1, 7, "days"],
  },
  {
    later: /\b(?:paid|payment|captured|settled)(?: ?(?:at|on|date|time|datetime|ts))$/,
    earlier: [ordered],
    distance: [0, 14, "days"],
  },
  {
    later: /\b(?:due|required|req|expected|promised|deadline)(?: ?(?:at|on|by|date|time|datetime))?$/,
    earlier: [ordered],
    distance: [14, 30, "days"],
    future: "allowed",
  },
  {
    later: /\b(?:returned|return)(?: ?(?:at|on|date|time|datetime))?$/,
    earlier: [/\b(?:rental|rented|loan|borrowed|delivered|shipped)(?: ?(?:at|on|date|time|datetime))?$/, ordered],
    distance: [1, 10, "days"],
  },
  {
    later:
      /\b(?:deleted|voided|removed|revoked|rejected|suspended|banned|declined|dismissed|merged|handed over|dispensed|archived|inactive|deactivated|cancell?ed|(?:re ?)?closed|re ?opened|resolved|completed|finished|approved|processed|published|confirmed|verified|answered|refunded|moved|started)(?: ?(?:at|on|date|time|datetime|ts))$/,
    earlier: [/\b(?:started|opened|submitted|requested|prepared)(?: ?(?:at|on|date|time|datetime|ts))$/, ordered],
    distance: [0, 60, "days"],
  },
  {
    later: /\b(?:discontinued|withdrawn|retired)(?: ?(?:at|on|date|time|datetime))$/,
    earlier: [/\b(?:start|sell start|launch(?:ed)?|released?|introduced|created)(?: ?(?:at|on|date|time|datetime))$/],
    distance: [200, 1500, "days"],
  },
  {
    later: /\b(?:termination|terminated|left|exit|resignation)(?: ?(?:at|on|date))?$/,
    earlier: [/\b(?:hired?|employment|joined|joining|entry)(?: ?(?:at|on|date))?$/],
    distance: [90, 2500, "days"],
  },
];

/** Begins what takes as long as its table is about. */
export const startWord = /\b(?:start|begin|onset)(?:s|ed|ing)?\b/;

/** Pairs of words that make two names a beginning and an end: start_date and end_date. */
export const pairs: readonly (readonly [begin: RegExp, end: string, distance: Distance])[] = [
  [/\bvalid start\b/, "valid end", [365, 3650, "days"]],
  [/\bvalid from\b/, "valid (?:to|until|thru)", [30, 365, "days"]],
  [startWord, "(?:end|finish|stop)(?:s|ed|ing)?", [0, 14, "days"]],
  [/\bfrom\b/, "(?:to|until|thru)", [1, 90, "days"]],
  [/\bfirst\b/, "last", [30, 730, "days"]],
  [/\bopen(?:ed)?\b/, "closed?", [1, 30, "days"]],
  [/\bdeparture\b|\bdeparted\b/, "(?:arrival|arrived)", [1, 12, "hours"]],
  [/\bcheck in\b/, "check out", [1, 10, "days"]],
  [/\beffective\b/, "(?:expiry|expiration|expires)", [30, 730, "days"]],
  [/\bissued?\b/, "(?:expiry|expiration|expires)", [365, 3650, "days"]],
];

export const numericPairs: readonly (readonly [low: RegExp, high: string])[] = [
  [/\b(?:min|minimum)\b/, "(?:max|maximum)"],
  [/\b(?:low|lower|lowest)\b/, "(?:high|upper|highest)"],
];

/** How long takes what a table is about, between its start and its end. */
const lasting: readonly (readonly [noun: RegExp, distance: Distance, ofDays: boolean])[] = [
  [
    /\b(?:period|plan|policy|contract|membership|subscription|enrol?lment|employment|insurance|lease|tenancy|agreement|project|cohort|position|assignment|warranty|term|season)$/,
    [90, 730, "days"],
    true,
  ],
  [
    /\b(?:session|login|call|history|log|job|run|execution|backup|import|sync|shift|meeting|appointment|lesson|trip|ride|attempt|connection|break|recording|download)$/,
    [1, 240, "minutes"],
    false,
  ],
];

/** What is agreed on, and so may well end after today. */
const agreed =
  /\b(?:plan|policy|contract|membership|subscription|enrol?lment|employment|insurance|lease|tenancy|agreement|project|position|assignment|warranty|term|season)\b/;

/** How long from start to end in a table of this noun; undefined where it does not say. Whole days hold no minutes. */
export function lastingOf(
  noun: string,
  days: boolean,
): { readonly distance: Distance; readonly future: Future } | undefined {
  const found = lasting.find(([name, , ofDays]) => (ofDays || !days) && name.test(noun));
  return found && { distance: found[1], future: agreed.test(noun) ? "allowed" : "empty" };
}
