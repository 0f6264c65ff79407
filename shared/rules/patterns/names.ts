import { choice, type NamePattern } from "./name-pattern.ts";

/** The names of common things, as "course_name" and as the name in a table of courses. */
const named = (subject: RegExp, values: string): NamePattern => ({
  name: /\b(?:name|title|label)$/,
  subject,
  types: ["text"],
  ideas: [choice(Object.fromEntries(values.split(", ").map((value) => [value, 1])))],
  vague: true,
  few: true,
});

export const namedPatterns: readonly NamePattern[] = [
  {
    name: /^(?:name|title|label)$|\b(?:room|ward|hall) ?name$/,
    subject: /\b(?:room|classroom|space|hall|ward|lab)$/,
    types: ["text"],
    ideas: [{ generator: "template", params: { text: "Room {{seq:2}}" }, longest: 8 }],
    vague: true,
  },
  named(
    /\b(?:course|subject|lesson|curriculum|unit of study)$/,
    "Mathematics, English, History, Physics, Chemistry, Biology, Geography, Music, Art, Drama, Economics, Computer Science, French, German, Spanish, Philosophy, Statistics, Sociology, Law, Physical Education",
  ),
  named(
    /\b(?:house|building|property|residence|villa|campus|facility|venue|site|place|estate|hostel|lodge)$/,
    "Riverside House, Oak Lodge, Mill Court, Station Building, North Hall, Park View, The Old Bakery, Harbour Tower, Garden Court, Market House, Hill Farm, Lakeside, West Wing, Church Cottage, Bridge House, Tower Block, South Gate, Forest Lodge, The Granary, Queen's Court",
  ),
  named(
    /\b(?:team|club|squad)$/,
    "Falcons, Tigers, Rovers, United, Wanderers, Bears, Eagles, Lions, Sharks, Wolves, Comets, Raiders, Panthers, Rangers, Hawks, Storm, Giants, Pirates, Knights, Dragons",
  ),
  named(
    /\b(?:folder|directory|album|collection|list|board|library|workspace|shelf|binder)$/,
    "Archive, Documents, Reports, Templates, Pictures, Contracts, Drafts, Invoices, Minutes, Plans, Shared, Personal, Projects, Training, Press, Research, Downloads, Ideas, Reading, To review",
  ),
  named(
    /\b(?:group|circle|community|department group|segment|cohort|audience)$/,
    "Administrators, Editors, Members, Guests, Sales, Support, Marketing, Finance, Developers, Partners, Reviewers, Trainees, Volunteers, Managers, Suppliers, Subscribers, Students, Alumni, Press, Board",
  ),
  named(
    /\b(?:tag|keyword|topic|hashtag|label)$/,
    "urgent, new, sale, important, draft, review, bug, feature, question, internal, external, seasonal, archived, popular, help, news, event, travel, music, food",
  ),
  named(
    /\b(?:role|permission|privilege|right|capability|scope|ability)$/,
    "view, create, edit, delete, export, import, approve, publish, assign, archive, invite, comment, share, print, configure, audit, restore, upload, download, manage",
  ),
  named(
    /\b(?:setting|option|config|configuration|preference|param|parameter|property|attribute|field|column|variable|meta|custom field|key)$/,
    "colour, size, weight, language, time zone, theme, currency, limit, timeout, format, width, height, length, priority, owner, region, model, series, source, style",
  ),
  named(
    /\b(?:template|mail template|email template|notice|letter|notification)$/,
    "Welcome, Reminder, Receipt, Newsletter, Invitation, Password reset, Confirmation, Cancellation, Overdue notice, Birthday, Feedback, Shipping notice, Quotation, Renewal, Farewell, Thank you, Survey, Appointment, Delivery, Update",
  ),
  named(
    /\b(?:campaign|promotion|offer)$/,
    "Spring Sale, Summer Launch, Black Friday, Back to School, New Year, Autumn Offers, Easter, Customer Days, Winter Clearance, Refer a Friend, Anniversary, Early Bird, Holiday Specials, Flash Weekend, Trade Fair, Loyalty Week, Product Tour, Webinar Series, Win Back, Free Shipping",
  ),
  named(
    /\b(?:project|initiative|programme|program|epic|milestone|sprint|release)$/,
    "Website relaunch, Data migration, Mobile app, New office, Price review, Customer portal, Warehouse move, Security audit, Brand refresh, Annual report, Help centre, Payment upgrade, Staff training, Cost review, Partner network, Quality check, Field study, Pilot phase, Search upgrade, Archive clean-up",
  ),
  named(
    /\b(?:event|meeting|appointment|activity|occasion|workshop|conference)$/,
    "Kick-off, Weekly meeting, Workshop, Annual conference, Open day, Training, Team lunch, Product launch, Board meeting, Concert, Summer party, Webinar, Site visit, Review, Interview, Exhibition, Planning day, Retrospective, Charity run, Reading",
  ),
  named(
    /\b(?:plan|package|subscription|tariff|price list|membership|price plan)$/,
    "Free, Basic, Standard, Plus, Professional, Team, Business, Enterprise, Starter, Student, Family, Premium, Trial, Annual, Monthly, Non-profit, Lite, Growth, Unlimited, Custom",
  ),
  named(
    /\b(?:medication|drug|medicine)$/,
    "ibuprofen, paracetamol, amoxicillin, metformin, atorvastatin, omeprazole, lisinopril, amlodipine, sertraline, salbutamol, levothyroxine, insulin, aspirin, warfarin, prednisone, cetirizine, codeine, diazepam, ramipril, simvastatin",
  ),
  named(
    /\b(?:disease|diagnosis|condition|illness|symptom)$/,
    "hypertension, asthma, type 2 diabetes, migraine, influenza, anaemia, bronchitis, eczema, arthritis, pneumonia, depression, gastritis, sinusitis, tonsillitis, sciatica, anxiety, allergy, gout, insomnia, conjunctivitis",
  ),
  named(
    /\b(?:procedure|treatment|examination|lab test|medical test|panel)$/,
    "blood count, x-ray, vaccination, ultrasound, ECG, biopsy, suture, MRI scan, physiotherapy, endoscopy, eye test, urinalysis, allergy test, dressing, spirometry, hearing test, dialysis, CT scan, infusion, check-up",
  ),
  named(
    /\b(?:payment method|payment type|tender)$/,
    "Credit card, Bank transfer, PayPal, Cash, Invoice, Direct debit, Voucher, Apple Pay, Google Pay, Cheque",
  ),
  named(
    /\b(?:shipping method|delivery method|ship method|shipping option)$/,
    "Standard, Express, Pickup, Courier, Next day, Economy, Overnight, Locker, Freight, Same day",
  ),
  named(/\b(?:priority|severity|urgency|impact)$/, "low, normal, high, urgent, critical, trivial"),
  named(
    /\b(?:unit|uom|unit of measure|measure)$/,
    "piece, kilogram, gram, litre, metre, box, pallet, hour, day, pair, set, pack, bottle, roll, tonne, dozen, millilitre, centimetre, bag, can",
  ),
  named(
    /\b(?:month)$/,
    "January, February, March, April, May, June, July, August, September, October, November, December",
  ),
  named(/\b(?:week ?day|day of week)$/, "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday"),
  named(/\bquarter$/, "Q1, Q2, Q3, Q4"),
  named(/\b(?:religion|faith)$/, "Catholic, Protestant, Muslim, Hindu, Jewish, Buddhist, none"),
  named(
    /\b(?:species|breed)$/,
    "Labrador, Siamese, Beagle, Persian, Poodle, Bengal, Boxer, Collie, Terrier, Ragdoll, Dachshund, Spaniel, Husky, Maine Coon, Pug, Shiba, Setter, Birman, Hound, Sphynx",
  ),
];
