import { wordsOf } from "../words.ts";

/** A column's name as a reference says it. */
export interface KeyName {
  /** All words in lower case. */
  readonly words: readonly string[];
  /** The words without those that only say that it is a key: "billing address" of fk_billing_address_id. */
  readonly stem: readonly string[];
  /** It has such a word: one that only keys have, or one that a number or a text of its own may have, too. */
  readonly marked?: "surely" | "perhaps";
}

const behind = new Set(["id", "uid", "uuid", "guid", "oid", "fk", "fkey", "ref", "key", "pk", "sk"]);
const perhaps = new Set(["code", "nr", "num", "no", "number"]);
const before = new Set(["fk", "id", "ref", "uid"]);

/** Takes a name apart: customer_id, CustomerID, fkCustomer, id_customer and customer_uid are all "customer", marked. */
export function keyName(column: string): KeyName {
  const words = splitEnds(wordsOf(column).split(" "));
  let from = 0;
  let to = words.length;
  let surely = false;
  let maybe = false;
  // Several references to one table are often numbered: concept_id_1, concept_id_2.
  const last = words.findLastIndex((word) => !/^\d+$/.test(word));
  if (last > 0 && behind.has(words[last] ?? "")) to = last + 1;
  for (; to - from > 1 && (behind.has(words[to - 1] ?? "") || perhaps.has(words[to - 1] ?? "")); to--) {
    if (behind.has(words[to - 1] ?? "")) surely = true;
    else maybe = true;
  }
  for (; to - from > 1 && before.has(words[from] ?? ""); from++) surely = true;
  const marked = surely ? ({ marked: "surely" } as const) : maybe ? ({ marked: "perhaps" } as const) : {};
  return { words: words.slice(0, Math.max(last + 1, 1)), stem: words.slice(from, to), ...marked };
}

/** "customerid" without any mark between its words, as many old databases write it. */
function splitEnds(words: readonly string[]): readonly string[] {
  const last = words.at(-1) ?? "";
  const [, stem, end] = /^([a-z]{3,})(id|uid|guid|uuid)$/.exec(last) ?? [];
  if (stem === undefined || end === undefined || notKeys.has(last)) return words;
  return [...words.slice(0, -1), stem, end];
}

/** English words that end so by themselves. */
const notKeys = new Set([
  "paid",
  "valid",
  "invalid",
  "solid",
  "fluid",
  "grid",
  "android",
  "rapid",
  "prepaid",
  "unpaid",
  "void",
  "avoid",
  "squid",
  "braid",
  "hybrid",
  "fluid",
  "guid",
  "uuid",
]);
