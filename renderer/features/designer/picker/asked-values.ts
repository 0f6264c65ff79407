import { fold } from "./fold-words.ts";

/** What of a search speaks of the values themselves: a range, decimals, a list, a span of time. */
export interface AskedValues {
  readonly range?: { readonly min: number; readonly max: number };
  /** Digits behind the point. */
  readonly scale?: number;
  /** Values with their weights. */
  readonly list?: readonly { readonly value: string; readonly weight: number }[];
  /** From and to, as moments are written: "-30d", "today". */
  readonly span?: { readonly from: string; readonly to: string };
  readonly businessHours?: boolean;
  /** What is left to look up in the catalogue. */
  readonly words: string;
}

const number = String.raw`[-−]?\d+(?:[.,]\d+)?(?:e\d+)?`;
const range = new RegExp(
  String.raw`(?:^|\s)(?:between|from|range|zwischen|von|entre|de|mellan|fran)?\s*(${number})\s*(?:and|to|till|bis|und|et|a|y|och|\.{2,3}|-|–|…)\s*(${number})(?=$|\s|%)`,
);
const scale =
  /(?:^|\s)(\d{1,2}|one|two|three|four|zwei|drei|deux|trois|dos|tres|tva|tre)\s+(?:decimals?|decimal places?|digits after the (?:point|comma)|places|nachkommastellen|dezimalstellen|decimales?|decimaler)(?=$|\s)/;
const span =
  /(?:^|\s)(last|past|previous|next|coming|letzte[nrs]?|nachste[nrs]?|kommende[nrs]?|dernier(?:e?s?)|derniere|prochain(?:e?s?)|ultim[oa]s?|proxim[oa]s?|senaste|nasta|kommande)\s+(?:(\d{1,4}|two|three|six|seven)\s+)?(hours?|days?|weeks?|months?|years?|quarters?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?|heures?|jours?|semaines?|mois|ans|annees?|horas?|dias?|semanas?|mes(?:es)?|anos?|timmar(?:na)?|timmen|dagar(?:na)?|dagen|veckor(?:na)?|veckan|manader(?:na)?|manaden|ar(?:et|en)?)(?=$|\s)/;
const spanBack =
  /(?:^|\s)(\d{1,4})\s+(derniers?|dernieres?|ultim[oa]s|prochains?|prochaines?|proxim[oa]s)\s+(\p{L}+)(?=$|\s)/u;
const workTime =
  /(?:^|\s)(?:business|office|working|opening|work) hours(?=$|\s)|(?:^|\s)(?:geschaftszeiten|burozeiten)(?=$|\s)/;
const day = /(?:^|\s)(?:today|heute|aujourd ?hui|hoy|idag)(?=$|\s)/;

const counted: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  six: 6,
  seven: 7,
  zwei: 2,
  drei: 3,
  deux: 2,
  trois: 3,
  dos: 2,
  tres: 3,
  tva: 2,
  tre: 3,
};
const countOf = (text: string): number => counted[text] ?? Number(text);
const numberOf = (text: string): number => Number(text.replace("−", "-").replace(",", "."));

/** The unit of a span as moments write it, by how its name begins in five languages. */
function unitOf(name: string): string {
  if (/^(?:hour|stund|heure|hora|timm)/.test(name)) return "h";
  if (/^(?:week|woche|semain|semana|veck)/.test(name)) return "w";
  if (/^(?:month|monat|mois|mes|manad)/.test(name)) return "m";
  if (/^(?:year|jahr|an|ar)/.test(name)) return "y";
  return "d";
}

/** Reads what a search says of the values: "price between 5 and 100", "2 decimals", "gold, silver", "last 30 days". */
export function readAskedValues(query: string): AskedValues {
  let text = fold(query).replaceAll(/['’]/g, " ").trim();
  const found: { -readonly [K in keyof AskedValues]: AskedValues[K] } = { words: "" };
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(text);
    if (match) text = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();
    return match;
  };

  const digits = take(scale);
  if (digits) found.scale = countOf(digits[1] ?? "");
  // "7 derniers jours" before "derniers jours".
  const behind = take(spanBack);
  const past = behind ? null : take(span);
  const [direction, count, unit] = behind ? [behind[2], behind[1], behind[3]] : past ? past.slice(1) : [];
  if (direction !== undefined && unit !== undefined) {
    const quarter = unit.startsWith("quarter");
    const length = `${countOf(count ?? "1") * (quarter ? 3 : 1)}${quarter ? "m" : unitOf(unit)}`;
    found.span = /^(?:next|coming|nachst|kommende|prochain|proxim|nasta|kommande)/.test(direction)
      ? { from: "today", to: `+${length}` }
      : { from: `-${length}`, to: "today" };
  } else if (take(day)) found.span = { from: "today", to: "today" };
  if (take(workTime)) found.businessHours = true;
  const ends = take(range);
  if (ends) {
    const [first = "", second = ""] = [ends[1], ends[2]];
    const [left, right] = [numberOf(first), numberOf(second)];
    found.range = { min: Math.min(left, right), max: Math.max(left, right) };
    const places = Math.max(...[first, second].map((end) => /[.,](\d+)/.exec(end)?.[1]?.length ?? 0));
    if (places > 0 && found.scale === undefined) found.scale = places;
  }
  if (!ends && !direction && !digits) {
    const list = readList(query);
    if (list) found.list = list;
  }
  found.words = text;
  return found;
}

const listLead =
  /^\s*(?:weighted(?: choice)?|choices?|one of|either|any of|pick|list|values?|auswahl|entweder)\b[:\s]*/i;

/** "gold, silver, bronze", "yes/no", "weighted gold 60 silver 40": at least two values, as they were written. */
function readList(query: string): AskedValues["list"] {
  const lead = listLead.exec(query)?.[0] ?? "";
  const rest = query.slice(lead.length);
  const marked = /[,;|/]/.test(rest);
  if (!marked && !/^\s*(?:weighted|one of|either|any of)/i.test(lead)) return undefined;
  if (/:\/\//.test(rest)) return undefined;
  const pieces = marked ? rest.split(/[,;|/]/) : (rest.match(/\S+(?:\s+\d+(?:[.,]\d+)?%?)?/g) ?? []);
  const values = pieces.flatMap((piece) => {
    const match = /^(.*?\D)(?:\s*[:=]\s*|\s+)(\d+(?:[.,]\d+)?)\s*%?$/.exec(piece.trim());
    const value = (match?.[1] ?? piece).trim();
    return value === "" || /^(?:and|or|oder|und)$/i.test(value)
      ? []
      : [{ value, weight: match?.[2] === undefined ? 1 : numberOf(match[2]) }];
  });
  return values.length > 1 && new Set(values.map(({ value }) => value)).size === values.length ? values : undefined;
}
