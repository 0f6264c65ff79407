import { choice, idea, prose, type NamePattern } from "./name-pattern.ts";

/** Nouns of tables and words before "name" that mean a person. */
const personNoun =
  /\b(?:customers?|clients?|users?|persons?|people|employees?|staff|members?|contacts?|patients?|students?|teachers?|authors?|actors?|drivers?|guests?|players?|candidates?|applicants?|owners?|managers?|recipients?|senders?|doctors?|providers?|agents?|speakers?|participants?|subscribers?|passengers?|composers?|holders?|cardholders?|account holders?|buyers?|reviewers?|supervisors?|leads?|attendees?|donors?|witness|debtors?|borrowers?|residents?|visitors?|volunteers?|workers?|trainees?|tutors?|nurses?|physicians?|lawyers?|voters?|callers?|payees?|payers?|operators?|technicians?|instructors?|coaches|coach|hosts?|assistants?|secretary|executives?|parents?|children|child|relatives?|heirs?|kunden?|mitarbeiter|benutzer|personne|persona|clientes?|empleados?)(?: (?:data|info|details?|profiles?|records?|master))?$/;
/** Persons whose "title" is how they are addressed; that of an employee is a job. */
const addressedNoun =
  /\b(?:patients?|customers?|clients?|guests?|students?|persons?|people|members?|passengers?|subscribers?|participants?|donors?|kunden?)(?: (?:data|info|details?|profiles?|records?|master))?$/;

const animalNoun = /\b(?:pets?|animals?|dogs?|cats?|horses?|livestock|cattle)$/;

const birthDate =
  /\b(?:birth ?date|date of birth|dob|birth ?day|birth ?datetime|born(?: on| at)?|geburts ?datum|geburtstag|fecha de nacimiento|fecha nacimiento|date de naissance|date naissance|fodelsedatum|data urodzenia|geboortedatum|data di nascita|data nascimento)$/;

export const peoplePatterns: readonly NamePattern[] = [
  {
    // A name beside a first one, in French: "nom, prenom".
    name: /^nom$/,
    beside: /^(?:prenoms?|first ?name)$/,
    types: ["text"],
    ideas: [idea("person.lastName", 10)],
    nulls: 0,
  },
  {
    // Beside a last name alone, the name is the first one: "nombre, apellidos".
    name: /^(?:name|nombres?|nome|naam|imie|other ?names?)$/,
    beside:
      /^(?:apellidos?(?: \d)?|sur ?name|last ?name|family ?name|sobrenome|cognome|nach ?name|achternaam|nazwisko)$/,
    without: /\b(?:(?:first|given|fore|middle) ?name|prenom|vorname|voornaam)$/,
    types: ["text"],
    ideas: [idea("person.firstName", 8)],
    nulls: 0,
  },
  {
    name: /\b(?:first ?name|given ?names?|fore ?name|f ?name|christian name|vorname|prenom|nombre de pila|primer nombre|fornamn|imie|voornaam|nome proprio|etunimi|fornavn)$/,
    types: ["text"],
    ideas: [idea("person.firstName", 8), idea("person.middleName", 8)],
    nulls: 0,
  },
  {
    name: /\b(?:middle ?names?|m ?name|second ?name|middle ?initial|zweiter vorname)$/,
    types: ["text"],
    ideas: [
      idea("person.middleName", 8),
      idea("person.firstName", 8),
      { generator: "pattern", params: { pattern: "[A-Z]" } },
    ],
    nulls: 0.6,
  },
  {
    name: /\b(?:last ?name|sur ?name|family ?name|l ?name|nach ?name|familien ?name|apellidos?|nom de famille|efternamn|nazwisko|achternaam|cognome|sobrenome|etternavn|efternavn|sukunimi|maiden ?name|geburts ?name)$/,
    types: ["text"],
    ideas: [idea("person.lastName", 10)],
    nulls: 0,
  },
  {
    name: /\b(?:full ?name|real ?name|person ?name|vollstandiger name|nombre completo|nom complet|name on card|card ?holder(?: name)?|account ?holder|contact ?person|signed by|printed name|next ?of ?kin|emergency ?contact|care ?of|attn|attention|organi[sz]er|sponsor|(?:bill|ship|sold) ?to ?name)$/,
    types: ["text"],
    ideas: [idea("person.fullName", 18), idea("person.lastName", 14)],
  },
  {
    name: /\b(?:emergency|contact|next of kin|referee|witness|guardian|parent)(?: contact)?(?: \d)? name$/,
    types: ["text"],
    ideas: [idea("person.fullName", 18), idea("person.lastName", 14)],
  },
  {
    name: /\b(?:official|full|birth|former|religious|stage|printed|certificate) ?name$/,
    beside: /\b(?:sur|first|given|last|family) ?name$/,
    types: ["text"],
    ideas: [idea("person.fullName", 18), idea("person.lastName", 14)],
  },
  {
    name: /\bdisplay ?name$/,
    subject: personNoun,
    types: ["text"],
    ideas: [idea("person.fullName", 18), idea("person.lastName", 14)],
  },
  {
    name: /^display ?name$/,
    beside: /^(?:e ?mail|user ?name|login|password|(?:first|last) ?name|avatar)(?: ?(?:address|url))?$/,
    types: ["text"],
    ideas: [idea("person.fullName", 18), idea("person.lastName", 14)],
  },
  {
    name: /^name$|\bpet ?name$/,
    subject: animalNoun,
    types: ["text"],
    ideas: [idea("animal.petName", 10), idea("person.firstName", 12)],
    nulls: 0,
  },
  {
    // A user with another name to be shown signs in by this one.
    name: /^name$/,
    subject: /\b(?:users?|accounts?|members?)$/,
    beside: /^(?:screen|display|real|full|nick) ?name$/,
    types: ["text"],
    ideas: [idea("internet.username", 14)],
    nulls: 0,
  },
  {
    name: /^name$/,
    subject: /\b(?:accounts?|logins?)$/,
    beside: /^(?:password|passwd|pwd|pass|password hash)$/,
    types: ["text"],
    ideas: [idea("internet.username", 14)],
    nulls: 0,
  },
  {
    name: /^name$/,
    subject: /\b(?:address|ship ?to|bill ?to|recipient)$/,
    types: ["text"],
    ideas: [idea("person.fullName", 18), idea("person.lastName", 14)],
  },
  {
    name: /^title$/,
    subject: /\b(?:title|position|designation|job history)$/,
    types: ["text"],
    ideas: [idea("person.jobTitle", 30), idea("person.jobType", 14)],
  },
  {
    name: /^(?:name|names|nom|nombre|nome|namn|naam|nazwa|nimi|navn)$/,
    subject: personNoun,
    types: ["text"],
    ideas: [idea("person.fullName", 18), idea("person.lastName", 14)],
  },
  {
    name: /\b(?:customer|client|employee|contact|patient|author|manager|owner|recipient|sender|driver|guest|provider|agent|member|staff|person|composer|supervisor|student|teacher|ansprechpartner|buyer|ship|reviewer|seller|mothers?|fathers?|guardians?|parents?|spouse|emergency ?contact|beneficiary|policy ?holder|referrer|actor|player|assistant|responsible|debtor|creditor|payee|payer|tenant|landlord|witness|guarantor|social) ?name$/,
    types: ["text"],
    ideas: [idea("person.fullName", 18), idea("person.lastName", 14)],
  },
  {
    name: /^(?:author|composer|director|manager|contact|recipient|ansprechpartner|assignee|reviewer|approver|(?:created|updated|modified|approved|deleted|changed|entered|prepared|reviewed|signed) by|sales ?(?:rep|person))$/,
    types: ["text"],
    ideas: [idea("person.fullName", 18), idea("internet.username", 16)],
    vague: true,
  },
  {
    name: /\b(?:salutation|honorific|name prefix|title of courtesy|anrede|courtesy title|civilite)$/,
    types: ["text"],
    ideas: [idea("person.prefix", 6), choice({ "Mr.": 5, "Ms.": 5, "Dr.": 1 })],
  },
  {
    name: /\bname suffix$/,
    types: ["text"],
    ideas: [idea("person.suffix", 5), choice({ "Jr.": 3, "Sr.": 1, II: 2, III: 1 })],
    nulls: 0.9,
  },
  {
    name: /\b(?:preferred|common|known as|call|nick) ?(?:name)?$/,
    beside: /\b(?:first|given|last) ?name$/,
    types: ["text"],
    ideas: [idea("person.firstName", 12)],
    nulls: 0.6,
  },
  {
    name: /\b(?:initials)$/,
    types: ["text"],
    ideas: [{ generator: "pattern", params: { pattern: "[A-Z]{2}" } }],
  },
  {
    name: /\b(?:authors|editors|contributors|speakers)$/,
    types: ["text"],
    ideas: [idea("person.fullName", 18)],
    vague: true,
  },
  { name: /^prefix$/, subject: personNoun, types: ["text"], ideas: [idea("person.prefix", 6)], nulls: 0.3 },
  { name: /^suffix$/, subject: personNoun, types: ["text"], ideas: [idea("person.suffix", 5)], nulls: 0.9 },
  {
    name: /\b(?:job ?title|contact title|position|occupation|profession|beruf|job ?role|job|stilling|puesto|poste|job ?name|designation)$/,
    types: ["text"],
    ideas: [idea("person.jobTitle", 30), idea("person.jobType", 14)],
  },
  {
    name: /^title$/,
    subject: addressedNoun,
    types: ["text"],
    ideas: [idea("person.prefix", 6), choice({ Mr: 5, Ms: 5, Dr: 1 }), idea("person.jobTitle", 30)],
    nulls: 0.3,
  },
  {
    name: /^title$/,
    subject: personNoun,
    types: ["text"],
    ideas: [idea("person.jobTitle", 30), idea("person.prefix", 6)],
    nulls: 0.1,
  },
  {
    name: /\b(?:gender|sex|geschlecht|sexe|sexo|kon|genero|plec)(?: ?source ?value)?$/,
    types: ["text"],
    ideas: [idea("person.sex", 6), { generator: "person.sex", params: { style: "letters" }, longest: 1 }],
  },
  {
    name: /\b(?:gender|sex)$/,
    types: ["whole"],
    ideas: [{ generator: "weighted-choice", params: { values: [0, 1, 2] } }],
    vague: true,
  },
  {
    name: birthDate,
    subject: animalNoun,
    types: ["moment"],
    ideas: [{ generator: "date", params: { from: "-14y", to: "-60d" } }],
    nulls: 0.05,
  },
  {
    // Who was hired in the last twelve years was of age then.
    name: birthDate,
    beside: /\b(?:hired?|hiring|employment|eintritt)(?: ?(?:at|on|date|time|datetime))?$/,
    types: ["anyMoment"],
    ideas: [{ generator: "birth-date", params: { min: 31, max: 64 }, longest: 10 }],
    nulls: 0.05,
  },
  {
    name: birthDate,
    types: ["anyMoment"],
    ideas: [idea("birth-date", 10), { generator: "date", params: { from: "-80y", to: "-18y" } }],
    nulls: 0.05,
  },
  {
    name: /\b(?:year of birth|birth ?year|geburtsjahr)$/,
    types: ["whole"],
    ideas: [{ generator: "integer", params: { min: 1945, max: 2007 } }],
  },
  {
    name: /\b(?:age|alter|edad|alder|wiek)$/,
    types: ["whole"],
    ideas: [idea("age"), { generator: "integer", params: { min: 18, max: 90 } }],
  },
  {
    name: /\b(?:month of birth|birth ?month)$/,
    types: ["whole"],
    ideas: [{ generator: "integer", params: { min: 1, max: 12 } }],
  },
  {
    name: /\b(?:day of birth|birth ?day)$/,
    types: ["whole"],
    ideas: [{ generator: "integer", params: { min: 1, max: 28 } }],
  },
  {
    name: /\b(?:marital ?status|civil ?status|familienstand|estado civil)$/,
    types: ["text"],
    ideas: [choice({ single: 4, married: 5, divorced: 2, widowed: 1 }), choice({ S: 4, M: 5, D: 2, W: 1 })],
  },
  {
    name: /\b(?:blood ?(?:type|group)|blutgruppe)$/,
    types: ["text"],
    ideas: [choice({ "O+": 38, "A+": 34, "B+": 9, "O-": 7, "A-": 6, "AB+": 3, "B-": 2, "AB-": 1 })],
  },
  {
    name: /\b(?:nationality|citizenship|staatsangehorigkeit|nacionalidad|nationalite)$/,
    types: ["text"],
    ideas: [idea("location.country", 30), idea("location.countryCode", 2)],
  },
  {
    name: /\b(?:ssn|ss|social ?security(?: ?(?:number|no|nr))?|national ?(?:id|insurance|identity)(?: ?(?:number|no|card))?|drivers? ?licen[cs]e(?: ?(?:number|no))?|personal ?(?:number|no|id)|personnummer|pesel|tax ?(?:id|number|no)|steuernummer|vat ?(?:id|number|no|nr)?|nif|cpf|passport(?: ?number| ?no)?)$/,
    types: ["text"],
    ideas: [
      { generator: "pattern", params: { pattern: "[0-9]{3}-[0-9]{2}-[0-9]{4}" }, longest: 11 },
      { generator: "pattern", params: { pattern: "[A-Z]{2}[0-9]{6}" }, longest: 8 },
      { generator: "pattern", params: { pattern: "[0-9]{6}" }, longest: 6 },
    ],
    nulls: 0.1,
  },
  {
    name: /\b(?:race|ethnic ?(?:group|origin))(?: source ?value)?$/,
    types: ["text"],
    ideas: [
      choice({ White: 6, "Black or African American": 2, Asian: 1, Other: 1 }),
      choice({ White: 6, Black: 2, Asian: 1, Other: 1 }),
      choice({ W: 6, B: 2, A: 1, O: 1 }),
    ],
  },
  {
    name: /\b(?:work ?class|class of worker)$/,
    types: ["text"],
    ideas: [
      choice({ Private: 7, "Self-employed": 1, "Local government": 1, "State government": 1, "Federal government": 1 }),
      choice({ Private: 7, Self: 1, Public: 2 }),
    ],
  },
  {
    name: /\b(?:salary|income|pay) ?(?:class|bracket|band)$/,
    types: ["text"],
    ideas: [
      choice({ "under 25,000": 2, "25,000-50,000": 4, "50,000-100,000": 3, "over 100,000": 1 }),
      choice({ "<=50K": 3, ">50K": 1 }),
    ],
  },
  {
    name: /\bethnicity(?: source ?value)?$/,
    types: ["text"],
    ideas: [choice({ "Not Hispanic or Latino": 8, "Hispanic or Latino": 2 }), choice({ N: 8, H: 2 })],
  },
  {
    name: /\broute(?: of administration)?(?: source ?value)?$/,
    subject: /\b(?:drug|prescription|medication|dose|exposure|immunization)$/,
    types: ["text"],
    ideas: [choice({ oral: 6, intravenous: 2, topical: 1, subcutaneous: 1, intramuscular: 1 })],
  },
  {
    name: /\b(?:religion|faith|konfession)$/,
    types: ["text"],
    ideas: [choice({ none: 4, Catholic: 3, Protestant: 2, Muslim: 2, Hindu: 1, Jewish: 1, Buddhist: 1 })],
    nulls: 0.3,
  },
  {
    name: /\b(?:relationship|relation|kinship)$/,
    types: ["text"],
    ideas: [choice({ spouse: 4, parent: 3, child: 2, sibling: 1, friend: 1 })],
  },
  {
    name: /\b(?:bio|biography|about(?: me)?|vita)$/,
    types: ["text"],
    ideas: [idea("person.bio", 80), prose("comment", 24)],
    nulls: 0.3,
  },
  {
    name: /\b(?:department|dept|abteilung|departement|avdelning)(?: ?name)?$/,
    types: ["text"],
    ideas: [idea("commerce.department", 12), choice({ Sales: 3, Finance: 1, Support: 2, Research: 1 })],
  },
  {
    name: /\b(?:industry|sector|branche)$/,
    types: ["text"],
    ideas: [choice({ Retail: 3, Manufacturing: 3, Finance: 2, Health: 2, Software: 2, Energy: 1 })],
  },
];
