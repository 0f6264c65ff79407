import { foreignWords } from "./language/foreign-words.ts";

// Engines that fold names to one case leave "nationalidnumber" and "isactive" behind: names without any sign of where words begin.

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words of which such names are made. Short words that end others by chance (val-id, form-at) are left out. */
const common = list(`
  account action active activity actual added additional address admin agent album allow amount answer answered approval approved
  approver area arrival article artist assigned author auto average balance bank begin billing birth body book booking branch brand
  browser budget business call cancelled cancel capacity card carrier cart category center change changed check city class client close closed
  code color comment comments commission company completed confirmation confirmed contact content contract cost count country
  county course created creation creator credit currency current customer daily date day days deleted delivery department
  description detail details device discontinued discount display distance document domain drug due duration email employee
  enabled end entry error event exam exchange expected expense expiration expire expired expiry external factor family
  father fathers fax featured fee file finished first fixed flag flags freight full gender given grade grand gross group guardian
  guardians hash header height hidden hire hired history home hour hours house image income index info initial insurance internal
  inventory invoice item items job journal label language last lead level license licence limit line link list loan local
  location locked login mail main maiden manager manufacturer marital master max member message method middle min minimum maximum mobile model
  modified modify month monthly mother mothers move movie name names national net next note notes number nurse object offer office
  online open opened option order ordered order organization original overdue owner page parent part partner parts password path
  patient payment period permission person personal phone photo picture place plan point policy position post postal price primary
  print priority process product profile profit program project promotion provider public published publish purchase purchasing
  quantity question queue quote rate rating reason receipt received record reference refund region registered registration
  release remark rental reorder report request required reservation reset resolved response result return returned review
  revision role room route salaried salary sale sales schedule score season seat second section security sell seller seq sequence
  serial server service session setting shift ship shipment shipped shipping short shop sick size social sort source special staff standard start started
  state status step stock stop store street student style subject supplier survey tag task tax teacher team telephone term test text
  thread ticket time title token topic total track tracking trade transaction transfer travel tree type unit units update updated
  upload urgency url user users vacation value vehicle vendor version vendor video view views visible visit volume vote votes wage warehouse web
  assistant opportunity revenue potential secondary primary alternate other mobile cell campaign probability converted rank industry salutation
  interest sender recipient emergency insurance premium claim policy member guest ticket venue seat booking property tenant
  landlord asset equipment sensor device measurement reading alarm signal battery firmware station route driver fuel cargo container
  parcel vessel voyage flight airport terminal gate crew player character guild inventory weapon skill score match league
  lesson module quiz assignment attendance semester faculty library author publisher edition copy shelf diagnosis treatment
  prescription allergy symptom appointment hospital clinic ward nurse surgery laboratory specimen result vaccine
  ledger voucher cheque deposit withdrawal interest principal installment mortgage collateral guarantor beneficiary
  week weight work worker year years zip zone passwd nationality leave
`);

/** Two or three letters, and so only where a name begins, or only where it ends. */
const openers = list("is has can on ip ref sub po inv ord quo req cust emp");
const closers = list("id no nr at on by url");
const joiners = list("of to");

/** Words of their own that the list above would cut in two. */
const whole = list(`
  timestamp datetime password keyword keywords weekday database network format birthday today update subtotal hashtag website homepage filename
  username pricing orderly listing passport checkout checkin onset island online offline overview personnel partial timezone nickname
  workflow worksheet login logon logout signup linkedin
`);

const isCommon = (word: string): boolean =>
  common.has(word) || (word.length > 4 && word.endsWith("s") && common.has(word.slice(0, -1)));

/** Words of other languages, those of two letters left out: "fechaalta", "codpostal", "rechnungsdatum". */
const foreign = new Set(
  [...foreignWords.keys()].flatMap((phrase) => phrase.split(" ")).filter((word) => word.length > 2),
);
const foreignOpeners = list("id cod num dt nm");

/** "nationalidnumber" as "national id number"; the same word where it is no row of known words. */
export function cutRunTogether(word: string): string {
  if (word.length < 6 || isCommon(word) || whole.has(word) || foreignWords.has(word) || !/^[a-z]+$/.test(word))
    return word;
  const ofKnown = cut(
    word,
    (part, begin, end) =>
      isCommon(part) ||
      (begin === 0 && openers.has(part)) ||
      (begin > 0 && (end === word.length || part === "id") && closers.has(part)) ||
      (begin > 0 && end < word.length && joiners.has(part)),
  );
  if (ofKnown !== undefined) return ofKnown;
  // One word of them at least tells the language.
  const mixed = cut(
    word,
    (part, begin) =>
      foreign.has(part) || (part.length > 2 && isCommon(part)) || (begin === 0 && foreignOpeners.has(part)),
  );
  return mixed?.split(" ").some((part) => foreign.has(part)) === true ? mixed : word;
}

/** The fewest known words that a word is made of, two at least. */
function cut(word: string, isKnown: (part: string, begin: number, end: number) => boolean): string | undefined {
  // best[k]: the fewest words that the first k letters are made of.
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end++) {
    for (let begin = 0; begin < end; begin++) {
      const before = best[begin];
      const part = word.slice(begin, end);
      if (before === undefined || before.length + 1 >= (best[end]?.length ?? Infinity)) continue;
      if (isKnown(part, begin, end)) best[end] = [...before, part];
    }
  }
  const parts = best[word.length];
  return parts === undefined || parts.length < 2 ? undefined : parts.join(" ");
}
