import { choice, idea, prose, type NamePattern } from "./name-pattern.ts";

const pattern = (source: string, longest: number) => ({ generator: "pattern", params: { pattern: source }, longest });
const productNoun =
  /\b(?:product|item|article|artikel|producto|produit|goods|merchandise|part|inventory item|sku|menu item|equipment)$/;
const companyNoun =
  /\b(?:company|supplier|vendor|shipper|manufacturer|organi[sz]ation|org|firm|business|merchant|publisher|brand|partner|lieferant|hersteller|firma|employer|carrier|tenant|bank|agency|account|insurer|hospital|care site|clinic|store|shop)$/;

/** Products, companies, money as text, codes. */
export const tradePatterns: readonly NamePattern[] = [
  {
    name: /\b(?:company|company ?name|firma|firm|employer|organi[sz]ation(?: ?name)?|supplier(?: ?name)?|vendor(?: ?name)?|manufacturer(?: ?name)?|hersteller|lieferant|business ?name|empresa|entreprise|foretag|publisher(?: ?name)?|account ?name|brand(?: ?name)?|marke|care site name|merchant(?: ?name)?|producer|importer|distributor|insurer|insurance ?company|shipper(?: ?name)?|carrier(?: ?name)?|store ?name|shop ?name|bank ?name|legal ?name|record ?label|(?:agency|brokerage|institution|institute|university|college|clinic|hospital|airline|dealer|contractor|exporter|importer|sponsor) name)$/,
    types: ["text"],
    ideas: [idea("company.name", 24)],
    nulls: 0.1,
  },
  {
    name: /^(?:name|nombre|title)$/,
    subject: companyNoun,
    types: ["text"],
    ideas: [idea("company.name", 24), idea("person.lastName", 14)],
  },
  {
    name: /\b(?:slogan|tag ?line|catch ?phrase|motto|claim)$/,
    types: ["text"],
    ideas: [idea("company.catchPhrase", 60)],
    nulls: 0.3,
  },
  {
    name: /\b(?:product ?(?:name|title)|item ?name|article ?name|artikel(?:name|bezeichnung)|(?<!\w )(?:product|item|article)|producto|produit|part ?name)$/,
    types: ["text"],
    ideas: [idea("commerce.productName", 24), idea("commerce.product", 12)],
  },
  {
    name: /^(?:name|title|nombre|bezeichnung|titel|label)$/,
    subject: productNoun,
    types: ["text"],
    ideas: [idea("commerce.productName", 24), idea("commerce.product", 12)],
  },
  {
    name: /\b(?:product ?description|item ?description)$/,
    types: ["text"],
    ideas: [idea("commerce.productDescription", 120), prose("description", 30)],
    nulls: 0.2,
  },
  {
    name: /^(?:description|beschreibung|details)$/,
    subject: productNoun,
    types: ["text"],
    ideas: [idea("commerce.productDescription", 120), prose("description", 30)],
    nulls: 0.2,
  },
  {
    name: /\b(?:category|kategorie|categoria|categorie|kategori)(?: ?(?:name|title))?$/,
    types: ["text"],
    ideas: [idea("commerce.department", 12), prose("keywords", 9)],
  },
  {
    name: /^(?:name|title|label|nombre)$/,
    subject: /\b(?:category|kategorie|categoria|department|section|product line)$/,
    types: ["text"],
    ideas: [idea("commerce.department", 12), prose("keywords", 9)],
  },
  {
    name: /\bgenre(?: ?name)?$/,
    types: ["text"],
    ideas: [idea("music.genre", 20), choice({ Rock: 3, Pop: 3, Jazz: 1, Classical: 1 })],
  },
  {
    name: /^name$/,
    subject: /\bgenre$/,
    types: ["text"],
    ideas: [idea("music.genre", 20), choice({ Rock: 3, Pop: 3, Jazz: 1, Classical: 1 })],
  },
  {
    name: /^(?:name|title|titel|titulo)$|\balbum ?(?:name|title)$/,
    subject: /\b(?:album|record)$/,
    types: ["text"],
    ideas: [idea("music.album", 30)],
  },
  {
    name: /^(?:name|title|titel|titulo)$/,
    subject: /\b(?:film|movie|show|series|play|video|game|pelicula)(?: text)?$/,
    types: ["text"],
    ideas: [idea("book.title", 60), { generator: "slug", params: { separator: " " }, longest: 18 }],
  },
  {
    name: /^(?:name|title|description)$/,
    subject: /\bmedia type$/,
    types: ["text"],
    ideas: [
      choice({
        "MP3 audio": 5,
        "AAC audio": 4,
        "FLAC audio": 3,
        "WAV audio": 2,
        "Ogg Vorbis audio": 1,
        "ALAC audio": 1,
        "AIFF audio": 1,
        "Opus audio": 1,
        "MPEG-4 video": 4,
        "WebM video": 2,
        "QuickTime video": 1,
        "Matroska video": 1,
        "AVI video": 1,
        "JPEG image": 3,
        "PNG image": 3,
        "GIF image": 1,
        "TIFF image": 1,
        "SVG image": 1,
        "PDF document": 3,
        "Plain text": 1,
      }),
    ],
    nulls: 0,
  },
  {
    name: /^(?:name|title)$/,
    subject: /\bplay ?list$/,
    types: ["text"],
    ideas: [idea("music.genre", 20), idea("music.album", 30)],
  },
  {
    name: /^name$|\b(?:artist|band) ?name$/,
    subject: /\b(?:artist|band|musician)$/,
    types: ["text"],
    ideas: [idea("music.artist", 20), idea("person.fullName", 16)],
  },
  {
    name: /^(?:name|title|titel|titulo)$|\b(?:song|track|album) ?(?:name|title)$/,
    subject: /\b(?:song|track|single|recording)$/,
    types: ["text"],
    ideas: [
      idea("music.songName", 40),
      idea("music.album", 40),
      { generator: "slug", params: { separator: " " }, longest: 18 },
    ],
  },
  {
    name: /^(?:title|name|titel|titulo|titre)$|\bbook ?title$/,
    subject: /\b(?:book|libro|livre|buch|novel)$/,
    types: ["text"],
    ideas: [idea("book.title", 60), { generator: "slug", params: { separator: " " }, longest: 18 }],
  },
  {
    name: /\bmaterial$/,
    types: ["text"],
    ideas: [idea("commerce.productMaterial", 10), choice({ cotton: 2, steel: 1, wood: 1 })],
  },
  {
    name: /\b(?:isbn(?: ?1[03])?|isbn ?(?:or ?)?issn)$/,
    types: ["text"],
    ideas: [
      idea("commerce.isbn", 17),
      { generator: "code", params: { code: "ISBN-13" }, longest: 13 },
      { generator: "commerce.isbn", params: { separator: "" }, longest: 13 },
      { generator: "code", params: { code: "ISBN-10" }, longest: 10 },
    ],
  },
  {
    name: /\b(?:ean|gtin|upc|barcode|bar ?code)(?: ?\d+)?$/,
    types: ["text"],
    ideas: [idea("commerce.upc", 12), pattern("\\d{8}", 8)],
  },
  {
    name: /\b(?:sku|article ?(?:number|no|nr|code)|artikelnummer|item ?(?:number|no|code)|part ?(?:number|no|code)|product ?(?:code|number|no)|catalog(?:ue)? ?(?:number|no)|model(?: ?(?:number|no|code))?)$/,
    types: ["text"],
    ideas: [pattern("[A-Z]{3}-\\d{5}", 9), pattern("[A-Z]{2}\\d{4}", 6), pattern("[A-Z]\\d{3}", 4)],
  },
  {
    name: /\b(?:order|ord|po|bestell|auftrags?) ?(?:number|no|num|nr|nummer|ref|reference|code)$/,
    types: ["text"],
    ideas: [
      { generator: "template", params: { text: "ORD-{{yy}}-{{seq:8}}" }, longest: 15 },
      { generator: "template", params: { text: "O{{seq:6}}" }, longest: 7 },
    ],
  },
  {
    name: /\b(?:invoice|inv|bill|rechnungs?|factura|facture|faktura) ?(?:number|no|num|nr|nummer|code|ref)$/,
    types: ["text"],
    ideas: [
      { generator: "template", params: { text: "INV-{{yyyy}}-{{seq:6}}" }, longest: 15 },
      { generator: "template", params: { text: "I{{seq:6}}" }, longest: 7 },
    ],
  },
  {
    name: /\b(?:tracking|quote|quo|quotation|shipment|parcel|awb|lot|batch|serial|chassis|unique device|production|policy|contract|claim|ticket|case|booking|reservation|confirmation|customer|client|member(?:ship)?|account|document|voucher|receipt|transaction|payment|reference|registration|license|licence|kunden|konto|personal|employee|staff|patient|student|room|seat|flight|check)(?: ?(?:number|no|num|nr|nummer|code|ref|reference))$|\b(?:reference|ref(?: ?(?:no|number|code))?|external ?(?:id|ref|reference)|transaction ?(?:id|ref)|serial|tracking ?id|charge ?id|payment ?(?:id|ref|reference))$/,
    types: ["text"],
    ideas: [pattern("[A-Z]{2}\\d{8}", 10), pattern("[A-Z]\\d{5}", 6), pattern("\\d{4}", 4)],
  },
  {
    name: /^(?:number|no|nr|num|nummer|numero)$/,
    types: ["text"],
    ideas: [pattern("\\d{6}", 6), pattern("\\d{4}", 4)],
    nulls: 0,
    vague: true,
  },
  {
    name: /\b(?:bank|gl|ledger|cash) ?account ?name$/,
    types: ["text"],
    ideas: [
      choice({
        "Current account": 6,
        "Savings account": 3,
        "Payroll account": 2,
        "Petty cash": 2,
        "Tax reserve": 1,
        "Foreign currency account": 1,
      }),
    ],
    vague: true,
  },
  {
    name: /\b(?:approval|authori[sz]ation|auth) ?code$/,
    types: ["text"],
    ideas: [pattern("\\d{6}", 6)],
    nulls: 0.2,
  },
  {
    name: /\b(?:coupon|promo(?:tion)?|discount|voucher|gift ?card) ?(?:code)?$/,
    types: ["text"],
    ideas: [pattern("[A-Z]{2}\\d{3}", 5)],
    nulls: 0.8,
  },
  {
    name: /\b(?:(?:currency|ccy|curr)(?: ?(?:code|iso|symbol code))?|wahrung|moneda|devise|valuta|waluta)$/,
    types: ["text"],
    ideas: [choice({ EUR: 6, USD: 3, GBP: 1 }), idea("finance.currencyCode", 3)],
  },
  { name: /^(?:code|iso|id)$/, subject: /\bcurrency$/, types: ["text"], ideas: [idea("finance.currencyCode", 3)] },
  {
    name: /^name$|\bcurrency ?name$/,
    subject: /\bcurrency$/,
    types: ["text"],
    ideas: [idea("finance.currencyName", 30)],
  },
  {
    name: /\b(?:currency ?symbol)$/,
    types: ["text"],
    ideas: [idea("finance.currencySymbol", 4), choice({ "€": 3, $: 2 })],
  },
  { name: /\b(?:iban|account ?iban)$/, types: ["text"], ideas: [idea("finance.iban", 34), pattern("DE\\d{20}", 22)] },
  {
    name: /\b(?:bic|swift(?: ?code)?)$/,
    types: ["text"],
    ideas: [idea("finance.bic", 11), pattern("[A-Z]{6}[A-Z0-9]{2}", 8)],
  },
  {
    name: /\b(?:bank ?account|account|konto) ?(?:number|no|nr|nummer)$/,
    types: ["text"],
    ideas: [idea("finance.accountNumber", 10), pattern("\\d{8}", 8)],
  },
  {
    name: /\b(?:card ?number|credit ?card(?: ?(?:number|no))?|pan|cc ?number|kartennummer)$/,
    types: ["text"],
    ideas: [idea("finance.creditCardNumber", 19), pattern("4\\d{15}", 16)],
  },
  {
    name: /\b(?:cvv|cvc|card ?code|security code)$/,
    types: ["text"],
    ideas: [idea("finance.creditCardCVV", 3), pattern("\\d{3}", 3)],
  },
  {
    name: /\b(?:last ?(?:4|four)(?: digits)?|card last 4|card last four)$/,
    types: ["text"],
    ideas: [pattern("\\d{4}", 4)],
    nulls: 0.3,
  },
  {
    name: /\b(?:card ?(?:brand|type|network|issuer)|credit ?card ?(?:type|issuer))$/,
    types: ["text"],
    ideas: [choice({ Visa: 5, Mastercard: 4, Amex: 1 })],
  },
  {
    name: /\b(?:payment ?(?:method|type|mode)|pay ?method|zahlungsart)$/,
    types: ["text"],
    ideas: [choice({ card: 6, paypal: 2, transfer: 1, invoice: 1 })],
  },
  {
    name: /\bpayment ?(?:provider|gateway|processor)$/,
    types: ["text"],
    ideas: [choice({ stripe: 5, adyen: 2, paypal: 2 })],
  },
  {
    name: /\b(?:auth|oauth|login|identity|sso) ?provider$/,
    types: ["text"],
    ideas: [choice({ google: 5, github: 2, microsoft: 2, apple: 1 })],
    nulls: 0.5,
  },
  {
    name: /^method$|^type$/,
    subject: /\bpayment$/,
    types: ["text"],
    ideas: [choice({ card: 6, paypal: 2, transfer: 1, invoice: 1 })],
  },
  {
    name: /\b(?:shipping|delivery) ?(?:method|type|mode)$|^ship ?mode$/,
    types: ["text"],
    ideas: [choice({ standard: 6, express: 2, pickup: 1 })],
  },
  {
    name: /\b(?:quantity per unit|pack ?size|packaging)$/,
    types: ["text"],
    ideas: [pattern("(6|10|12|24|36|48) (boxes|pieces|packs|cartons)", 10)],
  },
  {
    name: /\bunit(?: ?(?:name|code|source ?value))?$/,
    subject: /\b(?:dose|dosage|strength|measurement|observation|specimen|drug|lab|result|test|exposure)$/,
    types: ["text"],
    ideas: [choice({ mg: 5, mL: 3, "mg/dL": 3, "mmol/L": 2, g: 1, "%": 1 }), choice({ mg: 5, mL: 3, g: 1 })],
  },
  {
    name: /\b(?:units?(?: of measure)?|uom|einheit|unidad|unit ?(?:name|code))$/,
    types: ["text"],
    ideas: [choice({ pcs: 5, kg: 2, l: 1, m: 1 })],
  },
  {
    name: /^size$/,
    subject: /\b(?:product|item|variant|shirt|article|garment)$/,
    types: ["text"],
    ideas: [choice({ XS: 1, S: 2, M: 4, L: 4, XL: 2 })],
  },
  {
    name: /^(?:make|manufacturer)$/,
    subject: /\b(?:vehicle|car|truck)$/,
    types: ["text"],
    ideas: [idea("vehicle.manufacturer", 16), choice({ Volvo: 1, Toyota: 2, Ford: 2 })],
  },
  { name: /\bvin$/, types: ["text"], ideas: [idea("vehicle.vin", 17), pattern("[A-HJ-NPR-Z0-9]{17}", 17)] },
  {
    name: /\b(?:license|licence|number|registration) ?plate$|\bvrm$/,
    types: ["text"],
    ideas: [idea("vehicle.vrm", 7)],
  },
  { name: /\b(?:npi)$/, types: ["text"], ideas: [pattern("1\\d{9}", 10)], nulls: 0.1 },
  { name: /\bdea$/, types: ["text"], ideas: [pattern("[A-Z]{2}\\d{7}", 9)], nulls: 0.1 },
  // What is left of numbers and accounts.
  {
    name: /\w (?:number|no|nr|num|nummer|numero)$/,
    types: ["text"],
    ideas: [pattern("\\d{8}", 8), pattern("\\d{5}", 5)],
    vague: true,
  },
  {
    name: /\w (?:account|acct|act|gl)$/,
    types: ["text"],
    ideas: [pattern("[1-9]\\d{3}", 4)],
    vague: true,
  },
];
