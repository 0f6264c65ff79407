import { foreignWords } from "./foreign-words.ts";

/** What column names shorten, each with one usual meaning. */
const shortened: Readonly<Record<string, string>> = {
  acc: "account",
  acct: "account",
  acnt: "account",
  addr: "address",
  adr: "address",
  amt: "amount",
  appl: "application",
  appt: "appointment",
  att: "attachment",
  avg: "average",
  bal: "balance",
  beg: "begin",
  bldg: "building",
  cad: "created",
  cat: "category",
  cd: "code",
  cfg: "config",
  chg: "change",
  cmt: "comment",
  cnt: "count",
  ctry: "country",
  crt: "created",
  curr: "currency",
  cust: "customer",
  del: "deleted",
  dept: "department",
  descr: "description",
  dsc: "description",
  dest: "destination",
  dt: "date",
  dte: "date",
  dttm: "datetime",
  dtm: "datetime",
  eff: "effective",
  emp: "employee",
  exp: "expiry",
  flg: "flag",
  freq: "frequency",
  fullday: "full day",
  grp: "group",
  hrs: "hours",
  img: "image",
  ins: "inserted",
  inst: "institution",
  inv: "invoice",
  lang: "language",
  lbl: "label",
  loc: "location",
  lvl: "level",
  lv: "level",
  mgr: "manager",
  mod: "modified",
  msg: "message",
  mpasswd: "password",
  nbr: "number",
  nm: "name",
  nr: "number",
  num: "number",
  ord: "order",
  org: "organization",
  orig: "original",
  pass: "password",
  pct: "percent",
  perc: "percent",
  pers: "person",
  perso: "personal",
  pic: "picture",
  pmt: "payment",
  pos: "position",
  pref: "preferred",
  prio: "priority",
  prod: "product",
  pt: "patient",
  pwd: "password",
  pymt: "payment",
  qt: "quantity",
  qty: "quantity",
  rcv: "received",
  recd: "received",
  reg: "registration",
  rel: "relation",
  req: "request",
  sec: "security",
  seq: "sequence",
  spec: "specification",
  src: "source",
  sts: "status",
  subj: "subject",
  svc: "service",
  sz: "size",
  temp: "temperature",
  tm: "time",
  tot: "total",
  trx: "transaction",
  txn: "transaction",
  txt: "text",
  upd: "updated",
  usr: "user",
  val: "value",
  veh: "vehicle",
  vol: "volume",
  wh: "warehouse",
  wt: "weight",
  yr: "year",
};

/** Words between the others: "fecha de alta", "date du contrat". */
const between = new Set(
  "de da do del della di dos das du des la le el los las les y et der die von fur zum".split(" "),
);
/** Words that several languages share, or write alike, at the beginning of such a name. */
const sharedHeads: Readonly<Record<string, string>> = {
  data: "date",
  date: "date",
  total: "total",
  id: "id",
  cod: "code",
  num: "number",
  document: "document",
  mail: "mail",
  email: "email",
  web: "web",
  note: "note",
};
/** A type of programs before the name of the value: "strName", "intCount", "bActive". */
const typePrefix =
  /^(?:str|int|lng|dbl|flt|bln|bool|bol|dat|dtm|txt|chr|vch|vc|var|num|fld|col|tbl|[a-z]) (?=[a-z]{2})/;

interface Part {
  readonly text: string;
  readonly behind: boolean;
  readonly foreign: boolean;
}

function partsOf(words: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  for (let k = 0; k < words.length; k++) {
    const word = words[k] ?? "";
    const phrase = k + 1 < words.length ? foreignWords.get(`${word} ${words[k + 1] ?? ""}`) : undefined;
    const known = phrase ?? foreignWords.get(word);
    if (phrase !== undefined) k++;
    if (known !== undefined) parts.push({ text: known.english, behind: known.behind, foreign: true });
    else parts.push({ text: word, behind: false, foreign: false });
  }
  return parts;
}

/**
 * The words of a name in English and in full: "fecha alta" is "created date", "cust nm" is "customer name". Undefined where
 * they are that already, as far as is known.
 */
export function englishWords(words: string): string | undefined {
  const [, stem = words, digits = ""] = /^(.*?)((?: \d+)*)$/.exec(words) ?? [];
  const all = stem.split(" ");
  const parts = partsOf(all);
  // "date de creation", too, although each word is an English one.
  const joined = parts.length > 2 && parts.slice(1, -1).some(({ text }) => between.has(text));
  const foreign = joined || parts.some((part) => part.foreign);
  const said = parts.filter(({ text }, k) => !foreign || k === 0 || !between.has(text));
  const [head] = said;
  // "data nascimento": what comes behind says that the first word is of that language too.
  const shared =
    head !== undefined &&
    !head.foreign &&
    (Object.hasOwn(sharedHeads, head.text) || Object.hasOwn(shortened, head.text));
  const turned =
    said.length > 1 && (head?.behind === true || (shared && (joined || said.some(({ behind }) => behind))));
  const inFull = said.map(({ text, foreign: translated }, k) =>
    translated
      ? text
      : turned && k === 0 && shared
        ? (sharedHeads[text] ?? shortened[text] ?? text)
        : Object.hasOwn(shortened, text)
          ? (shortened[text] ?? text)
          : text,
  );
  const read = `${(turned ? inFull.toReversed() : inFull).join(" ")}${digits}`;
  return read === words ? undefined : read;
}

/** A name without the type of its values before it: "str name" is "name". */
export const withoutTypePrefix = (words: string): string | undefined =>
  typePrefix.test(words) ? words.replace(typePrefix, "") : undefined;
