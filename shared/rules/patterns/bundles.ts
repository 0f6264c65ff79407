import { choice, idea, type NamePattern } from "./name-pattern.ts";

/** What a company's own website, e-mail and numbers are of. */
const companyNoun =
  /\b(?:company|companies|firm|organi[sz]ation|organi[sz]ations|supplier|vendor|manufacturer|publisher|employer|business|shipper|carrier|brand|corporation|unternehmen|firma|lieferant|hersteller|empresa|proveedor|entreprise|fournisseur)$/;
/** Tables of what a web server was asked. */
const requestNoun =
  /\b(?:visit|page ?view|request|hit|access|access log|request log|web log|click|page ?visit|api call|http log)$/;

/** Meanings that belong together: parts of a company, a payment card, a device, a web visit. */
export const bundlePatterns: readonly NamePattern[] = [
  {
    // A client with a VAT number or a legal form is a company.
    name: /^name$/,
    subject: /\b(?:client|customer|account|partner|debtor|creditor)$/,
    beside:
      /^(?:vat ?(?:number|id|no)|legal ?form|industry(?: id)?|company ?size|annual ?revenue|number of employees|employees|sic code|trade ?register.*)$/,
    types: ["text"],
    ideas: [idea("company.name", 24), idea("person.lastName", 14)],
    nulls: 0,
  },
  {
    name: /\b(?:legal ?(?:form|entity ?type|type)|rechtsform|forme juridique|forma juridica)$/,
    types: ["text"],
    ideas: [idea("company.legalForm", 14), choice({ GmbH: 3, AG: 1, Ltd: 2, Inc: 2 })],
    nulls: 0.05,
  },
  {
    name: /\b(?:web ?site(?: ?url)?|home ?page(?: ?url)?|web ?(?:url|address))$/,
    subject: companyNoun,
    types: ["text"],
    ideas: [idea("company.website", 44), idea("internet.url", 40)],
    nulls: 0.1,
  },
  {
    name: /\b(?:domain(?: ?name)?)$/,
    subject: companyNoun,
    types: ["text"],
    ideas: [{ generator: "company.website", params: { form: "domain" }, longest: 32 }, idea("internet.domainName", 24)],
  },
  {
    name: /\b(?:e ?mail|mail|e ?mail ?address)$/,
    subject: companyNoun,
    types: ["text"],
    ideas: [idea("company.email", 40), idea("internet.email", 32)],
  },
  {
    name: /\b(?:vat ?(?:id|number|no|nr|code)?|ust ?id(?: ?nr)?|tax ?(?:id|number|no)|ein|nif|siret|siren|org(?:anisation)? ?(?:nummer|number|no))$/,
    subject: companyNoun,
    types: ["text"],
    ideas: [idea("company.taxNumber", 20)],
    nulls: 0.1,
  },
  {
    name: /\b(?:last ?(?:4|four)(?: ?digits)?|card ?last ?(?:4|four)(?: ?digits)?|masked ?(?:pan|card|card ?(?:number|no))|card ?mask(?:ed)?(?: ?number)?)$/,
    types: ["text"],
    ideas: [{ generator: "card.masked", params: { style: "last four" }, longest: 4 }],
  },
  {
    name: /\bcard ?(?:brand|network|type|scheme|issuer)$/,
    types: ["text"],
    ideas: [
      idea("finance.creditCardIssuer", 16),
      { generator: "finance.creditCardIssuer", params: { style: "code" }, longest: 10 },
      choice({ visa: 5, mastercard: 3, amex: 1 }),
    ],
  },
  {
    name: /\b(?:card ?(?:expiry|expires|expiration|exp)(?: ?(?:date|at|on))?|exp(?:iry|iration)? ?(?:mm ?yy|month ?year))$/,
    types: ["anyMoment"],
    ideas: [idea("card.expiry", 5)],
  },
  {
    name: /\b(?:card ?)?exp(?:iry|iration|ires)? ?month$/,
    types: ["whole", "text"],
    ideas: [
      { generator: "card.expiry", params: { part: "month" }, range: [1, 12] },
      { generator: "integer", params: { min: 1, max: 12 } },
    ],
  },
  {
    name: /\b(?:card ?)?exp(?:iry|iration|ires)? ?year$/,
    types: ["whole", "text"],
    ideas: [{ generator: "card.expiry", params: { part: "year" }, range: [2000, 2100] }],
  },
  {
    name: /\bdevice ?(?:brand|maker|manufacturer|vendor|make)$/,
    types: ["text"],
    ideas: [idea("device.brand", 9), choice({ Apple: 4, Samsung: 3, Dell: 1, HP: 1 })],
  },
  {
    name: /\b(?:device ?(?:model|name)|(?:phone|handset) ?model)$/,
    types: ["text"],
    ideas: [idea("device.model", 21)],
  },
  {
    name: /\bdevice ?(?:type|kind|class|category)$/,
    types: ["text"],
    ideas: [idea("device.type", 8), choice({ phone: 5, computer: 4, tablet: 1 })],
  },
  {
    name: /\b(?:os|operating ?system|betriebssystem)(?: ?name)?$/,
    types: ["text"],
    ideas: [idea("device.os", 7), choice({ iOS: 3, macOS: 1, Linux: 1 })],
  },
  {
    name: /\b(?:os|operating ?system) ?version$/,
    types: ["text"],
    ideas: [idea("device.osVersion", 4)],
  },
  {
    name: /\bbrowser(?: ?name)?$/,
    types: ["text"],
    ideas: [idea("device.browser", 16), choice({ Chrome: 6, Safari: 3, Firefox: 1 })],
  },
  { name: /\bbrowser ?version$/, types: ["text"], ideas: [idea("device.browserVersion", 9)] },
  {
    name: /\b(?:http ?refer(?:r)?er|(?:page ?)?refer(?:r)?er ?(?:url|uri))$/,
    types: ["text"],
    ideas: [idea("visit.referrer", 40), idea("internet.url", 40)],
    nulls: 0.2,
  },
  {
    name: /\brefer(?:r)?er$/,
    subject: requestNoun,
    types: ["text"],
    ideas: [idea("visit.referrer", 40), idea("internet.url", 40)],
    nulls: 0.2,
  },
  {
    name: /\b(?:path|uri|page|page ?path|url ?path|request ?(?:path|uri)|endpoint|route)$/,
    subject: requestNoun,
    types: ["text"],
    ideas: [idea("visit.path", 24)],
  },
  {
    name: /\b(?:url|page ?url|request ?url|address)$/,
    subject: requestNoun,
    types: ["text"],
    ideas: [idea("visit.url", 48), idea("visit.path", 24)],
  },
  {
    name: /\b(?:http ?method|request ?method|method|verb)$/,
    subject: requestNoun,
    types: ["text"],
    ideas: [idea("visit.method", 6)],
  },
  {
    name: /\b(?:http ?status(?: ?code)?|response ?(?:status|code)(?: ?code)?|status(?: ?code)?)$/,
    subject: requestNoun,
    types: ["whole"],
    ideas: [{ generator: "visit.status", range: [100, 599] }],
  },
  {
    name: /\b(?:duration|response ?time|latency|elapsed|took)(?: ?(?:ms|millis|milliseconds))?$/,
    subject: requestNoun,
    types: ["number"],
    ideas: [{ generator: "visit.duration", range: [5, 10_000] }],
  },
];
