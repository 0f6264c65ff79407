import { foldedWords } from "./fold-words.ts";

/**
 * What people call things, in the catalogue's words: those that neither a generator's keywords nor the names of columns that
 * suggestions know have. Folded; German, French, Spanish and Swedish beside English.
 */
const meanings: Readonly<Record<string, string>> = {
  "bell curve": "normal",
  "created at": "timestamp",
  "coin flip": "boolean",
  "credit card": "card number",
  "date time": "timestamp",
  "drop down": "weighted choice",
  "fixed value": "constant",
  "from file": "file pool",
  "full text": "lorem",
  "gift card": "card number",
  "license plate": "number plate",
  "licence plate": "number plate",
  "multiple choice": "weighted choice",
  "leap day": "edge",
  "leap year": "edge",
  "daylight saving": "edge",
  "ja nein": "boolean",
  "ja nej": "boolean",
  "oui non": "boolean",
  "si no": "boolean",
  "one of": "weighted choice",
  "other column": "copy",
  "same as": "copy",
  "set of values": "weighted choice",
  "social security number": "ssn",
  "tick box": "boolean",
  checkbox: "boolean",
  coin: "boolean",
  comma: "csv",
  dice: "integer",
  die: "integer",
  dropdown: "weighted choice",
  embedding: "vector",
  euro: "amount",
  euros: "amount",
  dollar: "amount",
  dollars: "amount",
  fixed: "constant",
  garbage: "edge",
  initials: "pattern",
  increment: "sequence",
  linkedin: "url",
  malicious: "injection",
  naughty: "edge",
  number: "integer",
  percent: "percentage",
  picture: "image url",
  postal: "postcode",
  radio: "weighted choice",
  sentence: "sentence lorem",
  sku: "pattern",
  ticker: "pattern",
  toggle: "boolean",
  workplace: "company",
  // German
  adresse: "address",
  auswahl: "weighted choice",
  benutzername: "user name",
  betrag: "amount",
  bezeichnung: "product name",
  bild: "image url",
  datei: "file",
  dauer: "duration",
  farbe: "color",
  ganzzahl: "integer",
  geschlecht: "sex",
  hausnummer: "house number",
  konstante: "constant",
  kommazahl: "decimal",
  kreditkarte: "card number",
  kennzeichen: "number plate",
  land: "country",
  liste: "list",
  muster: "pattern",
  nachname: "last name",
  passwort: "password",
  preis: "price",
  satz: "sentence",
  sprache: "language",
  uhrzeit: "time",
  vorlage: "template",
  wahrung: "currency",
  wort: "word",
  zahl: "integer",
  zeitstempel: "timestamp",
  zufallszahl: "integer",
  // French
  couleur: "color",
  entier: "integer",
  fichier: "file",
  heure: "time",
  langue: "language",
  modele: "template",
  montant: "amount",
  mot: "word",
  "mot de passe": "password",
  "numero de carte": "card number",
  pays: "country",
  phrase: "sentence",
  prenom: "first name",
  texte: "text",
  // Spanish
  archivo: "file",
  contrasena: "password",
  entero: "integer",
  fecha: "date",
  hora: "time",
  idioma: "language",
  moneda: "currency",
  nombre: "first name",
  numero: "integer",
  pais: "country",
  palabra: "word",
  texto: "text",
  // Swedish
  fil: "file",
  foretag: "company",
  farg: "color",
  heltal: "integer",
  klockslag: "time",
  losenord: "password",
  ord: "word",
  sprak: "language",
  tal: "integer",
  tidpunkt: "timestamp",
  valuta: "currency",
};

const longest = 3;

/** What was typed with everyday words put in the catalogue's; undefined where there are none. */
export function inCatalogueWords(text: string): string | undefined {
  const words = foldedWords(text);
  const out: string[] = [];
  let changed = false;
  for (let at = 0; at < words.length;) {
    let taken = 0;
    for (let size = Math.min(longest, words.length - at); size > 0 && taken === 0; size--) {
      const phrase = words.slice(at, at + size).join(" ");
      if (!Object.hasOwn(meanings, phrase)) continue;
      out.push(meanings[phrase] ?? "");
      taken = size;
      changed = true;
    }
    if (taken === 0) out.push(words[at] ?? "");
    at += Math.max(1, taken);
  }
  return changed ? out.join(" ") : undefined;
}
