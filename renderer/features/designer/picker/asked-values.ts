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
  /** Prices that end in .99. */
  readonly charm?: boolean;
  /** Signs of one kind, as a regular expression: "6 digits", "3 letters". */
  readonly pattern?: string;
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
/** "future date", "in the past": which side of today, without a length. */
const side =
  /(?:^|\s)(?:in (?:the|der) )?(?:(future|upcoming|zukunft(?:ig\w*)?|futur[aeo]?s?|framtida?)|(past|vergangen\w*|passee?s?|pasad[ao]s?|forflutna)|(recent(?:ly|es?)?|kurzlich\w*|reciente?s?))(?=$|\s)/;
const moment = /^(?:a |an |the )?(?:date|datetime|date time|day|moment|time|timestamp|datum|fecha)s?$/;
const isoDay = String.raw`\d{4}-\d\d-\d\d`;
const days = new RegExp(
  String.raw`(?:^|\s)(?:between|from|von|zwischen|du|de|fran)?\s*(${isoDay})\s*(?:and|to|till|bis|und|au|et|a|y|och|\.{2,3}|–|…)\s*(${isoDay})(?=$|\s)`,
);
const since = new RegExp(String.raw`(?:^|\s)(?:since|after|seit|depuis|desde|sedan)\s+(${isoDay}|\d{4})(?=$|\s)`);
const signs =
  /(?:^|\s)(\d{1,2})(?:\s+|-)(?:random\s+)?(letters?|digits?|chars?|characters?|buchstaben|ziffern|stellen|zeichen|lettres?|chiffres?|letras?|cifras?|bokstaver|siffror|tecken)(?=$|\s)/;
const signRange = /^\s*\[?([a-z]-[a-z])\]?\s*$/i;
const workTime =
  /(?:^|\s)(?:business|office|working|opening|work) hours(?=$|\s)|(?:^|\s)(?:geschaftszeiten|burozeiten)(?=$|\s)/;
const charm =
  /(?:^|\s)(?:(?:prices? )?(?:that )?(?:ends?|ending|endend|endet|finissant|termin\w+|slutar)(?:\s+(?:in|on|with|by|auf|mit|par|en|con|pa))?\s+)?\d*[.,]99(?:\s+(?:prices?|endings?))?(?=$|\s)/;
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

  // Not behind a range, whose end it may be: "5 to 19.99".
  if (!range.test(text) && take(charm)) found.charm = true;
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
  else {
    const [, ahead, back, lately] = take(side) ?? [];
    if (ahead !== undefined) found.span = { from: "today", to: "+1y" };
    else if (back !== undefined) found.span = { from: "-1y", to: "today" };
    else if (lately !== undefined) found.span = { from: "-30d", to: "today" };
    // Which kind of moment it is, the column says.
    if (found.span && moment.test(text)) text = "";
  }
  if (take(workTime)) found.businessHours = true;
  const between = take(days);
  const start = between ? null : take(since);
  if (between) found.span = { from: between[1] ?? "", to: between[2] ?? "" };
  else if (start)
    found.span = { from: /^\d{4}$/.test(start[1] ?? "") ? `${start[1]}-01-01` : (start[1] ?? ""), to: "today" };
  const few = take(signs);
  const letters = signRange.exec(query);
  if (letters) {
    found.pattern = `[${letters[1]}]`;
    text = "";
  } else if (few) {
    const count = Number(few[1]);
    found.pattern = `${signClass(few[2] ?? "")}{${count}}`;
    if (found.pattern.startsWith("[0-9]") && count > 0 && count < 16)
      found.range = { min: count === 1 ? 0 : 10 ** (count - 1), max: 10 ** count - 1 };
  }
  const ends = take(range);
  if (ends) {
    const [first = "", second = ""] = [ends[1], ends[2]];
    const [left, right] = [numberOf(first), numberOf(second)];
    found.range = { min: Math.min(left, right), max: Math.max(left, right) };
    const places = Math.max(...[first, second].map((end) => /[.,](\d+)/.exec(end)?.[1]?.length ?? 0));
    if (places > 0 && found.scale === undefined) found.scale = places;
  }
  if (!ends && !direction && !digits && !found.span && !found.charm && found.pattern === undefined) {
    const list = readList(query);
    if (list) found.list = list;
  }
  found.words = text;
  return found;
}

/** The signs that a word means, as a class of a regular expression. */
function signClass(word: string): string {
  if (/^(?:digit|ziffer|stelle|chiffre|cifra|siffr)/.test(word)) return "[0-9]";
  return /^(?:letter|buchstab|lettre|letra|bokst)/.test(word) ? "[A-Z]" : "[A-Za-z0-9]";
}

const listLead =
  /^\s*(?:weighted(?: choice)?|choices?|one of|either|any of|pick|list|values?|auswahl|entweder)\b[:\s]*/i;

/** "gold, silver, bronze", "yes/no", "weighted gold 60 silver 40": at least two values, as they were written. */
function readList(query: string): AskedValues["list"] {
  const lead = listLead.exec(query)?.[0] ?? "";
  const rest = query.slice(lead.length);
  const marked = /[,;|/]/.test(rest);
  const shares = /^\s*(?:\S+\s+\d+(?:[.,]\d+)?\s*%\s*){2,}$/.test(rest);
  if (!marked && !shares && !/^\s*(?:weighted|one of|either|any of)/i.test(lead)) return undefined;
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
