import { idea, type Idea, type NamePattern } from "./name-pattern.ts";

const whole = (min: number, max: number, step?: number): Idea => ({
  generator: "integer",
  params: step === undefined ? { min, max } : { min, max, step },
});
const tenths = (min: number, max: number, scale: number): Idea => ({
  generator: "decimal",
  params: { min, max, scale },
});
const skewed = (median: number, spread: number, min: number, max: number, scale = 2, charm?: number): Idea => ({
  generator: "log-normal",
  params: { median, spread, min, max, scale, ...(charm === undefined ? {} : { charm }) },
});
const bell = (mean: number, deviation: number, min: number, max: number, scale: number): Idea => ({
  generator: "normal",
  params: { mean, deviation, min, max, scale },
});

const listed = (values: readonly number[], weights: readonly number[]): Idea => ({
  generator: "weighted-choice",
  params: { values: values.map((value, k) => ({ value, weight: weights[k] ?? 1 })) },
});

export const numberPatterns: readonly NamePattern[] = [
  {
    name: /\b(?:tax ?rate|vat(?: ?rate)?|mwst(?: ?satz)?|gst)$/,
    types: ["figure"],
    ideas: [
      {
        generator: "weighted-choice",
        params: {
          values: [
            { value: 0, weight: 1 },
            { value: 7, weight: 2 },
            { value: 19, weight: 6 },
            { value: 25, weight: 1 },
          ],
        },
      },
      tenths(0, 25, 2),
    ],
    vague: true,
  },
  {
    name: /\b(?:discount(?: ?(?:percent|percentage|pct|rate))?|rabatt|descuento|remise)$/,
    types: ["figure"],
    ideas: [tenths(0, 0.3, 2), whole(0, 30, 5)],
    nulls: 0.5,
  },
  {
    name: /\b(?:percent|percentage|pct|prozent|share|ratio|probability|confidence|utili[sz]ation|completion|progress|(?:percent(?:age)?|pct) (?:complete|completed|done|used))$/,
    types: ["figure"],
    ideas: [tenths(0, 100, 1), whole(0, 100)],
  },
  { name: /\b(?:fraction|weighting)$/, types: ["figure"], ideas: [tenths(0, 1, 3)] },
  { name: /\b(?:exchange ?rate|fx ?rate|wechselkurs)$/, types: ["figure"], ideas: [skewed(1, 0.5, 0.01, 100, 4)] },
  { name: /\b(?:interest ?rate|apr|zinssatz)$/, types: ["figure"], ideas: [tenths(0.5, 12, 2)] },
  {
    name: /\b(?:salary|wage|income|gehalt|lohn|(?:basic|base|gross|net|monthly|annual) ?pay|salario|salaire|annual ?(?:pay|income)|revenue|budget|turnover|umsatz|lon|capital|valuation|net ?worth|credit ?limit|annual ?revenue)$/,
    types: ["figure"],
    ideas: [skewed(48_000, 0.5, 12_000, 500_000, 0)],
  },
  {
    name: /\b(?:balance|saldo|kontostand|amount ?due|outstanding)$/,
    types: ["figure"],
    ideas: [skewed(600, 1.2, 0, 100_000, 2)],
  },
  {
    name: /\b(?:amount|total|sub ?total|sum|grand ?total|net|gross|betrag|summe|gesamt(?:betrag|preis)?|monto|importe|montant|belopp|kwota|paid|payment|charge|value|total ?(?:amount|price|cost|paid|value|charge)|line ?(?:total|amount)|net ?(?:amount|price)|gross ?(?:amount|price)|amount ?paid|refund(?:ed)?(?: ?amount)?|premium|donation|deposit|debit|profit|loss|margin|deductions?|allowance|installment|principal|subsidy|co ?payment)$/,
    types: ["figure"],
    ideas: [skewed(54, 0.9, 1, 2500)],
  },
  {
    name: /^(?:unit ?)?price$/,
    subject: /\b(?:track|song|single|recording)$/,
    types: ["number"],
    ideas: [listed([0.99, 1.29, 1.99], [6, 3, 1])],
    nulls: 0,
  },
  {
    name: /^rental ?rate$/,
    subject: /\b(?:film|movie|video|game)$/,
    types: ["number"],
    ideas: [listed([0.99, 2.99, 4.99], [3, 4, 3])],
    nulls: 0,
  },
  {
    name: /\b(?:unit ?price|price|preis|precio|prix|prezzo|preco|cena|pris|list ?price|sale ?price|msrp|retail ?price|rental ?rate|daily ?rate|hourly ?rate|selling ?price|unit ?rate)$/,
    types: ["figure"],
    ideas: [skewed(25, 0.8, 0.99, 500, 2, 0.6)],
    nulls: 0,
  },
  {
    name: /\b(?:cost|costs|unit ?cost|kosten|coste|cout|expense|replacement ?cost|purchase ?price|ingredient ?cost|total ?charge)$/,
    types: ["figure"],
    ideas: [skewed(18, 0.8, 0.5, 400)],
  },
  {
    name: /\b(?:shipping|freight|postage|delivery ?fee|shipping ?(?:cost|fee|price)|fee|fees|gebuhr|tip|surcharge|tax|tax ?amount|steuer|vat ?amount|fine|penalty|commission|copay|deductible)$/,
    types: ["figure"],
    ideas: [skewed(6, 0.7, 0, 150)],
  },
  {
    name: /\b(?:cents|amount ?(?:in )?cents|price ?(?:in )?cents)$/,
    types: ["whole"],
    ideas: [skewed(2500, 0.9, 99, 250_000, 0)],
  },
  {
    // Of goods that are weighed, not of pieces in a basket.
    name: /\b(?:quantity|qty|volume|tonnage) (?:ordered|shipped|delivered|received|produced|used|consumed|remaining|dispensed|loaded|sold)$/,
    types: ["number"],
    ideas: [skewed(120, 1, 1, 10_000)],
  },
  {
    name: /\b(?:quantity|qty|menge|anzahl|cantidad|quantite|antal|ilosc|quantita|quantidade|units|pieces|order(?:ed)? ?(?:qty|quantity))$/,
    types: ["figure"],
    ideas: [{ generator: "zipf", params: { max: 10 }, range: [1, 10] }, whole(1, 10)],
  },
  {
    name: /\b(?:stock|units? ?in ?stock|stock ?(?:quantity|level|count)|inventory(?: ?count)?|on ?hand|in ?stock|bestand|lagerbestand|available ?(?:quantity|qty|stock)|quantity ?(?:on ?hand|in ?stock|available))$/,
    types: ["figure"],
    ideas: [whole(0, 250)],
  },
  {
    name: /\b(?:units? ?on ?order|reorder ?(?:level|point|quantity)|min(?:imum)? ?stock|safety ?stock|reserved ?(?:quantity|qty)?)$/,
    types: ["figure"],
    ideas: [whole(0, 50, 5)],
  },
  {
    name: /\b(?:rating|stars|score|bewertung|note|grade|review ?score|satisfaction)$/,
    types: ["whole"],
    ideas: [
      {
        generator: "weighted-choice",
        params: { values: [5, 4, 3, 2, 1].map((value, k) => ({ value, weight: [40, 30, 15, 8, 7][k] })) },
      },
      whole(1, 10),
    ],
  },
  {
    name: /\b(?:rating|stars|score|bewertung|average ?rating|avg ?rating|gpa|grade)$/,
    types: ["number"],
    ideas: [tenths(1, 5, 1)],
  },
  {
    name: /\b(?:likes|views|clicks|visits|hits|votes|up ?votes|down ?votes|followers|downloads|plays|impressions|shares|view ?count|like ?count|comment ?count|reply ?count|usage ?count|followers ?count|popularity)$/,
    types: ["figure"],
    ideas: [skewed(40, 1.5, 0, 1_000_000, 0)],
  },
  {
    name: /\b(?:count|num|number ?of ?\w+|\w+ ?count|total ?\w+s|refills|attempts|retries|retry ?count|failed ?attempts|guests|adults|children|passengers|seats|rooms|bedrooms|bathrooms|floors|beds|capacity|max ?\w*connections(?: ?per ?user)?|participants|visits|days ?supply)$/,
    types: ["whole"],
    ideas: [{ generator: "zipf", params: { max: 20 }, range: [1, 20] }, whole(0, 20)],
  },
  {
    name: /\b(?:family|household|party|group|class|team|crew|company|fleet) ?size$/,
    types: ["figure"],
    ideas: [whole(1, 12)],
  },
  {
    name: /\b(?:weight|gewicht|peso|poids|vikt|mass|net ?weight|gross ?weight)(?: ?(?:kg|g|lbs?|grams?))?$/,
    types: ["figure"],
    ideas: [skewed(1.2, 0.9, 0.01, 80, 2)],
  },
  { name: /\brental ?duration$/, types: ["figure"], ideas: [whole(1, 14)] },
  {
    name: /^length$/,
    subject: /\b(?:film|movie|video|track|song|show|episode)$/,
    types: ["figure"],
    ideas: [whole(46, 185)],
  },
  {
    name: /\b(?:height|groesse|grosse|width|breite|depth|tiefe|length|lange|laenge|diameter|thickness|hohe|altura|hojd|bredd)(?: ?(?:cm|mm|m|in))?$/,
    types: ["figure"],
    ideas: [bell(100, 35, 1, 250, 1), whole(1, 250)],
  },
  {
    name: /\b(?:duration|run ?time|running ?time|dauer|duracion|duree)(?: ?(?:min|mins|minutes))?$|\bminutes$|^minutes \w+$/,
    types: ["figure"],
    ideas: [whole(5, 180)],
  },
  {
    name: /\b(?:milli ?seconds?|ms|duration ?ms|elapsed ?ms|latency(?: ?ms)?|response ?time(?: ?ms)?)$/,
    types: ["figure"],
    ideas: [skewed(180_000, 0.6, 500, 3_600_000, 0)],
  },
  {
    name: /\b(?:seconds|secs|duration ?(?:s|sec|seconds)|elapsed)$/,
    types: ["figure"],
    ideas: [skewed(120, 0.9, 1, 86_400, 0)],
  },
  {
    name: /\b(?:hours|hours ?worked|stunden|horas|heures)$/,
    types: ["figure"],
    ideas: [bell(7.5, 1.5, 0.5, 12, 1), whole(1, 12)],
  },
  {
    name: /\b(?:days|tage|rental ?duration|lead ?time|term ?days|valid ?days|nights)$/,
    types: ["whole"],
    ideas: [whole(1, 30)],
  },
  {
    name: /\b(?:bytes|file ?size|size ?(?:in )?bytes|content ?length|byte ?size|dateigroesse)$/,
    types: ["figure"],
    ideas: [skewed(80_000, 1.5, 100, 100_000_000, 0)],
  },
  { name: /\b(?:temperature|temp|temperatur)$/, types: ["figure"], ideas: [bell(18, 8, -20, 45, 1)] },
  { name: /\b(?:humidity|moisture)$/, types: ["figure"], ideas: [bell(55, 15, 5, 100, 1)] },
  { name: /\b(?:pressure)$/, types: ["figure"], ideas: [bell(1013, 9, 960, 1060, 1)] },
  {
    name: /\b(?:distance|entfernung|mileage|km|odometer|miles)$/,
    types: ["figure"],
    ideas: [skewed(25, 1, 0.1, 5000, 1)],
  },
  { name: /\b(?:speed|velocity|geschwindigkeit)$/, types: ["figure"], ideas: [bell(60, 25, 0, 200, 1)] },
  {
    name: /\b(?:area|sq ?m|square ?(?:meters|feet)|flaeche|flache|superficie)$/,
    types: ["figure"],
    ideas: [skewed(85, 0.5, 10, 1000, 1)],
  },
  {
    name: /\b(?:release ?year|year|jahr|ano|annee|model ?year|founded|year ?founded|vintage|arets|year ?built|publication ?year)$/,
    types: ["whole"],
    ideas: [whole(1990, 2026)],
  },
  {
    name: /\b(?:release ?year|year|jahr|annee|model ?year|year ?built|publication ?year)$/,
    types: ["text"],
    ideas: [{ ...whole(1990, 2026), longest: 4 }],
  },
  { name: /\b(?:month|monat|mois|exp(?:iry|iration)? ?month)$/, types: ["whole"], ideas: [whole(1, 12)] },
  { name: /\b(?:exp(?:iry|iration)? ?year)$/, types: ["whole"], ideas: [whole(2026, 2032)] },
  { name: /\b(?:day|day ?of ?month|tag)$/, types: ["whole"], ideas: [whole(1, 28)] },
  { name: /\b(?:weekday|day ?of ?week|dow)$/, types: ["whole"], ideas: [whole(1, 7)] },
  { name: /\b(?:hour|stunde)$/, types: ["whole"], ideas: [whole(0, 23)] },
  { name: /\b(?:minute|second)$/, types: ["whole"], ideas: [whole(0, 59)] },
  { name: /\b(?:week|quarter)$/, types: ["whole"], ideas: [whole(1, 4)] },
  {
    name: /\b(?:sort(?: ?(?:order|index|key|position))?|position|ordinal|sequence(?: ?(?:no|number))?|seq|display ?order|line ?(?:no|number|num|nr)|item ?(?:no|number)|row ?(?:no|number)|pos|reihenfolge|priority ?order|order ?index|idx|step ?(?:no|number)|track ?(?:no|number)|chapter|page ?(?:no|number)|list ?order|rank(?:ing)?)$/,
    types: ["whole"],
    ideas: [idea("ordinal"), whole(1, 10)],
    nulls: 0,
  },
  {
    name: /\b(?:priority|severity|level|tier|urgency|prioritat|importance|difficulty|stage|grade ?level|class ?level|risk ?level)$/,
    types: ["whole"],
    ideas: [whole(1, 5)],
  },
  {
    name: /\b(?:version(?: ?(?:no|number))?|revision|rev|lock ?version|row ?version|generation)$/,
    types: ["whole"],
    ideas: [{ generator: "zipf", params: { max: 10 }, range: [1, 10] }, whole(1, 10)],
  },
  {
    name: /\b(?:points|bonus(?: ?points)?|credits|loyalty ?points|coins|punkte|xp|experience ?points|reward ?points)$/,
    types: ["figure"],
    ideas: [skewed(250, 1.2, 0, 50_000, 0)],
  },
  {
    name: /\b(?:page ?count|pages|num(?:ber of)? ?pages|seiten)$/,
    types: ["whole"],
    ideas: [bell(280, 110, 16, 1200, 0)],
  },
  {
    name: /\b(?:population|einwohner|inhabitants)$/,
    types: ["figure"],
    ideas: [skewed(60_000, 1.6, 100, 30_000_000, 0)],
  },
  {
    name: /\b(?:employees|employee ?count|head ?count|num(?:ber of)? ?employees|staff ?count|mitarbeiterzahl)$/,
    types: ["whole"],
    ideas: [skewed(45, 1.4, 1, 50_000, 0)],
  },
  {
    name: /\b(?:voltage|current|power|energy|consumption|reading|measurement|value ?as ?number|concentration|dose|dosage|result ?value|range ?(?:low|high))$/,
    types: ["figure"],
    ideas: [skewed(40, 0.7, 0.1, 1000, 2)],
  },
  { name: /\brate$/, types: ["whole"], ideas: [whole(1, 100)], vague: true },
  { name: /\brate$/, types: ["figure"], ideas: [tenths(0.5, 10, 2)] },
  {
    name: /\b(?:status|state|type|kind|category|mode|flags?|format|style|access|visibility|privacy|scope|method|direction|gender|permission|role)$/,
    types: ["whole"],
    ideas: [
      {
        generator: "weighted-choice",
        params: { values: [1, 2, 3].map((value, k) => ({ value, weight: [6, 3, 1][k] })) },
      },
    ],
    vague: true,
  },
];
