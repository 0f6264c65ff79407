import type { ColumnModel } from "../../schema/schema-model.ts";
import type { ValueKind } from "../../schema/value-type.ts";
import { wordsOf } from "../words.ts";
import type { PersonalCategoryId } from "./categories.ts";
import { inEnglish } from "./in-english.ts";
import type { Subject } from "./subject.ts";

/** How a column's name gives away that it is personal. */
interface NameSign {
  readonly category: PersonalCategoryId;
  /** On the words of the name, lower case, joined by blanks. */
  readonly name: RegExp;
  readonly kinds?: readonly ValueKind[];
  /** 0 to 1, in a table about people. */
  readonly sure: number;
  /** In a table that is not: 0 where it then means something else (a store's city). Absent: as sure. */
  readonly elsewhere?: number;
}

const text: readonly ValueKind[] = ["text", "unknown", "notation"];
const texts: readonly ValueKind[] = [...text, "integer", "decimal"];
const times: readonly ValueKind[] = ["date", "timestamp", "text", "integer"];

const signs: readonly NameSign[] = [
  {
    category: "card-code",
    name: /\b(?:cvv ?2?|cvc ?2?|cid code|card (?:security|verification) (?:code|value|number))$/,
    kinds: texts,
    sure: 0.98,
  },
  {
    category: "card-expiry",
    name: /\b(?:(?:card|cc) ?(?:expiry|expiration|exp)(?: (?:date|month|year))?|expiry (?:month|year)|exp (?:month|year))$/,
    sure: 0.9,
  },
  {
    category: "card-holder",
    name: /\b(?:card ?holder(?: name)?|name on card|karten ?inhaber|titulaire (?:de )?(?:la )?carte|titular(?: de la tarjeta)?|kort ?innehavare)$/,
    kinds: text,
    sure: 0.95,
  },
  {
    category: "card-number",
    name: /\b(?:(?:credit |debit |payment )?card ?(?:number|num|no|nr|pan)|cc ?(?:number|num|no)|pan|primary account number|kredit ?karten ?(?:nummer|nr)|kort ?(?:nummer|nr)|numero (?:de )?(?:tarjeta|carte))$/,
    kinds: texts,
    sure: 0.97,
  },
  { category: "iban", name: /\biban\b/, kinds: text, sure: 0.98 },
  {
    category: "social-security",
    name: /\b(?:ssn|social ?security(?: (?:number|no|num))?|sozial ?versicherungs ?(?:nummer|nr)|sv ?nr|nino|national insurance(?: (?:number|no))?|sin number|num(?:ero)? (?:de )?(?:secu|securite sociale)|nir|(?:numero (?:de )?)?seguro social)$/,
    kinds: texts,
    sure: 0.98,
  },
  {
    category: "tax-id",
    name: /\b(?:tax ?(?:id|number|no|payer ?id)|tin|vat ?(?:id|number|no)|steuer ?(?:id|nummer|nr)|nif|cif|rfc|ein|pan number|codice fiscale|cpf|cnpj|siret|siren|fiscal (?:code|number))$/,
    kinds: texts,
    sure: 0.85,
    elsewhere: 0.6,
  },
  {
    category: "national-id",
    name: /\b(?:national ?id(?:entity)?(?: (?:number|card|no))?|personal ?(?:number|id|identity number)|identity ?(?:number|card)|id ?card(?: (?:number|no))?|pers(?:on)? ?(?:nummer|nr)|(?:personal ?)?ausweis(?: ?(?:nummer|nr))?|carte d identite|cedula|dni|curp|pesel|aadhaar|aadhar|nric|my ?number|rg|bsn|cpr)$/,
    kinds: texts,
    sure: 0.9,
  },
  {
    category: "licence",
    name: /\b(?:passport(?: (?:number|no|num))?|driv(?:er|ing)s? ?licen[cs]e(?: (?:number|no|num))?|licen[cs]e (?:number|no|num)|licen[cs]e id|reisepass(?: ?(?:nummer|nr))?|fu(?:e)?hrer ?schein(?: ?(?:nummer|nr))?|passeport|pasaporte|(?:numero )?(?:de )?permis(?: de conduire)?|permiso de conducir|kor ?korts?(?: ?(?:nummer|nr))?|pass ?(?:nummer|nr)|visa number|certificate (?:number|no)|npi|dea|medical license)$/,
    kinds: texts,
    sure: 0.88,
  },
  {
    category: "medical-record",
    name: /\b(?:mrn|medical ?record(?: (?:number|no|id))?|patient ?(?:number|no|identifier)|chart (?:number|no)|person source value|hospital (?:number|no)|case (?:number|no))$/,
    kinds: texts,
    sure: 0.9,
    elsewhere: 0.7,
  },
  {
    category: "health-plan",
    name: /\b(?:health ?plan(?: (?:number|id|beneficiary|no))?|beneficiary ?(?:number|id|no)?|insurance ?(?:number|id|no|policy(?: number)?)|policy ?(?:number|no)|subscriber ?(?:id|number)|payer source value|(?:kranken)?versicher(?:ungs|ten) ?(?:nummer|nr)|medicare(?: (?:number|id|no))?|medicaid(?: (?:number|id|no))?)$/,
    kinds: texts,
    sure: 0.85,
    elsewhere: 0.6,
  },
  {
    category: "biometric",
    name: /\b(?:finger ?prints?|biometric\w*|face ?(?:id|print|encoding|embedding|template)|retina|iris scan|voice ?print|palm print|hand geometry)\b/,
    sure: 0.95,
  },
  { category: "genetic", name: /\b(?:dna|genome|genotype|genetic\w*|allele|snp)\b/, sure: 0.9 },
  {
    category: "photo",
    name: /\b(?:photo(?:graph)?s?(?: (?:url|path|uri))?|picture|portrait|avatar(?: (?:url|path|image))?|profile ?(?:image|pic|picture|photo)|head ?shot|mug ?shot|foto|bild)$/,
    sure: 0.85,
    elsewhere: 0.15,
  },
  {
    category: "email",
    name: /\b(?:e ?mail(?: ?(?:address|addr|id|adresse))?|mail ?(?:address|adresse)|e ?ml|adresse (?:e )?mail|correo(?: electronico)?|courriel|e ?post(?:adress)?|adres e ?mail|contact email)(?: \d)?$/,
    kinds: [...text],
    sure: 0.97,
    elsewhere: 0.85,
  },
  {
    category: "fax",
    name: /\b(?:fax(?: ?(?:number|no|num|nummer))?|telefax|facsimile)$/,
    kinds: texts,
    sure: 0.95,
    elsewhere: 0.75,
  },
  {
    category: "phone",
    name: /\b(?:(?:tele)?phone(?: ?(?:number|no|num|ext(?:ension)?))?|mobile(?: ?(?:number|no|phone))?|cell(?: ?(?:number|phone))?|tel(?:efon)?(?: ?(?:number|no|nr|nummer))?|telefono|telephone|(?:handy|mobil(?:funk|telefon)?)(?: ?(?:nummer|nr))?|movil|celular|tel(?:ephone)? portable|ph (?:num|no|nr)|msisdn|whats ?app|home phone|work phone|sms number|puhelin|contact (?:number|no))(?: \d)?$/,
    kinds: texts,
    sure: 0.95,
    elsewhere: 0.75,
  },
  {
    category: "ip-address",
    name: /\b(?:ip(?: ?(?:address|addr|v ?[46]))?|(?:client|remote|source|src|login|last|user|visitor|host) ?ip(?: ?(?:address|addr))?|remote ?(?:host|addr|address))$/,
    kinds: [...text, "integer", "bytes"],
    sure: 0.92,
  },
  {
    category: "device",
    name: /\b(?:device ?(?:id|identifier|token|fingerprint|serial(?: number)?|uuid)|imei|imsi|meid|mac(?: ?(?:address|addr))|udid|idfa|gaid|advertising ?id|android ?id|serial ?(?:number|no)|unique device id|push token)$/,
    sure: 0.85,
    elsewhere: 0.6,
  },
  {
    category: "vehicle",
    name: /\b(?:vin|vehicle ?(?:id|identification)(?: ?number)?|(?:license|licence|number|registration) ?plate(?: ?(?:number|no))?|plate(?: ?(?:number|no))?|kennzeichen|matricula|immatriculation|registrerings ?(?:nummer|nr)|reg ?(?:nr|nummer)|registration ?(?:number|no)|reg ?no)$/,
    kinds: texts,
    sure: 0.85,
  },
  { category: "biometric", name: /\bsignature(?: image)?$/, sure: 0.6, elsewhere: 0.2 },
  {
    category: "secret",
    name: /\b(?:pass ?word(?: ?(?:hash|salt|digest|hint))?|passwd|pwd|pass ?phrase|secret(?: ?key)?|api ?key|access ?token|refresh ?token|auth ?token|private ?key|salt|pin(?: ?code)?|otp(?: ?secret)?|totp(?: ?secret)?|security (?:answer|question)|mother maiden name|kennwort|passwort|contrasena|mot de passe)$/,
    sure: 0.93,
  },
  {
    category: "given-name",
    name: /\b(?:first ?name|given ?names?|fore ?name|f ?name|middle ?(?:name|initial)|second ?name|nick ?name|preferred ?name|christian ?name|vorname|prenom|primer nombre|nombre de pila|fornamn|imie|voornaam|etunimi|fornavn|initials)$/,
    kinds: text,
    sure: 0.97,
  },
  {
    category: "family-name",
    name: /\b(?:last ?name|sur ?name|family ?name|l ?name|maiden ?name|nach ?name|familien ?name|geburts ?name|apellidos?|nom de famille|efternamn|nazwisko|achternaam|cognome|sobrenome|etternavn|efternavn|sukunimi)$/,
    kinds: text,
    sure: 0.97,
  },
  {
    category: "full-name",
    name: /\b(?:(?:cust(?:omer)?|client|emp(?:loyee)?|pat(?:ient)?|full|contact) nm|full ?name|display ?name|real ?name|legal ?name|person ?name|(?:customer|client|employee|contact|patient|author|manager|owner|recipient|sender|driver|guest|provider|agent|member|staff|composer|supervisor|student|teacher|buyer|ship|billing|shipping|beneficiary|account ?holder|emergency contact|next of kin|guardian|spouse|parent) ?name|account ?holder|ship ?to ?name|signed ?by|printed ?name|nombre completo|nom complet|contact ?person|ansprechpartner|next of kin|emergency contact)$/,
    kinds: text,
    sure: 0.92,
    elsewhere: 0.8,
  },
  {
    category: "full-name",
    name: /^(?:name|names|nombre|nom|nome|namn|naam|navn|nimi)$/,
    kinds: text,
    sure: 0.8,
    elsewhere: 0,
  },
  {
    category: "full-name",
    name: /^(?:author|composer|director|reviewer|assignee|recipient|sender|contact|patient|employee|driver|guest|attendee|witness|physician|doctor)$/,
    kinds: text,
    sure: 0.75,
    elsewhere: 0.6,
  },
  {
    category: "user-name",
    name: /\b(?:user ?name|login(?: ?name)?|user ?login|screen ?name|user ?handle|handle|account ?name|benutzer ?name|nombre de usuario|nom d utilisateur|anvandarnamn|sam ?account ?name|upn)$/,
    kinds: text,
    sure: 0.9,
    elsewhere: 0.75,
  },
  {
    category: "birth-date",
    name: /\b(?:birth ?(?:date|day|datetime|time|year|month)|date ?of ?birth|dob|(?:year|month|day|time) of birth|born(?: on| at)?|(?:birth|brth) (?:dt|yr|mo)|geb(?:urts)? ?(?:datum|tag|dat|jahr)|fecha (?:de )?nac(?:imiento)?|date (?:de )?naissance|fodelse ?(?:datum|dag|ar)|data (?:di )?nascita|data (?:de )?nascimento|data urodzenia|geboorte ?datum)$/,
    kinds: [...times, "decimal"],
    sure: 0.97,
  },
  {
    category: "age",
    name: /^(?:age|alter|edad|idade|eta|leeftijd|age (?:years|in years|group)|patient age)$/,
    sure: 0.85,
    elsewhere: 0.3,
  },
  {
    category: "personal-date",
    name: /\b(?:(?:(?:admission|admit(?:ting)?|discharge|death|deceased|visit(?: detail)?|procedure|diagnosis|surgery|hired?|termination|enrol+ment|(?:drug |device )?exposure|condition|(?:condition|drug|dose|device) era|measurement|observation(?: period)?|payer plan period|specimen|note|immuni[sz]ation|vaccination|treatment|encounter|episode|prescription|dispensing)(?: (?:start|begin|end|stop|from|to))?|verbatim (?:start|end)) ?(?:date|datetime|time|day|on|at)|date of (?:death|hire|admission|discharge)|died(?: on| at)?)$/,
    kinds: times,
    sure: 0.8,
    elsewhere: 0.7,
  },
  {
    category: "street",
    name: /\b(?:street(?: ?(?:address|name|number|no|line ?\d?))?|address(?: ?(?:line)? ?\d)?|addr(?: ?(?:line|ln))?(?: ?\d)?|(?:home|mailing|postal|billing|shipping|ship|delivery|residential|street|work|permanent|current|company) ?(?:address|addr)(?: ?(?:line)? ?\d)?|house ?(?:number|no)|apartment|apt(?: no)?|strasse|str|haus ?(?:nummer|nr)|gata|anschrift|adresse|adress|direccion|calle|rue|indirizzo|via|ulica|adres|endereco|gatuadress|location source value)$/,
    kinds: text,
    sure: 0.9,
    elsewhere: 0.7,
  },
  {
    category: "postcode",
    name: /\b(?:post(?:al)? ?(?:code|cd)|zip(?: ?(?:code|cd|plus ?4))?|plz|post ?leitzahl|codigo postal|code postal|cap|cep|post ?(?:nummer|nr)|cp|kod pocztowy|postcode|pin code)(?: \d)?$/,
    kinds: texts,
    sure: 0.9,
    elsewhere: 0.6,
  },
  {
    category: "city",
    name: /\b(?:(?:home |billing |shipping |ship |birth |mailing |postal )?(?:city|town|municipality|locality)(?: name)?|place ?of ?birth|birth ?place|ort|wohnort|stadt|ciudad|ville|citta|cidade|miasto|stad|plaats|poblacion)$/,
    kinds: text,
    sure: 0.85,
    elsewhere: 0.4,
  },
  {
    category: "district",
    name: /\b(?:county|district|parish|neighbou?rhood|suburb|borough|precinct|landkreis|kreis|barrio|comuna|bairro|census tract)$/,
    kinds: text,
    sure: 0.75,
    elsewhere: 0.5,
  },
  {
    category: "coordinates",
    name: /\b(?:lat(?:itude)?|lng|lon|long(?:itude)?|geo ?(?:location|point|coordinates?|lat|lng|lon)|gps(?: ?(?:lat|lon|location|coordinates))?|coordinates?)$/,
    sure: 0.75,
    elsewhere: 0.4,
  },
  {
    category: "gender",
    name: /\b(?:gender(?: (?:source value|concept id|code|identity))?|sex|geschlecht|sexe|sexo|genero|kon|plec)$/,
    sure: 0.9,
    elsewhere: 0.5,
  },
  {
    category: "ethnicity",
    name: /\b(?:race(?: (?:source value|concept id|code))?|ethnic(?:ity|group|origin)?(?: (?:source value|concept id|code|group))?|skin colou?r|caste|tribe|rasse|ethnie|raza)$/,
    sure: 0.9,
    elsewhere: 0.5,
  },
  {
    category: "religion",
    name: /\b(?:religion(?: (?:cd|code|id))?|religious ?\w*|faith|denomination|confession|church|konfession)$/,
    sure: 0.92,
    elsewhere: 0.7,
  },
  {
    category: "politics",
    name: /\b(?:political ?\w*|party ?affiliation|trade ?union(?: member\w*)?|union ?member\w*|gewerkschaft|syndicat|sindicato|fack(?:lig)? ?tillhorighet)$/,
    sure: 0.9,
    elsewhere: 0.7,
  },
  { category: "sexuality", name: /\b(?:sexual ?(?:orientation|preference)|orientation sexuelle|lgbt\w*)$/, sure: 0.97 },
  {
    category: "health",
    name: /\b(?:diagnos(?:[ie]s|e|tic|tico)?(?: (?:cd|code|text|description))?|icd ?(?:\d+)?(?: code)?|medical ?(?:condition|history|notes?)|disabilit(?:y|ies)|allerg(?:y|ies)|medications?|prescriptions?|blood ?(?:type|group|pressure)|symptoms?|illness|disease|treatment|hiv ?status|pregnan(?:t|cy)\w*|cause (?:of death|source value)|(?:condition|procedure|drug|measurement|observation|specimen|death|cause) source value|lab result|bmi|body weight|smoker|smoking status|krankheit|krankenkasse)$/,
    sure: 0.85,
    elsewhere: 0.7,
  },
  {
    category: "nationality",
    name: /\b(?:nationalit(?:y|at|e)|citizenship|staats ?angeho(?:e)?rigkeit|medborgarskap|nacionalidad|country of birth|birth country|mother tongue|native language)$/,
    sure: 0.88,
    elsewhere: 0.6,
  },
  {
    category: "income",
    name: /\b(?:salary|income|wage|annual ?(?:salary|income)|base ?pay|pay ?rate|hourly ?rate|compensation|bonus|gehalt|lohn|salaire|sueldo|salario|net worth|credit ?score|reports? pay)$/,
    sure: 0.85,
    elsewhere: 0.4,
  },
  {
    category: "family",
    name: /\b(?:marital ?status|civil ?status|familienstand|estado civil|etat civil|spouse|number of (?:children|dependents)|dependents|children)$/,
    sure: 0.85,
    elsewhere: 0.4,
  },
  {
    category: "account",
    name: /\b(?:(?:bank ?)?account ?(?:number|no|num|nr)|acct ?(?:number|no|num)|routing ?(?:number|no)|sort ?code|konto ?(?:nummer|nr)|bban|bank ?account|swift|bic|numero de cuenta|clabe|loyalty (?:number|card)|membership (?:number|no))$/,
    kinds: texts,
    sure: 0.88,
    elsewhere: 0.8,
  },
  {
    category: "url",
    name: /\b(?:home ?page|personal ?(?:url|site|website)|profile ?(?:url|link)|linked ?in(?: ?(?:url|profile))?|facebook|twitter(?: ?handle)?|instagram|social ?(?:media|profile)(?: url)?|blog|web ?site(?: (?:url|link))?|photo path)$/,
    kinds: text,
    sure: 0.7,
    elsewhere: 0.25,
  },
  {
    category: "other-identifier",
    name: /\b(?:(?:customer|client|employee|member|patient|student|staff|personnel|participant|subject|person|subscriber|voter|badge|user) ?(?:number|no|nr|code|ref(?:erence)?)|external (?:user|customer|person) id|provider source value|personal ?nummer|kunden ?nummer|matrikel ?nummer|cookie ?id|tracking ?id|session ?(?:id|token)|user ?agent|facebook id|google id|twitter id|oauth (?:uid|id))$/,
    kinds: [...texts, "uuid"],
    sure: 0.75,
    elsewhere: 0.55,
  },
  {
    category: "free-text",
    name: /\b(?:notes?(?: text)?|comments?|remarks?|bio(?:graphy)?|about(?: me)?|message(?: (?:body|text))?|feedback|complaint|(?:delivery|order|internal|customer|patient|doctor) ?(?:notes?|comments?|instructions?)|bemerkung(?:en)?|notiz(?:en)?|anmerkung|kommentar|observaciones|remarques|value as string)$/,
    kinds: text,
    sure: 0.6,
    elsewhere: 0.45,
  },
];

export interface NameFinding {
  readonly category: PersonalCategoryId;
  /** 0 to 1. */
  readonly confidence: number;
}

/**
 * What a column's name says, in a table about `subject`: the surest category, or undefined. A column of a table that belongs
 * to people counts as theirs.
 */
export function findByName(column: ColumnModel, subject: Subject, ofPerson: boolean): NameFinding | undefined {
  const words = inEnglish(wordsOf(column.name));
  const about = subject === "person" || (subject === "unclear" && ofPerson);
  let best: NameFinding | undefined;
  for (const { category, name, kinds, sure, elsewhere = sure } of signs) {
    if (kinds !== undefined && !kinds.includes(column.valueType.kind)) continue;
    if (!name.test(words)) continue;
    const confidence = about ? sure : subject === "unclear" ? (sure + elsewhere) / 2 : elsewhere;
    if (confidence > (best?.confidence ?? 0)) best = { category, confidence };
  }
  return best;
}
