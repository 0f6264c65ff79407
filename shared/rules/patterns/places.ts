import { choice, idea, type NamePattern } from "./name-pattern.ts";

export const placePatterns: readonly NamePattern[] = [
  {
    name: /\b(?:e ?mail|mail|mail ?address|e ?mail ?(?:address|addr|id)|correo(?: electronico)?|courriel|e ?post|adres e ?mail|contact email|user email|email 1|bcc|cc|reply ?to|e ?mail ?(?:direct|work|home|private|business|personal))(?: \d)?$/,
    types: ["text"],
    ideas: [idea("internet.email", 32), idea("internet.username", 16)],
  },
  {
    name: /\b(?:phone|telephone|tel|mobile|cell|cell ?phone|fax|handy|telefon|telefono|telefoon|telefone|puhelin|mobil|movil|portable|gsm|home ?phone|work ?phone|phone ?(?:number|no|nr|num)|(?:phone|tel|mobile|fax) ?(?:home|work|biz|business|cell|mobile|contact|day|evening|office|private|main)|(?:mobile|cell|fax|telephone|telefon|home|office|work) ?(?:number|no|nr|num|nummer)|msisdn|whatsapp)(?: \d)?$/,
    types: ["text"],
    ideas: [
      idea("phone.number", 18),
      { generator: "pattern", params: { pattern: "\\+49 1[567]\\d \\d{7}" }, longest: 15 },
      { generator: "pattern", params: { pattern: "0[1-9]\\d{6}" }, longest: 8 },
    ],
    nulls: 0.1,
  },
  {
    name: /\b(?:phone|mobile|tel|fax)(?: ?(?:number|no))?$/,
    types: ["whole"],
    ideas: [{ generator: "integer", params: { min: 200_000_000, max: 999_999_999 } }],
    vague: true,
  },
  {
    name: /\b(?:phone|mobile|fax|tel)(?: \d)? country ?code$|\b(?:calling|dialing|dialling|dial|phone) ?(?:country ?)?(?:code|prefix)$/,
    types: ["text"],
    ideas: [choice({ "+1": 4, "+44": 3, "+49": 3, "+33": 2, "+34": 1, "+46": 1 }), choice({ 1: 1, 44: 1, 49: 1 })],
    nulls: 0.1,
  },
  {
    // A message's own words tell its addresses from names.
    name: /^(?:from|to|sender|recipients?|mail ?(?:from|to)|e ?mail ?(?:from|to))$/,
    beside: /\b(?:subject|cc|bcc|body|message ?id|headers)$/,
    types: ["text"],
    ideas: [idea("internet.email", 32), idea("internet.username", 16)],
    nulls: 0,
  },
  {
    // Beside a phone it is the number of the contact itself.
    name: /\b(?:emergency|contact|alternate|alternative|secondary)(?: contact)?(?: \d)? (?:number|no|nr|num)$/,
    without: /\b(?:phone|mobile|telephone|tel)$/,
    types: ["text"],
    ideas: [idea("phone.number", 18)],
    nulls: 0.1,
  },
  {
    name: /\b(?:extension|phone ext|ext|durchwahl)$/,
    types: ["text"],
    ideas: [{ generator: "pattern", params: { pattern: "[1-9]\\d{2,3}" }, longest: 4 }],
    nulls: 0.3,
  },
  {
    name: /\b(?:address ?2|address line ?2|street ?2|secondary ?address|line ?(?:2|two|3|three)|apartment|apt|suite|unit(?: number| no)|adresszusatz|complement|address ?(?:line ?)?3)$/,
    types: ["text"],
    ideas: [
      idea("location.secondaryAddress", 12),
      { generator: "pattern", params: { pattern: "Apt\\. [1-9]\\d{1,2}" }, longest: 8 },
    ],
    nulls: 0.7,
  },
  {
    name: /\b(?:building|house|street) ?(?:number|no|nr|nummer)$|^haus ?(?:nummer|nr)$/,
    types: ["text"],
    ideas: [
      idea("location.buildingNumber", 5),
      { generator: "pattern", params: { pattern: "[1-9]\\d{0,2}" }, longest: 3 },
    ],
  },
  {
    name: /\b(?:building|house|street) ?(?:number|no|nr)$/,
    types: ["whole"],
    ideas: [{ generator: "integer", params: { min: 1, max: 250 } }],
  },
  { name: /\b(?:street ?name|strassenname)$/, types: ["text"], ideas: [idea("location.street", 24)] },
  {
    name: /\b(?:address(?: line)?(?: ?(?:1|one))?|line (?:1|one)|addr(?: ?1)?|street(?: ?address)?(?: ?1)?|strasse|straße|str|rue|calle|gata|gatuadress|ulica|(?<!\w )via|rua|direccion|adresse|indirizzo|endereco|adres|anschrift|domicilio|katu)$/,
    types: ["text"],
    ideas: [idea("location.streetAddress", 24), idea("location.street", 20)],
    nulls: 0,
  },
  {
    name: /\b(?:city|town|stadt|ort|wohnort|ciudad|ville|stad|miasto|citta|cidade|kaupunki|plaats|municipality|gemeinde|localidad|locality|location|place of birth|birth ?place|geburtsort|city (?:village|or town)|suburb|neighbou?rhood|borough|parish|post(?:al)? town)(?: ?name)?$|^by$/,
    types: ["text"],
    ideas: [idea("location.city", 14)],
    nulls: 0,
  },
  {
    name: /\bterritory ?(?:name|description)$/,
    types: ["text"],
    ideas: [idea("location.city", 14)],
    nulls: 0,
  },
  {
    name: /^(?:name|nombre)$/,
    subject: /\b(?:city|town|stadt|ciudad|ville|municipality)$/,
    types: ["text"],
    ideas: [idea("location.city", 14)],
    nulls: 0,
  },
  {
    name: /\bcounty(?: ?name)?$/,
    types: ["text"],
    ideas: [idea("location.county", 14), idea("location.state", 14)],
    nulls: 0,
  },
  {
    name: /\b(?:state|province|region|bundesland|provincia|estado|departamento|district|lan|wojewodztwo|prefecture|canton|kanton|oblast|territory)(?: ?(?:description|desc))?$|\b(?:province|region|district|territory) ?name$/,
    types: ["text"],
    ideas: [
      idea("location.state", 14),
      idea("location.county", 14),
      { generator: "location.state", params: { abbreviated: true }, longest: 2 },
      { generator: "pattern", params: { pattern: "[A-Z]{2}" }, longest: 2 },
    ],
    nulls: 0,
  },
  {
    name: /\bstate ?name$/,
    beside: /\b(?:city|town|country|county|region|zip|post(?:al)? ?code|street|address|abbreviation)\b/,
    types: ["text"],
    ideas: [idea("location.state", 14)],
    nulls: 0,
  },
  {
    name: /^(?:name)$/,
    subject: /\bcounty$/,
    types: ["text"],
    ideas: [idea("location.county", 14), idea("location.state", 14)],
  },
  {
    name: /^(?:name)$/,
    subject: /\b(?:state|province|region|district)$/,
    types: ["text"],
    ideas: [idea("location.state", 14), idea("location.county", 14)],
  },
  {
    name: /\b(?:state|province|region) ?(?:code|abbr|abbreviation)$/,
    types: ["text"],
    ideas: [
      { generator: "location.state", params: { abbreviated: true }, longest: 2 },
      { generator: "pattern", params: { pattern: "[A-Z]{2}" }, longest: 2 },
    ],
  },
  {
    name: /\b(?:zip(?: ?code)?|post(?:al)? ?code|post ?code|plz|postleitzahl|codigo postal|code postal|post ?nummer|postnr|kod pocztowy|cap|cep|postinumero|pin ?code)$/,
    types: ["text"],
    ideas: [
      idea("location.zipCode", 9),
      { generator: "pattern", params: { pattern: "\\d{5}" }, longest: 5 },
      { generator: "pattern", params: { pattern: "\\d{4}" }, longest: 4 },
    ],
    nulls: 0,
  },
  {
    name: /\b(?:zip(?: ?code)?|post(?:al)? ?code|plz)$/,
    types: ["whole"],
    ideas: [{ generator: "integer", params: { min: 10_000, max: 99_999 } }],
  },
  {
    name: /\b(?:country ?(?:code|iso|cd|alpha)(?: ?2)?|iso ?(?:code|2|alpha 2)?|land ?kod|landerkurzel|country ?id)$/,
    types: ["text"],
    ideas: [idea("location.countryCode", 2)],
  },
  {
    name: /^(?:code|iso|iso ?2|alpha ?2|iso code|id)$/,
    subject: /\bcountry$/,
    types: ["text"],
    ideas: [idea("location.countryCode", 2)],
  },
  {
    name: /\b(?:country(?: ?name)?|land|pais|pays|kraj|paese|maa|country of (?:birth|residence|origin)|origin country)(?: ?source ?value)?$/,
    types: ["text"],
    ideas: [idea("location.country", 14), idea("location.countryCode", 2)],
    nulls: 0,
  },
  {
    name: /^(?:name|nombre)$/,
    subject: /\b(?:country|land|pais|pays)$/,
    types: ["text"],
    ideas: [idea("location.country", 14)],
  },
  { name: /\b(?:continent|kontinent)$/, types: ["text"], ideas: [idea("location.continent", 14)] },
  {
    name: /\b(?:lat|latitude|breitengrad|latitud)$/,
    types: ["number", "text"],
    ideas: [
      idea("location.latitude", 9),
      { generator: "decimal", params: { min: -85, max: 85, scale: 6 }, longest: 9 },
    ],
  },
  {
    name: /\b(?:lng|lon|long|longitude|laengengrad|langengrad|longitud)$/,
    types: ["number", "text"],
    ideas: [
      idea("location.longitude", 10),
      { generator: "decimal", params: { min: -180, max: 180, scale: 6 }, longest: 10 },
    ],
  },
  {
    name: /\b(?:time ?zone|tz)$/,
    types: ["text"],
    ideas: [idea("location.timeZone", 28), choice({ UTC: 1, CET: 2, EST: 2 })],
  },
  {
    name: /\b(?:language ?(?:code|iso)|langs?(?: ?code)?|languages|locale|sprache|idioma|langue)$/,
    types: ["text"],
    ideas: [choice({ en: 5, de: 2, fr: 2, es: 2, sv: 1, pl: 1 })],
  },
  {
    name: /^(?:name|language|language name)$/,
    subject: /\blanguage$/,
    types: ["text"],
    ideas: [idea("location.language", 14)],
  },
  {
    name: /\blanguage(?: ?name)?$/,
    types: ["text"],
    ideas: [choice({ English: 5, German: 2, French: 2, Spanish: 2 }), choice({ en: 5, de: 2, fr: 2, es: 2 })],
  },
];
