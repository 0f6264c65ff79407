import { flagPatterns } from "./flags.ts";
import { choice, idea, prose, type Idea, type NamePattern } from "./name-pattern.ts";

const subject = prose("subject", 24);
const description = prose("description", 30, 2);
const comment = prose("comment", 24, 2);
const review = prose("review", 24, 3);
const message = prose("message", 40, 4);
const keywords = prose("keywords", 9, 3);
/** A title: "quiet silver river". */
const title: Idea = { generator: "slug", params: { separator: " " }, longest: 18 };
/** A title as companies write them: "Streamlined value-added hierarchy". */
const headline: Idea = { generator: "company.catchPhrase", longest: 60 };
/** Readable names of any kind of thing: "quiet river". */
const plainName: Idea = { generator: "slug", params: { words: 2, separator: " " }, longest: 12 };

/** Flags, states, texts: what names say in any kind of table. */
export const generalPatterns: readonly NamePattern[] = [
  ...flagPatterns,
  {
    name: /\b(?:order|bestell|shipment|delivery) ?status$|^(?:status|state)$/,
    subject: /\b(?:order|purchase|shipment|delivery|sale)$/,
    types: ["text"],
    ideas: [choice({ delivered: 62, shipped: 14, paid: 10, pending: 8, cancelled: 4, returned: 2 })],
    nulls: 0,
  },
  {
    name: /\bpayment ?status$|^(?:status|state)$/,
    subject: /\b(?:payment|transaction|invoice|charge|refund)$/,
    types: ["text"],
    ideas: [choice({ paid: 80, pending: 12, failed: 5, refunded: 3 })],
    nulls: 0,
  },
  {
    name: /\b(?:account ?status|user ?status|customer ?status|membership ?status)$|^(?:status|state)$/,
    subject: /\b(?:user|account|customer|member|employee|subscription|client|product|person)$/,
    types: ["text"],
    ideas: [choice({ active: 88, inactive: 9, suspended: 3 })],
    nulls: 0,
  },
  {
    name: /^(?:status|state)$/,
    subject: /\b(?:ticket|issue|task|bug|incident|case|request|job|todo)$/,
    types: ["text"],
    ideas: [choice({ open: 4, "in progress": 3, done: 10, closed: 3 })],
    nulls: 0,
  },
  {
    name: /^(?:status|state)$/,
    subject: /\b(?:post|article|page|document|comment|review|blog)$/,
    types: ["text"],
    ideas: [choice({ published: 8, draft: 2, archived: 1 })],
    nulls: 0,
  },
  {
    name: /\blevel$/,
    types: ["text"],
    ideas: [choice({ standard: 6, low: 2, high: 2 }), choice({ L: 2, M: 5, H: 2 })],
    vague: true,
  },
  {
    name: /\b(?:status|state ?name|estado|statut|zustand|tillstand)$/,
    types: ["text"],
    ideas: [choice({ active: 7, pending: 2, closed: 1 }), choice({ A: 7, P: 2, C: 1 })],
    nulls: 0,
  },
  {
    name: /^name$|\bstatus ?name$/,
    subject: /\bstatus$/,
    types: ["text"],
    ideas: [
      choice({
        new: 1,
        active: 1,
        pending: 1,
        paused: 1,
        approved: 1,
        rejected: 1,
        shipped: 1,
        delivered: 1,
        returned: 1,
        cancelled: 1,
        completed: 1,
        failed: 1,
        expired: 1,
        archived: 1,
        closed: 1,
        open: 1,
        draft: 1,
        "on hold": 1,
        blocked: 1,
        done: 1,
      }),
    ],
    nulls: 0,
  },
  {
    name: /^group$/,
    subject: /\b(?:user|account|member)$/,
    types: ["text"],
    ideas: [choice({ user: 8, editor: 2, admin: 1 })],
    nulls: 0,
    vague: true,
  },
  {
    name: /\b(?:role|rolle|rol|user ?role|permission|authority)(?: ?name)?$/,
    types: ["text"],
    ideas: [choice({ user: 8, editor: 2, admin: 1 })],
    nulls: 0,
  },
  {
    name: /^(?:name|description)$/,
    subject: /\b(?:type|kind|class|level|tier|option)$/,
    types: ["text"],
    ideas: [
      choice({
        Standard: 1,
        Basic: 1,
        Premium: 1,
        Special: 1,
        Internal: 1,
        External: 1,
        Temporary: 1,
        Permanent: 1,
        Primary: 1,
        Secondary: 1,
        Regular: 1,
        Custom: 1,
        Limited: 1,
        Extended: 1,
        General: 1,
        Express: 1,
        Seasonal: 1,
        Classic: 1,
        Digital: 1,
        Other: 1,
      }),
    ],
    nulls: 0,
    vague: true,
  },
  { name: /^name$/, subject: /\brole$/, types: ["text"], ideas: [idea("person.jobType", 16)], nulls: 0 },
  {
    name: /\b(?:priority|severity|urgency|importance|risk ?level|prioritat)$/,
    types: ["text"],
    ideas: [choice({ low: 4, medium: 5, high: 2, urgent: 1 })],
  },
  {
    name: /\b(?:loyalty ?)?(?:tier|membership ?(?:type|level)|plan|subscription ?(?:type|plan))$/,
    types: ["text"],
    ideas: [choice({ bronze: 6, silver: 3, gold: 1 })],
  },
  {
    name: /\bmethod$/,
    types: ["text"],
    ideas: [choice({ standard: 5, manual: 2, automatic: 3 }), choice({ S: 5, M: 2, A: 3 })],
    vague: true,
  },
  { name: /\b(?:size)$/, types: ["text"], ideas: [choice({ S: 2, M: 4, L: 4, XL: 2 })], vague: true },
  { name: /\b(?:grade|class|klasse)$/, types: ["text"], ideas: [choice({ A: 3, B: 4, C: 2 })], vague: true },
  {
    name: /\b(?:channel|source|medium|origin|referrer)$/,
    types: ["text"],
    ideas: [choice({ web: 6, app: 3, store: 2, phone: 1 })],
    vague: true,
  },
  {
    name: /\b(?:kind|type|typ|tipo|art|class(?:ification)?|mode|variant|style|product ?line)$/,
    types: ["text"],
    ideas: [choice({ standard: 5, special: 3, other: 2 }), choice({ A: 5, B: 3, C: 2 })],
    vague: true,
  },
  {
    name: /\b(?:source|raw|original|verbatim) ?value$/,
    types: ["text"],
    ideas: [
      { generator: "pattern", params: { pattern: "[A-Z]\\d{2}\\.\\d" }, longest: 5 },
      { generator: "pattern", params: { pattern: "\\d{4}" }, longest: 4 },
    ],
    nulls: 0.2,
    vague: true,
  },
  {
    name: /\b(?:reason|stop reason|grund|motivo|cause|purpose)$/,
    types: ["text"],
    ideas: [prose("reason", 24)],
    nulls: 0.6,
  },
  {
    name: /^(?:title|subject|headline|heading)$/,
    subject: /\b(?:review|testimonial)$/,
    types: ["text"],
    ideas: [prose("review", 24)],
    nulls: 0,
  },
  {
    name: /\b(?:subject|betreff|asunto|headline|header|(?<!^)heading|uberschrift|caption|topic|thema|sujet|question)$/,
    types: ["text"],
    ideas: [subject, keywords],
  },
  {
    name: /\b(?:title|titel|titulo|titre|tytul|tittel)$/,
    types: ["text"],
    ideas: [headline, title, keywords],
    nulls: 0,
  },
  {
    name: /\b(?:description|desc|summary|plot|synopsis|beschreibung)$/,
    subject: /\b(?:film|movie|book|novel|show|series|play|episode|story|game|video)(?: text)?$/,
    types: ["text"],
    ideas: [prose("story", 60)],
    nulls: 0.1,
  },
  {
    name: /\b(?:description|desc|beschreibung|descripcion|descrizione|descricao|beskrivning|opis|summary|zusammenfassung|abstract|excerpt|snippet|overview|details?)$/,
    types: ["text"],
    ideas: [description, keywords],
    nulls: 0.2,
  },
  {
    name: /\b(?:review|reviews|feedback|review ?text|bewertungstext)$|^(?:comment|text|body|content)$/,
    subject: /\b(?:review|rating|feedback|testimonial)$/,
    types: ["text"],
    ideas: [review],
    nulls: 0.1,
  },
  {
    name: /\b(?:reviews?|feedback)$/,
    types: ["text"],
    ideas: [review],
    nulls: 0.4,
  },
  {
    name: /\b(?:body|content|text|message|inhalt|nachricht|contenido|contenu|article|html|note ?text|reply|story|transcript|greeting|footer|intro(?:duction)?|teaser|agreement|innehall|review ?text|mensaje|biography|answer|response|(?:text|html) version)$/,
    types: ["text"],
    ideas: [message, keywords],
  },
  {
    name: /\b(?:comments?|remarks?|notes?|note|memo|recommendations?|assessment|findings|impression|justification|objectives?|goals?|agenda|disclaimer|terms(?: and conditions)?|special ?requests?|requirements|responsibilities|hint|tool ?tip|bemerkung|kommentar|notiz|anmerkung|observaciones|notas|remarque|sig|instructions|hinweis)$/,
    types: ["text"],
    ideas: [comment, keywords],
    nulls: 0.4,
  },
  { name: /\b(?:tags?|keywords?|labels?|hashtags?|schlagworte)$/, types: ["text"], ideas: [keywords], nulls: 0.2 },
  {
    name: /\b(?:attributes|metadata|meta|settings|config(?:uration)?|options|preferences|payload|properties|json|extra|context|params|data)$/,
    types: ["json"],
    ideas: [idea("json", 40)],
    vague: true,
    nulls: 0.1,
  },
  {
    name: /\b(?:animal|species|pet ?type|breed)$/,
    types: ["text"],
    ideas: [idea("animal.type", 14), choice({ dog: 4, cat: 4, bird: 1 })],
  },
  { name: /\b(?:dish|meal|recipe|food)(?: ?name)?$/, types: ["text"], ideas: [idea("food.dish", 40)] },
  {
    name: /\b(?:correlation|request|trace|span|session|device|instance|client|consumer|visitor|anonymous|tracking|foreign|idempotency|public|private|license|licence|activation|product|encryption|signing|deploy) ?(?:id|key)$|\b(?:finger ?print|e ?tag|thumbprint|otp|signature ?hash|commit(?: ?(?:sha|hash|id))?|geo ?hash)$/,
    types: ["text"],
    ideas: [
      { generator: "token", params: { length: 32 }, longest: 32 },
      { generator: "token", params: { length: 16 }, longest: 16 },
    ],
    vague: true,
  },
  {
    name: /\b(?:id|uid)$/,
    types: ["text"],
    ideas: [
      { generator: "pattern", params: { pattern: "[A-Z]{2}\\d{6}" }, longest: 8 },
      { generator: "pattern", params: { pattern: "[A-Z]{5}" }, longest: 5 },
    ],
    vague: true,
    nulls: 0.1,
  },
  {
    // "CHFID", "pubpid": what ends so is a number of its own, but for words of the language.
    name: /\b(?!(?:paid|unpaid|prepaid|valid|invalid|void|avoid|bid|grid|raid|solid|fluid|liquid|hybrid|android|rapid|acid|said|laid|aid|mid|kid|lid|rid|maid|steroid|thyroid|asteroid|opioid|covid|squid|humid|centroid|ovoid|amid|braid|medicaid)$)[a-z]{2,}id$/,
    types: ["text"],
    ideas: [{ generator: "pattern", params: { pattern: "[A-Z]{2}\\d{6}" }, longest: 8 }],
    vague: true,
    nulls: 0.1,
  },
  {
    name: /\b(?:code|kode|codigo|kurzel|abbreviation|abbr|short ?code|key|kennung|identifier)$/,
    types: ["text"],
    ideas: [
      { generator: "pattern", params: { pattern: "[A-Z]{3}\\d{4}" }, longest: 7 },
      { generator: "pattern", params: { pattern: "[A-Z]{3}" }, longest: 3 },
    ],
    vague: true,
    nulls: 0,
  },
  {
    // Whoever signs letters, has a birthday or a mobile is a person, where nothing says what else the name is of.
    name: /^name$/,
    beside: /^(?:signature|bcc|mobile|surname|(?:first|last) ?name|job ?title|birth ?(?:date|day)|password)$/,
    types: ["text"],
    ideas: [idea("person.fullName", 18), idea("person.lastName", 14)],
    nulls: 0,
  },
  {
    name: /\b(?:name|label|bezeichnung|nombre|nom|namn|nazwa|naam|nimi|navn)$/,
    types: ["text"],
    ideas: [plainName],
    vague: true,
    nulls: 0,
  },
];
