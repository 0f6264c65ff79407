import { choice, idea, type NamePattern } from "./name-pattern.ts";

const pattern = (source: string, longest: number) => ({ generator: "pattern", params: { pattern: source }, longest });

/** Codes, rooms and places in a building. */
export const codePatterns: readonly NamePattern[] = [
  { name: /\b(?:tracking|track and trace)$/, types: ["text"], ideas: [pattern("[A-Z]{2}\\d{9}", 11)], nulls: 0.3 },
  {
    name: /^account$/,
    subject: /\b(?:supplier|vendor|bank|creditor|debtor|payee|payment|transfer)/,
    types: ["text"],
    ideas: [idea("finance.accountNumber", 8)],
  },
  { name: /\bprefix$/, types: ["text"], ideas: [pattern("[A-Z]{3}-", 4)], vague: true },
  { name: /\b(?:vehicle|car) registration$/, types: ["text"], ideas: [{ generator: "vehicle.vrm", longest: 7 }] },
  { name: /\bissn$/, types: ["text"], ideas: [pattern("\\d{4}-\\d{3}[\\dX]", 9)] },
  { name: /\bdoi$/, types: ["text"], ideas: [pattern("10\\.\\d{4}/[a-z]{4}\\.\\d{5}", 18)] },
  {
    name: /^(?:pin|otp)$|\b(?:verification|confirmation|security|access|one time|activation|pin|sms) ?(?:code|pin)$/,
    types: ["text"],
    ideas: [pattern("\\d{6}", 6), pattern("\\d{4}", 4)],
    vague: true,
  },
  {
    name: /\b(?:mpn|asin|plu|hs ?code|tariff ?(?:code|number))$/,
    types: ["text"],
    ideas: [pattern("[A-Z]{2}\\d{6}", 8), pattern("\\d{4}", 4)],
  },
  {
    name: /\b(?:room|aisle|shelf|rack|bin|bay|slot|seat|gate|bin location|homeroom|home room|call number|locker|cabinet)$|\b(?:room|floor|apartment) ?(?:number|no)$/,
    types: ["text"],
    ideas: [pattern("[A-E]-?[1-9]\\d{1,2}", 5), pattern("[A-Z]\\d", 2)],
    vague: true,
  },
  { name: /\bfloor$/, types: ["text"], ideas: [pattern("[1-9]", 1)], vague: true },
  {
    name: /\b(?:cost|profit|revenue) ?cent(?:er|re)(?: ?code)?$|\bledger$/,
    types: ["text"],
    ideas: [pattern("[1-9]\\d{3}", 4)],
    vague: true,
  },
  { name: /\bp ?o ?box$/, types: ["text"], ideas: [pattern("[1-9]\\d{2,3}", 4)], nulls: 0.7 },
  {
    name: /\b(?:opening|working|business|office|visiting) ?hours$|\bhours of operation$|\btime ?slot$/,
    types: ["text"],
    ideas: [
      choice({ "Mon-Fri 9:00-17:00": 4, "Mon-Sat 8:00-18:00": 2, "daily 10:00-20:00": 1 }),
      choice({ "9:00-17:00": 4, "8:00-18:00": 2 }),
    ],
  },
];
