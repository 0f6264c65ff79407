import { idea, type Idea, type NamePattern } from "./name-pattern.ts";

/** Days or moments, as the column keeps them. */
const between = (from: string, to: string, bias?: "recent"): readonly Idea[] => {
  const params = { from, to, ...(bias === undefined ? {} : { bias }) };
  return [
    { generator: "timestamp", params, longest: 19 },
    { generator: "date", params, longest: 10 },
  ];
};

/** Days, in columns of moments at their beginning. */
const daysBetween = (from: string, to: string): readonly Idea[] => between(from, to).toReversed();

/** Columns whose names are of dates and times. The order matters: the more special first. */
export const timePatterns: readonly NamePattern[] = [
  {
    name: /\b(?:deleted|archived|removed|cancell?ed|closed|terminated|revoked|banned|suspended|discontinued|deactivated|disabled|locked|rejected|refunded|returned|resigned)(?: ?(?:at|on|date|time|datetime|ts|timestamp|utc|dt))$/,
    types: ["anyMoment"],
    ideas: between("-1y", "today"),
    nulls: 0.85,
  },
  {
    name: /\b(?:expires|expiry|expiration|expire|valid ?(?:until|to|thru)|ablauf|gultig ?bis|due|fallig|deadline|renewal|next ?\w+|scheduled|planned|expected|estimated|promised|maturity|exp)(?: ?(?:at|on|date|time|datetime|ts|datum|dt))?$/,
    types: ["moment"],
    ideas: between("today", "+1y"),
    nulls: 0.1,
  },
  {
    name: /\b(?:expires|expiry|expiration|valid ?(?:until|to|thru)|due|scheduled|renewal|deadline)(?: ?(?:at|on|date|time|datetime|ts))$/,
    types: ["anyMoment"],
    ideas: between("today", "+1y"),
    nulls: 0.1,
  },
  {
    name: /\b(?:start|begin|from|valid ?from|effective|since|beginn|inicio|debut|startdatum|activation|period ?start)(?: ?(?:at|on|date|time|datetime|ts|datum|dt))?$/,
    types: ["moment"],
    ideas: between("-2y", "today"),
  },
  {
    name: /\b(?:end|until|to|thru|finish|ende|fin|enddatum|termination|completion|period ?end)(?: ?(?:at|on|date|time|datetime|ts|datum|dt))?$/,
    types: ["moment"],
    ideas: between("-1y", "today"),
    nulls: 0.3,
  },
  {
    name: /\b(?:last ?(?:log ?in|log ?out|logon|seen|sign ?in|active|activity|access(?:ed)?|used|visit(?:ed)?|modified|changed|update|updated|edited|sync(?:ed)?))(?: ?(?:at|on|date|time|datetime|ts|timestamp))?$/,
    types: ["anyMoment"],
    ideas: between("-90d", "today", "recent"),
    nulls: 0.1,
  },
  {
    name: /\b(?:created|inserted|registered|joined|signed ?up|added|entered|erstellt|angelegt|creado|cree|skapad|utworzono|submitted|opened|registration|sign ?up|member ?since|customer ?since|record ?created|creator)(?: ?(?:at|on|date|time|datetime|ts|timestamp|utc|am|dt))$|^(?:created|inserted|added|registered|joined|submitted|opened|entered)$|^(?:create|insert|creation|add) ?(?:at|on|date|data|time|datetime|ts|timestamp|utc|dt)?$/,
    types: ["anyMoment"],
    ideas: between("-2y", "today"),
    nulls: 0,
  },
  {
    name: /\b(?:updated|modified|changed|edited|update|modify|modification|geandert|aktualisiert|actualizado|uppdaterad|row ?modified)(?: ?(?:at|on|date|time|datetime|ts|timestamp|utc|am|dt))$|^(?:last )?(?:updated|modified|changed|edited)$/,
    types: ["anyMoment"],
    ideas: between("-1y", "today", "recent"),
    nulls: 0.1,
  },
  {
    name: /\b(?:shipped|delivered|paid|completed|finished|approved|processed|confirmed|verified|published|sent|received|returned|resolved|fulfilled|read|answered|captured|activated|accepted|signed|released|executed|settled|started|moved|seen|checked|imported|exported|logged|visited)(?: ?(?:at|on|date|time|datetime|ts|timestamp|dt))$|^(?:shipped|return|ship|delivery|completion|release|publish|publication) ?date$/,
    types: ["anyMoment"],
    ideas: between("-2y", "today"),
    nulls: 0.2,
  },
  {
    name: /\b(?:hire|hired|hiring|employment|entry|eintritt|joining|appointment|admission|admitted|enrolled|enrol?lment)(?: ?(?:at|on|date|time|datetime))?$/,
    types: ["moment"],
    ideas: daysBetween("-12y", "-30d"),
  },
  {
    name: /\b(?:founded|established|incorporated)(?: ?(?:at|on|date))?$/,
    types: ["moment"],
    ideas: daysBetween("-60y", "-1y"),
  },
  {
    name: /\bdeletion(?: ?(?:at|on|date|time|datetime))?$/,
    types: ["moment"],
    ideas: between("-1y", "today"),
    nulls: 0.85,
  },
  {
    name: /\b(?:death|died|deceased)(?: ?(?:at|on|date|datetime))?$/,
    types: ["moment"],
    ideas: between("-10y", "today"),
    nulls: 0.9,
  },
  {
    name: /\b(?:order|ordered|placed|purchase|purchased|invoice|booking|booked|rental|payment|transaction|sale|sold|visit|event|log|logged|occurred|recorded|measured|observation|procedure|review|reviewed|comment|post|posted|issue|issued|bestell|rechnungs|commande|pedido|fecha|datum|date|data|timestamp|ts|time ?stamp|happened|call|requested|request|generated|billing|statement|inspection|service|received|due|required)(?: ?(?:at|on|date|time|datetime|ts|timestamp|datum|dt))$/,
    types: ["anyMoment"],
    ideas: between("-2y", "today"),
    nulls: 0.05,
  },
  {
    name: /\b(?:created|inserted|registered|registration|joined|added|entered|submitted|opened|sign ?up|member ?since|customer ?since|creation|creado|cree|erstellt|angelegt|skapad|utworzono)$/,
    types: ["moment"],
    ideas: between("-2y", "today"),
    nulls: 0,
  },
  {
    name: /\b(?:updated?|modified|modification|modify|changed|edited|geandert|aktualisiert|actualizado|uppdaterad)$/,
    types: ["moment"],
    ideas: between("-1y", "today", "recent"),
    nulls: 0.1,
  },
  {
    // Seconds since 1970 where the database counts them so.
    name: /\w (?:at|date|datetime|timestamp|ts)$/,
    types: ["whole"],
    ideas: between("-2y", "today").slice(0, 1),
    vague: true,
  },
  {
    name: /^(?:time ?stamp|epoch)$|\b(?:expires?|expiry|expiration|create|creation|update|modified|modification|login|log|logged|access|added|add|post|publish|publication|reg|register|registration|join|insert|edit|edited|deleted|sent|send|start|begin|end|finish|order|pay|activation|activity) time$/,
    types: ["whole"],
    ideas: between("-2y", "today").slice(0, 1),
    vague: true,
  },
  {
    name: /\b(?:date|datum|fecha|day|datetime|timestamp|time ?stamp|moment|when|dato|data)$/,
    types: ["moment"],
    ideas: between("-2y", "today"),
    vague: true,
  },
  {
    name: /\b(?:date|datum|fecha|day|datetime|timestamp|time ?stamp|dato)$|^data$/,
    types: ["text"],
    ideas: between("-2y", "today"),
    vague: true,
  },
  {
    name: /\b(?:open(?:s|ing)?|start|begin)(?: ?time)?$/,
    types: ["time"],
    ideas: [{ generator: "time", params: { from: "07:00:00", to: "11:00:00", every: 900 }, longest: 8 }],
    vague: true,
  },
  {
    name: /\b(?:clos(?:e|es|ing)|end)(?: ?time)?$/,
    types: ["time"],
    ideas: [{ generator: "time", params: { from: "16:00:00", to: "22:00:00", every: 900 }, longest: 8 }],
    vague: true,
  },
  {
    name: /\b(?:time|uhrzeit|hora|heure|klockslag|time of day|measurement ?time)$/,
    types: ["time"],
    ideas: [{ generator: "time", longest: 8 }],
    vague: true,
  },
  { name: /\b(?:month ?name)$/, types: ["text"], ideas: [idea("date.month", 9)] },
  { name: /\b(?:weekday|day ?of ?week|day ?name)$/, types: ["text"], ideas: [idea("date.weekday", 9)] },
];
