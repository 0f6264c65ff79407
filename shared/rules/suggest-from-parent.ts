import {
  referencedTable,
  type ColumnModel,
  type ForeignKeyModel,
  type SchemaModel,
  type TableModel,
} from "../schema/schema-model.ts";
import type { ColumnContext } from "./column-context.ts";
import { repeatedColumns } from "./copied-tables.ts";
import { holds } from "./keys/fitting-types.ts";
import type { GenerateRule, Suggestion } from "./rule.ts";
import { mainDate } from "./suggest-after.ts";
import { paidTotal, suggestOwners } from "./suggest-owner.ts";
import { keyColumns } from "./table-keys.ts";
import { nounOf, wordsOf } from "./words.ts";

/** What a row has from a row that it points to. */
export interface FromParent {
  readonly rule: GenerateRule;
  readonly reason: string;
  /** It comes before what the name alone says. */
  readonly sure: boolean;
}

/** A foreign key of one column, and the table that it points to. */
interface Step {
  readonly via: string;
  readonly key: ForeignKeyModel;
  readonly parent: TableModel;
}

const partyNoun =
  /\b(?:customer|client|user|account|member|person|patient|company|organi[sz]ation|buyer|contact|student|subscriber|tenant|kunde|cliente)$/;
const productNoun = /\b(?:product|item|article|track|song|film|movie|book|part|service|menu item|sku|variant)$/;
const addressOf = /^(?:bill(?:ing)?|invoice|ship(?:ping)?|delivery|recipient)(?: to)? (.+)$/;
const addressPart =
  /^(?:address(?: line)?(?: 1| 2)?|street(?: address)?|city|town|state|province|region|county|district|postal code|post code|postcode|zip(?: code)?|country(?: code)?)$/;
/** To whom an order is sent: the first of these that the customer has. */
const nameOrder = ["company name", "company", "full name", "customer name", "name", "contact name"];
const feeNoun = /\b(?:payment|charge|fee|bill|receipt)$/;
const feeName =
  /\b(?:(?:rental|daily|course|membership|subscription) ?(?:rate|fee|price)|price|fee|monthly ?(?:fee|price))$/;
const priceName = /\b(?:unit ?price|list ?price|sales? ?price|price|preis|precio|prix)$/;
const soon = /\b(?:payment|charge|receipt|refund|invoice|shipment|delivery|return|comment|reply|answer|message)$/;
/** A part of what it belongs to, which begins when that does or a little later. */
const partNoun = /\b(?:detail|segment|leg|stage|step|phase)$/;
const startName = /\b(?:start|begin) ?(?:at|on|date|time|datetime|ts)$/;
/** Rows that tell one after another what became of their owner. */
const historyNoun =
  /\b(?:history|log|event|status|stage|step|transition|tracking|change|activity|movement|milestone|journey)\b/;
const numberName =
  /\b(?:sort order|position|ordinal|sequence(?: (?:no|number))?|seq|step(?: (?:no|number))?|line (?:no|number|nr))$/;
const stageName =
  /^(?:(?:status ?|stage ?|event ?)?(?:changed|changed on|occurred|happened|entered|moved|recorded|logged|created|updated|started|reached|set)(?: ?(?:at|on|date|time|ts))?|at|timestamp|ts|(?:event|change|status|log) ?(?:at|date|time|ts|timestamp))$/;
const created = /^(?:created|inserted|placed|posted|opened|started)(?: ?(?:at|on|date|time|datetime|ts|timestamp))?$/;

/** Columns that repeat, or follow, what a parent row says: a billing address, the payer of a payment, a line's price, the day of a payment. */
export function suggestFromParent(table: TableModel, model: SchemaModel): ReadonlyMap<string, FromParent> {
  const found = new Map<string, FromParent>();
  const keys = keyColumns(table);
  const steps = table.foreignKeys.flatMap((key): Step[] => {
    const [via, ...more] = key.columns;
    const parent = referencedTable(model, key);
    return via === undefined || more.length > 0 || parent === undefined || parent.id === table.id
      ? []
      : [{ via, key, parent }];
  });
  const owner = suggestOwners(model).get(table.id)?.key;
  const offer = (
    column: ColumnModel,
    generator: string,
    path: string,
    reason: string,
    { sure = true, ...more }: Details = {},
  ): void => {
    if (keys.has(column.name) || column.generated !== undefined || found.has(column.name)) return;
    // Where no parent is pointed to, there is nothing to have from it. Every row has an owner.
    const via = table.columns.find(({ name }) => path.startsWith(`${name}.`));
    const always = via?.nullable === false || owner?.columns.includes(via?.name ?? "") === true;
    if (!always && !column.nullable) return;
    found.set(column.name, { rule: { kind: "generate", generator, params: { column: path, ...more } }, reason, sure });
  };
  for (const step of steps) {
    if (partyNoun.test(nounOf(step.parent.name))) addresses(table, step, offer);
    repeated(table, step, offer);
    names(table, step, offer);
    prices(table, step, offer);
    if (step.key !== owner) continue;
    settled(table, step, offer);
    fees(table, model, step, offer);
    parties(table, model, step, offer);
    history(table, step, offer);
    if (soon.test(nounOf(table.name)) || partNoun.test(nounOf(table.name))) days(table, step, offer);
  }
  return found;
}

/** Parameters besides the path, and whether the row is sure to be meant so. */
type Details = { readonly sure?: boolean; readonly [parameter: string]: unknown };
type Offer = (column: ColumnModel, generator: string, path: string, reason: string, details?: Details) => void;

/** A table that says again what its parent says: film_text with the title of films. */
function repeated(table: TableModel, { via, parent }: Step, offer: Offer): void {
  for (const [column, from] of repeatedColumns(table, parent, via) ?? [])
    offer(column, "copy", `${via}.${from.name}`, `that of its row of ${parent.name}`);
}

/** A history that keeps the name of what it is of: connection_name beside connection_id. */
function names(table: TableModel, { via, key, parent }: Step, offer: Offer): void {
  for (const column of table.columns) {
    const from = parent.columns.find(({ name }) => name === column.name && !key.referencedColumns.includes(name));
    const foreign = table.foreignKeys.some(({ columns }) => columns.includes(column.name));
    // Only what is called after the parent is the parent's: a postal_code beside one is the row's own.
    const stem = / (?:name|title|number|code)$/.test(wordsOf(column.name))
      ? wordsOf(column.name).replace(/ \w+$/, "")
      : undefined;
    if (from === undefined || foreign || stem === undefined || !` ${nounOf(parent.name)}`.endsWith(` ${stem}`))
      continue;
    if (from.generated === undefined && holds(column, from))
      offer(column, "copy", `${via}.${from.name}`, `that of its row of ${parent.name}`);
  }
}

/** The address of an order is its customer's: all of it, so that no street is in another's city. */
function addresses(table: TableModel, { via, parent }: Step, offer: Offer): void {
  const parts = table.columns.flatMap((column) => {
    const part = addressOf.exec(wordsOf(column.name))?.[1];
    return part === undefined || !addressPart.test(part) ? [] : [{ column, part }];
  });
  const copies = parts.map(({ column, part }) => ({
    column,
    from: parent.columns.find((one) => wordsOf(one.name) === part && holds(column, one)),
  }));
  if (copies.length < 2 || copies.some(({ from }) => from === undefined)) return;
  const addressee = table.columns.find(({ name }) => addressOf.exec(wordsOf(name))?.[1] === "name");
  const named = nameOrder.flatMap((words) => parent.columns.find((one) => words === wordsOf(one.name)) ?? []);
  const whose = addressee && named.find((one) => holds(addressee, one));
  if (addressee && whose)
    offer(addressee, "copy", `${via}.${whose.name}`, `the ${wordsOf(whose.name)} of its row of ${parent.name}`);
  for (const { column, from } of copies)
    if (from !== undefined) offer(column, "copy", `${via}.${from.name}`, `the address of its row of ${parent.name}`);
}

function prices(table: TableModel, { via, parent }: Step, offer: Offer): void {
  const price = parent.columns.find(({ name, generated }) => priceName.test(wordsOf(name)) && generated === undefined);
  const own = table.columns.find(({ name }) =>
    /\b(?:unit ?price|item ?price|price|list ?price|unit ?cost)$/.test(wordsOf(name)),
  );
  const sure =
    productNoun.test(nounOf(parent.name)) && /\b(?:line|item|detail|position|entry)$/.test(nounOf(table.name));
  // A price is suggested without NULLs, also where its column takes them.
  if (price !== undefined && own !== undefined && holds(own, { ...price, nullable: false }))
    offer(own, "copy", `${via}.${price.name}`, `the price of its row of ${parent.name}`, { sure });
}

/** What is paid at once: the total of the order that the payment belongs to. */
function settled(table: TableModel, { via, parent }: Step, offer: Offer): void {
  const own = table.columns.find(({ name }) => /^(?:\w+ )?amount$|^amount paid$/.test(wordsOf(name)));
  const total = paidTotal(table, parent);
  if (own !== undefined && total !== undefined && holds(own, { ...total, nullable: false }))
    offer(own, "copy", `${via}.${total.name}`, `the ${wordsOf(total.name)} of its row of ${parent.name}`);
}

/** What is paid for: the price of the only thing that the row it belongs to leads to, up to three steps away. */
function fees(table: TableModel, model: SchemaModel, { via, parent }: Step, offer: Offer): void {
  const own = table.columns.find(({ name }) => /^(?:\w+ )?amount$/.test(wordsOf(name)));
  // What tells its own sum, or is made of lines, has another price than that of a thing.
  const summed = parent.columns.some(({ name }) => /\b(?:amount|total|price|sum)$/.test(wordsOf(name)));
  if (own === undefined || summed || !feeNoun.test(nounOf(table.name))) return;
  let reached: readonly { readonly at: TableModel; readonly path: string }[] = [{ at: parent, path: via }];
  const seen = new Set([table, parent]);
  for (let step = 0; step < 3; step++) {
    reached = reached.flatMap(({ at, path }) =>
      at.foreignKeys.flatMap((key) => {
        const next = referencedTable(model, key);
        const [name = "", ...more] = key.columns;
        const always = at.columns.find((one) => one.name === name)?.nullable === false;
        if (next === undefined || more.length > 0 || !always || seen.has(next)) return [];
        seen.add(next);
        return [{ at: next, path: `${path}.${name}` }];
      }),
    );
    for (const { at, path } of reached) {
      const price = at.columns.find((one) => one.generated === undefined && feeName.test(wordsOf(one.name)));
      if (price === undefined || !holds(own, price)) continue;
      offer(own, "copy", `${path}.${price.name}`, `the ${wordsOf(price.name)} of its ${nounOf(at.name)}`);
      return;
    }
  }
}

/** Who pays is who rented: the party of the row that this one belongs to. */
function parties(table: TableModel, model: SchemaModel, { via, parent }: Step, offer: Offer): void {
  for (const key of table.foreignKeys) {
    const [name, ...more] = key.columns;
    const party = referencedTable(model, key);
    if (
      name === undefined ||
      more.length > 0 ||
      name === via ||
      party === undefined ||
      !partyNoun.test(nounOf(party.name))
    )
      continue;
    const theirs = parent.foreignKeys.find(
      (one) => one.columns.length === 1 && one.columns[0] === name && referencedTable(model, one) === party,
    );
    const [column, from] = [table, parent].map((one) => one.columns.find((each) => each.name === name));
    if (theirs !== undefined && column !== undefined && from !== undefined && holds(column, from))
      offer(column, "copy", `${via}.${name}`, `the ${nounOf(party.name)} of its row of ${parent.name}`);
  }
}

/** The moments of a history rise along its numbers, from when its owner began. */
function history(table: TableModel, { via, parent }: Step, offer: Offer): void {
  if (!historyNoun.test(nounOf(table.name))) return;
  const isDay = ({ valueType: { kind } }: ColumnModel): boolean => kind === "date" || kind === "timestamp";
  const number = table.columns.find(
    ({ name, valueType }) => valueType.kind === "integer" && numberName.test(wordsOf(name)),
  );
  const moment = table.columns.find((one) => isDay(one) && stageName.test(wordsOf(one.name)));
  const main = mainDate(parent);
  const begun = parent.columns.find(
    (one) => isDay(one) && (main.test(wordsOf(one.name)) || created.test(wordsOf(one.name))),
  );
  if (number === undefined || moment === undefined || begun === undefined || (begun.nullable && !moment.nullable))
    return;
  offer(
    moment,
    "after-column",
    `${via}.${begun.name}`,
    `rises along ${number.name} from ${begun.name} of its ${nounOf(parent.name)}`,
    {
      min: 0,
      max: 3,
      along: "owner",
      future: "never",
    },
  );
}

function days(table: TableModel, { via, parent }: Step, offer: Offer): void {
  const isDay = ({ valueType: { kind } }: ColumnModel): boolean => kind === "date" || kind === "timestamp";
  const begins = ({ columns }: TableModel, main: RegExp): ColumnModel | undefined =>
    columns.find(
      (one) =>
        isDay(one) && one.generated === undefined && (main.test(wordsOf(one.name)) || created.test(wordsOf(one.name))),
    );
  const main = [begins(table, mainDate(table)), begins(parent, mainDate(parent))];
  const [later, earlier] = main.includes(undefined) ? [begins(table, startName), begins(parent, startName)] : main;
  if (later === undefined || earlier === undefined || (earlier.nullable && !later.nullable)) return;
  offer(later, "after-column", `${via}.${earlier.name}`, `follows ${earlier.name} of its row of ${parent.name}`, {
    min: 0,
    max: partNoun.test(nounOf(table.name)) ? 1 : 3,
  });
}

/** The suggestion with what the parent says first, where no check could stand against it. */
export function withParent(context: ColumnContext, suggestion: Suggestion, found: FromParent | undefined): Suggestion {
  const { facts, unique, catalogue, column } = context;
  if (found === undefined || unique || suggestion.rule.kind !== "generate") return suggestion;
  const generator = catalogue.get(found.rule.generator);
  const only = facts.minimum;
  const harmless =
    facts.checks.length === 0 ||
    (facts.checks.length === 1 && Number(only?.value ?? 1) <= 0 && facts.maximum === undefined);
  if (generator?.accepts(column.valueType) !== true || !harmless) return suggestion;
  const { rule, reasons, alternatives } = suggestion;
  if (!found.sure)
    return { ...suggestion, alternatives: [{ rule: found.rule, reason: found.reason }, ...alternatives].slice(0, 3) };
  return {
    rule: found.rule,
    reasons: [found.reason, ...reasons.slice(0, 1)],
    confidence: "high",
    alternatives: [
      { rule, reason: reasons[0] ?? "by its type" },
      ...alternatives.filter((other) => JSON.stringify(other.rule) !== JSON.stringify(found.rule)),
    ].slice(0, 3),
  };
}
