import { nameText } from "../expressions/completions.ts";
import type { GeneratorCatalogue } from "../generators/generator.ts";
import { referencedTable, type ColumnModel, type SchemaModel, type TableModel } from "../schema/schema-model.ts";
import type { TableFacts } from "./column-facts.ts";
import type { GenerateRule, Suggestion } from "./rule.ts";
import { estimateRows } from "./suggest-rows.ts";
import { foreignKeysOf, uniqueColumns } from "./table-keys.ts";
import { nounOf, wordsOf } from "./words.ts";

/** What settings are called, and some of the values that each has. */
type Settings = Readonly<Record<string, string>>;

const ofConnections: Settings = {
  hostname: "db1.example.com; app1.example.com; 10.0.4.12; 10.0.4.27; files.example.com",
  port: "22; 3389; 5900; 443; 8080",
  username: "admin; service; backup; deploy; guest",
  domain: "example.com; corp.example.com; lab.example.com",
  timeout: "10; 30; 60; 120",
  timezone: "UTC; Europe/Berlin; America/New_York; Asia/Tokyo",
  security: "any; tls; none",
  "read-only": "true; false",
  "enable-audio": "true; false",
  "color-depth": "8; 16; 24; 32",
  width: "1024; 1280; 1920",
  height: "768; 800; 1080",
  "ignore-cert": "true; false",
  encoding: "UTF-8; ISO-8859-1",
};
const ofThings: Settings = {
  colour: "black; white; blue; red; green; grey",
  size: "S; M; L; XL",
  material: "cotton; steel; wood; leather; glass",
  weight: "0.4 kg; 0.8 kg; 1.2 kg; 3.5 kg",
  width: "20 cm; 45 cm; 60 cm; 120 cm",
  height: "10 cm; 25 cm; 80 cm; 180 cm",
  warranty: "12 months; 24 months; 36 months",
  origin: "Germany; Italy; Portugal; Sweden; Japan",
  energy_class: "A; B; C; D",
  season: "spring; summer; autumn; winter",
  brand: "Nordwind; Alba; Kestrel; Orion",
  pattern: "plain; striped; checked; dotted",
};
const ofUsers: Settings = {
  language: "en; de; fr; es; sv",
  theme: "light; dark; system",
  time_zone: "UTC; Europe/Berlin; America/New_York; Asia/Tokyo",
  date_format: "YYYY-MM-DD; DD.MM.YYYY; MM/DD/YYYY",
  page_size: "10; 25; 50; 100",
  newsletter: "yes; no",
  notifications: "all; mentions; none",
  start_page: "dashboard; inbox; calendar; projects",
  font_size: "small; medium; large",
  currency: "EUR; USD; GBP; SEK",
  two_factor: "on; off",
  editor: "simple; rich",
};
const ofSystems: Settings = {
  language: "en; de; fr; es",
  theme: "light; dark",
  timezone: "UTC; Europe/Berlin; America/New_York",
  timeout: "30; 60; 120; 300",
  max_items: "10; 25; 50; 100",
  retries: "1; 3; 5",
  cache: "on; off",
  debug: "true; false",
  log_level: "info; warning; error; debug",
  currency: "EUR; USD; GBP",
  mail_from: "info@example.com; noreply@example.com",
  backup: "daily; weekly; off",
  upload_limit: "5 MB; 10 MB; 50 MB",
  maintenance: "true; false",
};

/** "app1.example.com", and what else is as long. */
const longestValue = 20;

const settingNoun =
  /\b(?:parameter|param|attribute|setting|option|property|preference|config|configuration|variable|meta|metadata)$/;

function settingsOf(noun: string): Settings {
  if (/\b(?:connection|host|server|data ?source|driver|integration|device|sharing profile)\b/.test(noun))
    return ofConnections;
  if (/\b(?:product|item|article|variant|sku|catalog|asset|listing)\b/.test(noun)) return ofThings;
  return /\b(?:user|account|member|customer|profile|person|employee|student|group)\b/.test(noun) ? ofUsers : ofSystems;
}

/** Tables of names and values have settings, and for each a value that it can have: a port is a number, a theme light or dark. */
export function withSettings(
  table: TableModel,
  model: SchemaModel,
  facts: TableFacts,
  suggestions: Map<string, Suggestion>,
  catalogue: GeneratorCatalogue,
): Map<string, Suggestion> {
  const noun = nounOf(table.name);
  const pair = pairOf(table, noun);
  if (pair === undefined) return suggestions;
  const settings = settingsOf(noun);
  const names = Object.keys(settings);
  const [name, value] = pair;
  // What checks ask of them is known better there.
  if (pair.some((column) => facts.of(column.name).checks.length > 0)) return suggestions;
  const room = value.valueType.kind === "text" ? (value.valueType.maxLength ?? Infinity) : 0;
  if (room < longestValue) return suggestions;
  const longest = name.valueType.kind === "text" ? (name.valueType.maxLength ?? Infinity) : 0;
  if (uniqueColumns(table).has(name.name) || longest < Math.max(...names.map(({ length }) => length)))
    return suggestions;
  if (roomBeside(name, table, model) * names.length < estimateRows(table, model)) return suggestions;
  const named: GenerateRule = {
    kind: "generate",
    generator: "weighted-choice",
    params: { values: Object.fromEntries(names.map((one) => [one, 1])) },
  };
  const valued: GenerateRule = {
    kind: "generate",
    generator: "mix",
    params: {
      rules: Object.entries(settings).map(([one, values]) => ({
        rule: { "weighted-choice": { values: Object.fromEntries(values.split("; ").map((text) => [text, 1])) } },
        when: `${nameText(name.name)} == "${one}"`,
      })),
    },
  };
  for (const [column, rule, reason] of [
    [name, named, `names of settings in ${noun}`],
    [value, valued, `a value that ${name.name} can have`],
  ] as const) {
    const known = suggestions.get(column.name);
    const generator = catalogue.get(rule.generator);
    if (
      known?.rule.kind !== "generate" ||
      known.rule.generator === "foreign-key" ||
      generator?.accepts(column.valueType) !== true
    )
      continue;
    const { nulls } = known.rule;
    suggestions.set(column.name, {
      rule: { ...rule, ...(nulls === undefined ? {} : { nulls }) },
      reasons: [reason, ...known.reasons.slice(1)],
      confidence: "medium",
      alternatives: [{ rule: known.rule, reason: known.reasons[0] ?? "" }, ...known.alternatives].slice(0, 3),
    });
  }
  return suggestions;
}

/** How often each name can stand in a key that it is part of: for every row that the key's other columns point to. */
function roomBeside({ name }: ColumnModel, table: TableModel, model: SchemaModel): number {
  const keys = [table.primaryKey, ...table.uniques.map(({ columns }) => columns)];
  const rooms = keys
    .filter((key) => key.includes(name))
    .map((key) =>
      key
        .filter((one) => one !== name)
        .flatMap((one) => foreignKeysOf(table, one).slice(0, 1))
        .map((foreign) => referencedTable(model, foreign))
        .reduce((room, parent) => room * (parent === undefined ? 1 : estimateRows(parent, model)), 1),
    );
  return Math.min(Infinity, ...rooms);
}

/** The two columns: "parameter_name" and "parameter_value", or the name and the value in a table of settings. */
function pairOf(table: TableModel, noun: string): readonly [name: ColumnModel, value: ColumnModel] | undefined {
  const texts = table.columns.filter(
    ({ valueType, generated }) => valueType.kind === "text" && generated === undefined,
  );
  for (const value of texts) {
    const [, stem] = /^(?:(.+) )?value$/.exec(wordsOf(value.name)) ?? [];
    if (wordsOf(value.name) !== (stem === undefined ? "value" : `${stem} value`)) continue;
    if (!settingNoun.test(stem ?? noun)) continue;
    const begin = stem === undefined ? "" : `${stem} `;
    const name = texts.find((one) => new RegExp(`^${begin}(?:name|key)$`).test(wordsOf(one.name)));
    if (name !== undefined) return [name, value];
  }
  return undefined;
}
