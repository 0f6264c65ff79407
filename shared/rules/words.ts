import { cutRunTogether } from "./run-together.ts";

/**
 * The words of an identifier in lower case, joined by blanks: "CustomerID", "customer_id", "customerId" and
 * "Customer Id" are all "customer id", and so is "customerid". Accents are dropped; digits are words of their own.
 */
export function wordsOf(identifier: string): string {
  const known = split.get(identifier);
  if (known !== undefined) return known;
  // The same few names are asked for again and again, column by column.
  if (split.size >= mostKept) split.clear();
  const words = splitWords(identifier);
  split.set(identifier, words);
  return words;
}

const split = new Map<string, string>();
const mostKept = 20_000;

function splitWords(identifier: string): string {
  return identifier
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replaceAll(/(\p{L})(\d)/gu, "$1 $2")
    .replaceAll(/(\d)(\p{L})/gu, "$1 $2")
    .replaceAll(/[^\p{L}\d]+/gu, " ")
    .trim()
    .toLowerCase()
    .split(" ")
    .map(cutRunTogether)
    .join(" ")
    .replace(dateFirst, "$1 date")
    .replace(ofSomething, "$2 $1");
}

/** "type of revenue" is "revenue type". */
const ofSomething = /^(type|kind|status|mode|method) of (\w+)$/;

/** "date_created" and "date_of_issue" say what "created_date" and "issue_date" do. */
const dateFirst =
  /^(?:date|dt|time ?stamp) (?:of )?(?!birth|death)(\w+(?:ed|ion)|due|start|end|begin|add|paid|sent|expiry|expires|issue|hire|purchase|sale|entry|update|payment|handed over|creator|approval|status|return)$/;

const irregular: Readonly<Record<string, string>> = {
  people: "person",
  children: "child",
  men: "man",
  women: "woman",
  statuses: "status",
  addresses: "address",
  businesses: "business",
  movies: "movie",
  series: "series",
  news: "news",
  data: "data",
  feet: "foot",
  teeth: "tooth",
  geese: "goose",
  mice: "mouse",
  indices: "index",
  vertices: "vertex",
  matrices: "matrix",
  criteria: "criterion",
  phenomena: "phenomenon",
  analyses: "analysis",
  bases: "base",
  leaves: "leaf",
  shelves: "shelf",
  wives: "wife",
  halves: "half",
  quizzes: "quiz",
};

/** The singular of an English word in lower case, as table names need it. */
function singular(word: string): string {
  const known = Object.hasOwn(irregular, word) ? irregular[word] : undefined;
  if (known !== undefined) return known;
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

/** The words of a table's name with the last one in the singular: "order_items" is "order item". */
export function nounOf(tableName: string): string {
  const words = wordsOf(tableName).split(" ");
  return [...words.slice(0, -1), singular(words.at(-1) ?? "")].join(" ");
}
