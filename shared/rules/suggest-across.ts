import { findTable, type ColumnModel, type TableModel } from "../schema/schema-model.ts";
import type { ColumnContext } from "./column-context.ts";
import type { GenerateRule, Suggestion } from "./rule.ts";
import { childrenShape, suggestOwners } from "./suggest-owner.ts";
import { keyColumns } from "./table-keys.ts";
import { wordsOf } from "./words.ts";

const totalName =
  /\b(?:total|sub ?total|grand ?total|sum|total ?(?:amount|price|cost|value)|gesamt(?:betrag|preis)?|summe|montant ?total|importe ?total)$/;
const moneyName = /\b(?:amount|net|gross|value|betrag|importe|montant|belopp|kwota)$/;
const lineTotalName =
  /\b(?:amount|line ?(?:total|amount|price)|total|sub ?total|ext(?:ended)? ?(?:price|amount)|betrag|importe|montant)$/;

const unitPriceName =
  /^(?:(?:unit|item|net|list|sale|selling) ?)?price(?: ?each)?$|^preis$|^prix(?: unitaire)?$|^precio$/;
const quantityName = /^(?:(?:order|ordered) ?)?(?:quantity|qty|qte|anzahl|menge|cantidad)(?: ?ordered)?$/;
/** A share from 0 to 1. */
const discountName = /^(?:discount|rabatt|remise)$/;

/**
 * A suggestion with what other columns and the owned rows come to: a total may be the sum of its lines, or of its row's own
 * amounts. The sum comes first where the names say so and no constraint stands in its way.
 */
export function withOtherTables(context: ColumnContext, suggestion: Suggestion, followed: boolean): Suggestion {
  const { column, table, catalogue, unique } = context;
  if (suggestion.rule.kind !== "generate" || unique || keyColumns(table).has(column.name)) return suggestion;
  const found = isAmount(column)
    ? (partOfBirth(context) ??
      sumOfRow(context) ??
      sumOfShares(context) ??
      charged(context) ??
      sizeOfRecording(context) ??
      sumOfOwned(context))
    : timeOfMoment(context);
  if (found === undefined || catalogue.get(found.rule.generator) === undefined) return suggestion;
  if (found.named !== true || followed || !isFree(context)) {
    return { ...suggestion, alternatives: [found, ...suggestion.alternatives].slice(0, 3) };
  }
  return {
    rule: found.rule,
    reasons: [`name matches *${context.words.replaceAll(" ", "_")}*`, found.reason],
    confidence: "high",
    alternatives: [
      { rule: suggestion.rule, reason: suggestion.reasons[0] ?? "by its type" },
      ...suggestion.alternatives,
    ].slice(0, 3),
  };
}

interface Found {
  readonly rule: GenerateRule;
  readonly reason: string;
  /** Both names say so: a total, and what it is the total of. */
  readonly named?: boolean;
}

const subTotalName = /^(?:sub ?total|net ?(?:amount|total)|zwischensumme|nettobetrag|sous ?total)$/;
const wholeName =
  /^(?:(?:grand ?|order ?|invoice ?)?total(?: ?(?:due|amount|price))?|amount ?due|gross ?(?:amount|total)|gesamtbetrag|bruttobetrag)$/;
const addedName =
  /^(?:tax|tax ?(?:amount|amt|total)|vat ?amount|sales ?tax|freight|shipping(?: ?(?:cost|fee|amount))?|delivery ?fee|surcharge|tip)$/;
const takenName = /^discount ?(?:amount|amt|total)$/;
/** Reads as itself in an expression. */
const plainName = /^[A-Za-z_]\w*$/;

const isClock = ({ valueType: { kind }, generated }: ColumnModel): boolean =>
  generated === undefined && (kind === "time" || kind === "text");

/** measurement_time of a row with measurement_datetime. */
function timeOfMoment({ table, column, words }: ColumnContext): Found | undefined {
  const stem = /^(.+) time$/.exec(words)?.[1];
  if (stem === undefined || !isClock(column)) return undefined;
  const moment = table.columns.find(
    ({ name, valueType, generated, nullable }) =>
      generated === undefined &&
      valueType.kind === "timestamp" &&
      plainName.test(name) &&
      (column.nullable || !nullable) &&
      wordsOf(name) === `${stem} datetime`,
  );
  return (
    moment && {
      rule: {
        kind: "generate",
        generator: "formula",
        params: { expression: `formatDate(${moment.name}, "HH:mm:ss")` },
      },
      reason: `the time of ${moment.name}`,
      named: true,
    }
  );
}

const birthPart = /^(?:(year|month|day) of birth|birth ?(year|month))$/;
const birthDate = /^(?:birth ?(?:date|datetime)|date of birth|dob)$/;

/** year_of_birth of a row with the birth date itself. */
function partOfBirth({ table, column, words }: ColumnContext): Found | undefined {
  const [, of, before] = birthPart.exec(words) ?? [];
  const part = of ?? before;
  const date = table.columns.find(
    ({ name, valueType, generated }) =>
      generated === undefined &&
      (valueType.kind === "date" || valueType.kind === "timestamp") &&
      plainName.test(name) &&
      birthDate.test(wordsOf(name)),
  );
  if (part === undefined || date === undefined || column.valueType.kind !== "integer") return undefined;
  return {
    rule: { kind: "generate", generator: "formula", params: { expression: `${part}(${date.name})` } },
    reason: `the ${part} of ${date.name}`,
    named: true,
  };
}

/** total_due of a row with subtotal, tax and freight. */
function sumOfRow({ table, column, words }: ColumnContext): Found | undefined {
  if (!wholeName.test(words)) return undefined;
  const numbers = table.columns.filter((one) => one !== column && isAmount(one) && plainName.test(one.name));
  const named = (pattern: RegExp): readonly string[] =>
    numbers.filter(({ name }) => pattern.test(wordsOf(name))).map(({ name }) => name);
  const [net, added, taken] = [named(subTotalName).slice(0, 1), named(addedName), named(takenName)];
  if (net.length === 0 || added.length === 0) return undefined;
  const expression = [[...net, ...added].join(" + "), ...taken].join(" - ");
  return {
    rule: { kind: "generate", generator: "formula", params: { expression } },
    reason: `the total of ${[...net, ...added, ...taken].join(", ")}`,
    named: numbers.every(
      ({ name, valueType }) => !expression.includes(name) || valueType.kind === column.valueType.kind,
    ),
  };
}

/** total_paid of a row with paid_by_payer and paid_by_patient; paid_by_patient of one with paid_patient_copay and the like. */
function sumOfShares({ table, column, words }: ColumnContext): Found | undefined {
  const [, before, behind] = /^(?:total (\w+)|(\w+) total)$/.exec(words) ?? [];
  const [, paid, party] = /^(\w+) by (\w+)$/.exec(words) ?? [];
  const stem = before ?? behind;
  const head = stem === undefined ? (paid === undefined ? undefined : `${paid} ${party ?? ""} `) : `${stem} by `;
  if (head === undefined) return undefined;
  const shares = table.columns.filter(
    (one) => one !== column && isAmount(one) && plainName.test(one.name) && wordsOf(one.name).startsWith(head),
  );
  if (shares.length < 2) return undefined;
  const names = shares.map(({ name }) => name);
  return {
    // A part that is not there adds nothing.
    rule: {
      kind: "generate",
      generator: "formula",
      params: {
        expression: shares.map(({ name, nullable }) => (nullable ? `coalesce(${name}, 0)` : name)).join(" + "),
      },
    },
    reason: `the sum of ${names.join(", ")}`,
    named: shares.every(({ valueType }) => valueType.kind === column.valueType.kind),
  };
}

/** total_charge and total_cost of a row with what was paid by each: more is charged than is paid, and that is more than the cost. */
function charged({ table, column, words }: ColumnContext): Found | undefined {
  const share = /^(?:total )?(?:charge|billed)$/.test(words)
    ? [105, 160]
    : /^total cost$/.test(words)
      ? [40, 95]
      : undefined;
  const paid = table.columns.find((one) => one !== column && isAmount(one) && wordsOf(one.name) === "total paid");
  const parts = table.columns.filter((one) => isAmount(one) && wordsOf(one.name).startsWith("paid by "));
  if (share === undefined || paid === undefined || parts.length < 2 || !plainName.test(paid.name)) return undefined;
  if (paid.nullable && !column.nullable) return undefined;
  return {
    rule: {
      kind: "generate",
      generator: "formula",
      params: { expression: `round(${paid.name} * randomInt(${share.join(", ")}) / 100, 2)` },
    },
    reason: `goes by ${paid.name}`,
    named: paid.valueType.kind === column.valueType.kind,
  };
}

const recordingNoun = /\b(?:track|song|recording|audio|video|clip|podcast|episode|media|media file)$/;

/** Bytes of a recording by how long it takes: 200 to 320 kbit a second, so that a song is of some megabytes. */
function sizeOfRecording({ table, column, words, noun }: ColumnContext): Found | undefined {
  if (!/^(?:bytes|file ?size|size(?: bytes| in bytes)?)$/.test(words) || !recordingNoun.test(noun)) return undefined;
  const length = table.columns.find(
    (one) =>
      one.valueType.kind === "integer" &&
      plainName.test(one.name) &&
      /^(?:milli ?seconds|(?:duration|length) ?ms|seconds|(?:duration|length)(?: seconds?)?)$/.test(wordsOf(one.name)),
  );
  if (length === undefined || (length.nullable && !column.nullable) || column.valueType.kind !== "integer")
    return undefined;
  const [least, most] = /\bm(?:illi ?second)?s$/.test(wordsOf(length.name)) ? [25, 40] : [25_000, 40_000];
  return {
    rule: {
      kind: "generate",
      generator: "formula",
      params: { expression: `${length.name} * randomInt(${least}, ${most})` },
    },
    reason: `goes by ${length.name}`,
    named: true,
  };
}

const isAmount = ({ valueType: { kind }, generated }: ColumnModel): boolean =>
  generated === undefined && (kind === "decimal" || kind === "real" || kind === "integer");

function sumOfOwned({ model, table, column, words }: ColumnContext): Found | undefined {
  const total = totalName.test(words);
  if (!total && !moneyName.test(words)) return undefined;
  for (const [id, { owner }] of suggestOwners(model)) {
    const owned = owner === table.id ? findTable(model, id) : undefined;
    if (owned === undefined) continue;
    const part = partOf(owned, column);
    const product = part === undefined ? productOf(owned) : undefined;
    if (part === undefined && product === undefined) continue;
    const { from, without } = childrenShape(owned);
    const path = `${owned.id}.${part?.name ?? ""}`;
    return {
      rule:
        product === undefined
          ? { kind: "generate", generator: "aggregate", params: { figure: "sum", of: path } }
          : { kind: "generate", generator: "formula", params: { expression: `sum(${product})` } },
      reason: `sum of ${product ?? path}`,
      // An order's payments come to its total, and are not what it is made of.
      named: total && from > 0 && without === 0 && isLine(owned),
    };
  }
  return undefined;
}

const isLine = (owned: TableModel): boolean => /\b(?:line|item|detail|position|entry|row)s?$/.test(wordsOf(owned.name));

/** The column of owned rows that adds up: an amount of its own, or quantity × price computed by the database. */
function partOf(owned: TableModel, total: ColumnModel): ColumnModel | undefined {
  const numbers = owned.columns.filter(
    ({ valueType: { kind } }) => kind === "decimal" || kind === "real" || kind === total.valueType.kind,
  );
  return (
    numbers.find(({ name }) => lineTotalName.test(wordsOf(name))) ??
    numbers.find(({ generated, expression = "" }) => generated !== undefined && /\w+\s*\*\s*\w+/.test(expression))
  );
}

const isShare = ({ valueType }: ColumnModel): boolean =>
  valueType.kind === "real" ||
  (valueType.kind === "decimal" && (valueType.precision ?? 99) - (valueType.scale ?? 0) <= 1);

/** price × quantity of owned rows, less the share that a discount takes. */
function productOf(owned: TableModel): string | undefined {
  if (!owned.id.split(".").every((part) => plainName.test(part))) return undefined;
  const named = (pattern: RegExp): string | undefined => {
    const found = owned.columns.find((one) => isAmount(one) && pattern.test(wordsOf(one.name)));
    if (!found) return undefined;
    const path = `${owned.id}.${found.name}`;
    return plainName.test(found.name) ? path : `column(${JSON.stringify(path)})`;
  };
  const [price, quantity, discount] = [named(unitPriceName), named(quantityName), named(discountName)];
  if (price === undefined || quantity === undefined) return undefined;
  if (owned.columns.some((one) => discountName.test(wordsOf(one.name)) && !isShare(one))) return undefined;
  return discount === undefined ? `${price} * ${quantity}` : `${price} * ${quantity} * (1.0 - ${discount})`;
}

/** No check limits the column, but to be 0 or more, and its type has room for a sum. */
function isFree({ column, facts }: ColumnContext): boolean {
  const { valueType } = column;
  if (valueType.kind === "decimal" && (valueType.precision ?? 99) < 8) return false;
  if (facts.checks.length === 0) return true;
  const { minimum, maximum, choices, excluded, above, derived, multiple } = facts;
  if (facts.checks.length > 1 || minimum === undefined || !minimum.inclusive || Number(minimum.value) > 0) return false;
  return (
    maximum === undefined &&
    choices === undefined &&
    excluded.length === 0 &&
    above.length === 0 &&
    derived !== true &&
    multiple === undefined
  );
}
