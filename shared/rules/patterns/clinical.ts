import { choice, prose, type Idea, type NamePattern } from "./name-pattern.ts";

// Records of patients, and the vocabularies by which they are coded: OMOP, and what hospitals call the same things.

const form = (source: string, longest: number): Idea => ({
  generator: "pattern",
  params: { pattern: source },
  longest,
});
const even = (values: string): Idea => choice(Object.fromEntries(values.split(", ").map((value) => [value, 1])));
const texts = (values: string): Idea => choice(Object.fromEntries(values.split("; ").map((value) => [value, 1])));

/** What a source said, before it was coded, of what stands before "source value". */
const said = (subject: RegExp, ...ideas: readonly Idea[]): NamePattern => ({
  name: /\b(?:source|raw|original|verbatim) ?value$/,
  subject,
  types: ["text"],
  ideas,
  nulls: 0.2,
});

/** A table of a coded vocabulary has columns that lead to the concepts it stands for. */
const coded = /\bconcept id$/;
/** Notes on patients are of a visit. */
const ofVisit = /^(?:visit|encounter|admission|patient|appointment|episode)(?: \w+)* id$/;

/** What tells where the records come from. */
const ofModel = /^cdm (?:etl reference|release date)$/;

/** A name, or a text that is a key, in a table of a vocabulary. */
const term = (name: RegExp, values: string): NamePattern => ({
  name,
  beside: coded,
  types: ["text"],
  ideas: [{ ...texts(values), whole: true }],
  nulls: 0,
});

/** A name that is the key itself. */
const sameAs = (name: RegExp, column: string): NamePattern => ({
  name,
  beside: coded,
  types: ["text"],
  ideas: [{ generator: "copy", params: { column } }],
  nulls: 0,
});

const domains =
  "Condition; Drug; Procedure; Measurement; Observation; Device; Visit; Specimen; Gender; Race; Ethnicity; Unit; Route; Provider; Place of Service; Cost; Payer; Plan; Language; Currency; Relationship; Metadata; Episode; Note";
const vocabularies =
  "SNOMED; ICD10CM; ICD9CM; RxNorm; LOINC; CPT4; HCPCS; NDC; ATC; UCUM; ICD10PCS; MedDRA; Read; CVX; DRG; Gender; Race; Ethnicity; Visit; NUCC; MeSH; OPCS4; HemOnc; Nebraska Lexicon";
const classes =
  "Clinical Finding; Procedure; Ingredient; Clinical Drug; Branded Drug; Clinical Drug Form; Lab Test; Clinical Observation; Substance; Body Structure; Organism; Physical Object; Qualifier Value; Social Context; Event; Specimen; Morph Abnormality; Staging / Scales; 3-char billing code; 5-char billing code; Survey; Unit; Gender; Visit";
const relationships =
  "Is a; Subsumes; Maps to; Mapped from; Has finding site; Finding site of; Has ingredient; Ingredient of; Has dose form; Dose form of; Has tradename; Tradename of; Has method; Method of; Has severity; Severity of; Has brand name; Brand name of; Has unit; Unit of; Due to; Cause of; Replaced by; Replaces";
const picked = (values: string): string => `pick("${values.split("; ").join('", "')}")`;
const sites = picked(
  "left knee; right knee; hip; shoulder; left wrist; ankle; spine; skull; stomach; colon; liver; kidney; lung; heart; skin; thyroid gland; breast; bladder; pancreas; larynx; right eye; left ear; prostate; ovary; brain; esophagus",
);
const finding = `${picked(
  "Fracture; Pain; Injury; Inflammation; Infection; Malignant neoplasm; Benign neoplasm; Disorder; Edema; Contusion; Congenital anomaly; Cyst; Hemorrhage; Degeneration",
)} + " of " + ${sites}`;
/** What has no sickness in its name. */
const namesOfDomain: Readonly<Record<string, string>> = {
  Device:
    "Cardiac pacemaker; Wheelchair; Hearing aid; Insulin pump; Urinary catheter; Coronary stent; Walking frame; Hip prosthesis",
  Visit:
    "Inpatient Visit; Outpatient Visit; Emergency Room Visit; Office Visit; Telehealth; Home Visit; Ambulance Visit",
  "Place of Service":
    "Inpatient Hospital; Office; Outpatient Hospital; Urgent Care Facility; Nursing Facility; Pharmacy; Hospice",
  Specimen: "Blood specimen; Urine specimen; Serum specimen; Tissue specimen; Sputum specimen; Swab from throat",
  Gender: "MALE; FEMALE; UNKNOWN; OTHER",
  Race: "White; Black or African American; Asian; American Indian or Alaska Native; Native Hawaiian; Other Race",
  Ethnicity: "Hispanic or Latino; Not Hispanic or Latino",
  Unit: "milligram; milliliter; milligram per deciliter; millimole per liter; percent; kilogram; centimeter; beats per minute; degree Celsius",
  Route: "Oral; Intravenous; Subcutaneous; Intramuscular; Topical; Nasal; Rectal; Inhalation",
  Provider:
    "Cardiology; Family Practice; Internal Medicine; Pediatrics; Neurology; Radiology; General Surgery; Nurse Practitioner",
  Payer: "Medicare; Medicaid; Private Health Insurance; Self-pay; Department of Veterans Affairs",
  Plan: "Preferred Provider Organization; Health Maintenance Organization; High Deductible Plan; Point of Service Plan",
  Language: "English; Spanish; French; German; Chinese; Arabic; Portuguese; Vietnamese",
  Currency: "US dollar; Euro; Pound sterling; Swiss franc; Japanese yen; Canadian dollar",
  Cost: "Charged amount; Allowed amount; Copay; Deductible; Coinsurance; Dispensing fee",
  Note: "Discharge summary; Progress note; Radiology report; Nursing note; Pathology report",
};
/** What a concept is called, by the domain beside it: "Metformin 500 MG Oral Tablet" is a drug. */
const conceptNames: Idea = {
  generator: "mix",
  params: {
    rules: Object.entries({
      'domain_id == "Drug"': `${picked("Metformin; Atorvastatin; Lisinopril; Amoxicillin; Ibuprofen; Warfarin; Omeprazole; Prednisone; Sertraline; Furosemide")} + " " + ${picked("5; 10; 20; 25; 50; 100; 250; 500")} + " MG " + ${picked("Oral Tablet; Oral Capsule; Oral Solution; Injection")}`,
      'domain_id == "Measurement"': `${picked("Glucose; Creatinine; Sodium; Potassium; Albumin; Calcium; Bilirubin; Urea; Cortisol; Ferritin")} + " in " + ${picked("serum; plasma; urine; blood")}`,
      'domain_id == "Procedure"': `${picked("Biopsy; Excision; Repair; Ultrasound; X-ray; Magnetic resonance imaging; Incision; Replacement")} + " of " + ${sites}`,
      'domain_id == "Condition" || domain_id == "Observation"': finding,
      ...Object.fromEntries(
        Object.entries(namesOfDomain).map(([domain, values]) => [`domain_id == "${domain}"`, picked(values)]),
      ),
      "": `domain_id + ", " + ${picked("other; unspecified; not recorded; by report; primary; secondary; standard; local; historical")}`,
    }).map(([when, expression]) => ({ when, rule: { formula: { expression } } })),
  },
};
const noteTitles =
  "Discharge summary; Progress note; Consultation note; Radiology report; Operative note; Nursing note; Admission note; Pathology report; Emergency department note; Telephone encounter";
const sayings =
  "Take 1 tablet by mouth once daily; Take 1 tablet by mouth twice daily with food; Take 2 capsules at bedtime; Inhale 2 puffs every 6 hours as needed; Apply to the affected area twice daily; Take 1 tablet every 8 hours for 7 days; Inject 10 units under the skin at bedtime; Place 1 drop in each eye twice daily";

export const clinicalPatterns: readonly NamePattern[] = [
  said(/\bvalue$/, even("normal, negative, positive, trace, elevated, not detected")),
  said(
    /\bspecialt?i?t?y$/,
    even("Cardiology, Family Practice, Internal Medicine, Pediatrics, Oncology, Neurology, Radiology"),
  ),
  said(
    /\bplace of service$/,
    even("Office, Inpatient Hospital, Outpatient Hospital, Emergency Room, Urgent Care, Nursing Facility, Telehealth"),
  ),
  said(
    /\b(?:admitted|admitting|discharged?) ?(?:from|to)?$/,
    even("Home, Emergency Room, Nursing Facility, Other hospital, Rehabilitation, Hospice"),
  ),
  said(/\b(?:visit|visit detail|encounter)$/, even("Inpatient, Outpatient, Emergency, Office visit, Telehealth")),
  said(/\bdisease status$/, even("active, in remission, recurrent, resolved")),
  said(/\bstatus$/, even("final, preliminary, admitting, primary, secondary")),
  said(/\b(?:anatomic|body) ?site$/, even("left arm, right arm, chest, abdomen, left knee, skin, liver, breast")),
  said(/\bspecimen$/, even("blood, urine, serum, tissue, saliva, swab")),
  said(/\b(?:payer|insurer)$/, even("Medicare, Medicaid, Commercial, Self-pay, Workers' compensation")),
  said(/\bplan$/, even("PPO, HMO, EPO, POS, High deductible")),
  said(/\bsponsor$/, even("Employer, Government, Individual, Union")),
  said(/\bstop reason$/, even("plan changed, employment ended, moved away, deceased")),
  said(/\bqualifier$/, even("mild, moderate, severe, left, right, bilateral")),
  said(/\bmodifier$/, even("25, 26, 50, 59, LT, RT")),
  said(/\b(?:procedure|service)$/, form("[1-9]\\d{4}", 5)),
  said(/\b(?:drug|medication|ingredient)$/, form("\\d{5}-\\d{4}-\\d{2}", 13)),
  said(/\bdevice$/, form("[AEKL]\\d{4}", 5)),
  said(/\b(?:measurement|observation|lab|test)$/, form("[1-9]\\d{3}-\\d", 6), form("\\d{4}", 4)),
  said(/\brevenue ?code$/, form("0\\d{3}", 4)),
  said(/\bdrg$/, form("\\d{3}", 3)),
  said(/\bnote$/, texts(noteTitles)),
  said(/\b(?:person|patient|member|family|provider|care site|location|episode)$/, form("[A-Z]{2}\\d{6}", 8)),

  {
    name: /\bpaid by \w+$|\bamount allowed$/,
    types: ["figure"],
    ideas: [{ generator: "log-normal", params: { median: 90, spread: 0.8, min: 5, max: 2500, scale: 2 } }],
  },
  {
    name: /\b(?:co ?pay|co ?insurance|deductible|dispensing fee)$/,
    types: ["figure"],
    ideas: [{ generator: "log-normal", params: { median: 18, spread: 0.7, min: 1, max: 250, scale: 2 } }],
  },
  { name: /^standard concept$/, types: ["text"], ideas: [choice({ S: 9, C: 1 })], nulls: 0.3 },
  { name: /^invalid reason$/, types: ["text"], ideas: [choice({ D: 6, U: 4 })], nulls: 0.9 },
  { name: /^concept code$/, types: ["text"], ideas: [form("[1-9]\\d{7}", 8)], nulls: 0 },
  {
    name: /^concept (?:synonym )?name$/,
    types: ["text"],
    ideas: [conceptNames, { generator: "formula", params: { expression: finding } }],
    nulls: 0,
  },
  term(/^domain id$/, domains),
  sameAs(/^domain name$/, "domain_id"),
  term(/^vocabulary id$/, vocabularies),
  sameAs(/^vocabulary name$/, "vocabulary_id"),
  term(/^concept class id$/, classes),
  sameAs(/^concept class name$/, "concept_class_id"),
  term(/^relationship id$/, relationships),
  sameAs(/^relationship name$/, "relationship_id"),
  {
    name: /^vocabulary version$/,
    types: ["text"],
    ideas: [even("v5.0 28-FEB-26, v5.0 29-AUG-25, v5.0 27-FEB-25")],
    nulls: 0,
  },
  { name: /^vocabulary reference$/, types: ["text"], ideas: [{ generator: "internet.url", longest: 40 }], nulls: 0 },

  {
    name: /\bnote ?(?:text|body|content)?$|^(?:text|body|content|snippet|narrative)$/,
    subject: /\bnote(?: nlp)?$|^(?:clinical|progress|nursing|doctor) note$/,
    beside: ofVisit,
    types: ["text"],
    ideas: [prose("clinical", 60, 4), prose("clinical", 45)],
    nulls: 0,
  },
  {
    name: /\b(?:title|subject|heading)$/,
    subject: /\bnote$/,
    beside: ofVisit,
    types: ["text"],
    ideas: [texts(noteTitles)],
  },
  { name: /^snippet$/, beside: /^note id$/, types: ["text"], ideas: [prose("clinical", 45)], nulls: 0.1 },
  {
    name: /^(?:lexical variant|term text)$/,
    beside: /^(?:note|document) id$/,
    types: ["text"],
    ideas: [
      even(
        "chest pain, shortness of breath, hypertension, type 2 diabetes, cough, fever, knee pain, headache, nausea, fatigue",
      ),
    ],
    nulls: 0,
  },
  { name: /^nlp system$/, types: ["text"], ideas: [even("cTAKES, MetaMap, CLAMP, medspaCy")], nulls: 0 },
  { name: /^term temporal$/, types: ["text"], ideas: [even("present, past, future")], nulls: 0.2 },
  {
    name: /^term modifiers?$/,
    types: ["text"],
    ideas: [texts("negated=false; negated=true; subject=patient; subject=family; certainty=possible")],
    nulls: 0.2,
  },
  { name: /^offset$/, types: ["text"], ideas: [form("[1-9]\\d{2}", 3)], nulls: 0.1 },
  {
    name: /^(?:value as string|value text|result text|text result)$/,
    types: ["text"],
    ideas: [even("positive, negative, normal, abnormal, never smoker, former smoker, trace, none")],
    nulls: 0.2,
  },
  {
    name: /^sig$|\b(?:dosage|dosing|administration) ?instructions?$/,
    types: ["text"],
    ideas: [{ ...texts(sayings), longest: 48 }],
    nulls: 0.2,
  },
  {
    name: /\b(?:stop|discontinuation|discontinued|end) ?reason$/,
    beside: /^(?:drug|medication|condition|prescription|person|patient)(?: \w+)* id$/,
    types: ["text"],
    ideas: [even("completed, side effects, ineffective, patient's choice, no longer needed"), even("D, E, C")],
    nulls: 0.6,
  },
  {
    name: /^box size$/,
    types: ["whole"],
    ideas: [{ generator: "weighted-choice", params: { values: [10, 14, 20, 28, 30, 56, 60, 84, 90, 100] } }],
  },
  { name: /\blevels? of separation$/, types: ["whole"], ideas: [{ generator: "integer", params: { min: 0, max: 6 } }] },
  {
    name: /^(?:episode|visit|encounter|dose|cycle|course|attempt) ?(?:no|number|num)$/,
    types: ["whole"],
    ideas: [{ generator: "integer", params: { min: 1, max: 6 } }],
  },
  {
    name: /^(?:cdm )?source name$/,
    beside: ofModel,
    types: ["text"],
    ideas: [
      texts(
        "City Hospital EHR; Regional Claims; Primary Care Records; University Clinic Registry; National Cancer Registry",
      ),
    ],
    nulls: 0,
  },
  {
    name: /^(?:cdm )?holder$/,
    beside: ofModel,
    types: ["text"],
    ideas: [{ generator: "company.name", longest: 40 }],
    nulls: 0,
  },
  { name: /^(?:cdm )?version$/, beside: ofModel, types: ["text"], ideas: [even("v5.4, v5.3")], nulls: 0 },
  {
    name: /^(?:source documentation|(?:cdm )?etl) reference$/,
    types: ["text"],
    ideas: [{ generator: "internet.url", longest: 40 }],
  },
  {
    name: /^cohort definition name$/,
    types: ["text"],
    ideas: [
      texts(
        "Adults with type 2 diabetes; New users of statins; Hip fracture after 65; Hospitalised for heart failure; Asthma under 18; First pregnancy; Hypertension, untreated; Breast cancer survivors",
      ),
    ],
    nulls: 0,
  },
  {
    name: /^cohort definition syntax$/,
    types: ["text"],
    ideas: [
      texts(
        "SELECT person_id FROM condition_occurrence; SELECT person_id FROM drug_exposure; SELECT person_id FROM visit_occurrence WHERE visit_concept_id = 9201; SELECT person_id FROM measurement WHERE value_as_number > 140",
      ),
    ],
  },
];
