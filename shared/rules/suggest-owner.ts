import {
  referencedTable,
  type ColumnModel,
  type ForeignKeyModel,
  type SchemaModel,
  type TableId,
  type TableModel,
} from "../schema/schema-model.ts";
import { tableFacts } from "./column-facts.ts";
import { belongsToCountry, isJunction, isLookup, isSupporting } from "./table-kind.ts";
import { isRequired } from "./table-keys.ts";
import { nounOf, wordsOf } from "./words.ts";

/** The foreign key by whose parent the rows of a table are grouped. */
export interface OwnerSuggestion {
  readonly owner: TableId;
  readonly key: ForeignKeyModel;
}

const person =
  "customer|client|user|account|person|patient|member|guest|company|organi[sz]ation|employee|student|contact|author|supplier|vendor|kunde|cliente";
/** What belongs to what, by the nouns of child and parent. */
const belongings: readonly (readonly [child: RegExp, parent: RegExp])[] = (
  [
    [
      "order|purchase|invoice|rental|booking|reservation|subscription|sale|cart|basket|wish ?list|bestellung|pedido|commande",
      person,
    ],
    [
      "payment|shipment|delivery|refund|transaction|receipt|return|charge",
      "order|invoice|rental|booking|reservation|subscription|sale|purchase|account",
    ],
    [
      "address|phone|e ?mail|contact|card|payment method|profile|preference|setting|document|device|session|login|token|notification|note|attribute|address book",
      person,
    ],
    [
      "review|rating|comment|image|photo|picture|price|variant|attribute|option|translation|inventory|stock|tag",
      "product|item|article|film|movie|book|post|track|place|restaurant|hotel|recipe|video",
    ],
    [
      "post|article|ticket|message|comment|blog|playlist|task|issue",
      `${person}|blog|thread|conversation|chat|forum|project|channel|post|board|topic|ticket`,
    ],
    [
      "visit|appointment|prescription|admission|encounter|diagnosis|allergy|observation|condition|measurement|procedure|immunization|claim|death|specimen|note|exposure|era|episode|occurrence|period|cost",
      "patient|person|visit|policy",
    ],
    ["enrollment|enrolment|grade|attendance|submission|exam", "student|course|class|assignment"],
    ["album", "artist|band"],
    ["track|song", "album"],
    [
      "line|item|detail|position|entry|row|step|event|history|log|version|revision",
      "order|invoice|cart|basket|purchase|list|document|receipt|shipment|journal|transaction|recipe|quote|offer|process|ticket",
    ],
    ["chapter|edition|copy", "book"],
    ["episode|season", "series|show|season"],
  ] as const
).map(([child, parent]) => [new RegExp(`\\b(?:${child})$`), new RegExp(`\\b(?:${parent})$`)]);

const ownedSettings = /\b(?:attribute|parameter|setting|property|preference|option)$/;

/** Below this a foreign key does not make its parent the owner. */
const enough = 1.5;

/** How strongly `key` says that `table` belongs to `parent`. */
function strength(table: TableModel, parent: TableModel, key: ForeignKeyModel): number {
  if (belongsToCountry(table, parent) !== undefined) return 3;
  const [child, owner] = [nounOf(table.name), nounOf(parent.name)];
  const contained = child !== owner && child.startsWith(`${owner} `);
  // The attributes of a group are the group's, though all else that points to groups is not.
  if (isLookup(parent) && !(contained && ownedSettings.test(child) && table.primaryKey.length > 1)) return 0;
  // The details of a visit are those of a "visit occurrence".
  const [, whole] = /^(.+) (?:detail|line|item|entry|step)$/.exec(child) ?? [];
  const detailed = !contained && whole !== undefined && owner.startsWith(`${whole} `);
  const inKey = key.columns.every((name) => table.primaryKey.includes(name));
  const leads = table.primaryKey.slice(0, key.columns.length).every((name) => key.columns.includes(name));
  return (
    (contained ? 3 + owner.split(" ").length : 0) +
    (detailed ? 3 : 0) +
    (belongings.some(([one, other]) => one.test(child) && other.test(owner)) ? 3 : 0) +
    (inKey ? (leads ? 3 : 2) : 0) +
    (/cascade/i.test(key.onDelete ?? "") ? 1 : 0) +
    (isRequired(table, key) ? 1 : -1.5) -
    (isSupporting(parent) && !contained && !inKey ? 3 : 0)
  );
}

const cache = new WeakMap<SchemaModel, ReadonlyMap<TableId, OwnerSuggestion>>();

/** The suggested owners of a model's tables; made once a model. */
export function suggestOwners(model: SchemaModel): ReadonlyMap<TableId, OwnerSuggestion> {
  const known = cache.get(model);
  if (known !== undefined) return known;
  const owners = ownersOf(model);
  cache.set(model, owners);
  return owners;
}

/**
 * The owner of each table that has one. At most one a table, and never in a ring: the strongest are taken first; ties go by
 * the model's order of tables and keys.
 */
function ownersOf(model: SchemaModel): ReadonlyMap<TableId, OwnerSuggestion> {
  const owners = new Map<TableId, OwnerSuggestion>();
  const claims = model.tables.flatMap((table) =>
    table.foreignKeys.flatMap((key) => {
      const parent = referencedTable(model, key);
      if (parent === undefined || parent === table || key.columns.length === 0) return [];
      if (isLookup(table) && belongsToCountry(table, parent) === undefined) return [];
      // Rows that have it or another of several parents lie by none of them.
      if (isOptional(table, key, model)) return [];
      const weight = strength(table, parent, key);
      return weight >= enough ? [{ table, parent, key, weight }] : [];
    }),
  );
  for (const { table, parent, key } of claims.toSorted((a, b) => b.weight - a.weight)) {
    if (owners.has(table.id) || leadsTo(owners, parent.id, table.id)) continue;
    owners.set(table.id, { owner: parent.id, key });
  }
  return owners;
}

function isOptional(table: TableModel, key: ForeignKeyModel, { engine }: SchemaModel): boolean {
  if (table.checks.length === 0 || isRequired(table, key)) return false;
  const facts = tableFacts(table, engine);
  return key.columns.some((name) => facts.of(name).when !== undefined || facts.of(name).nulls !== undefined);
}

function leadsTo(owners: ReadonlyMap<TableId, OwnerSuggestion>, from: TableId, to: TableId): boolean {
  for (let id: TableId | undefined = from; id !== undefined; id = owners.get(id)?.owner) if (id === to) return true;
  return false;
}

/** The total that payments of an order, an invoice or a sale come to: what one payment pays at once. */
export function paidTotal(table: TableModel, owner: TableModel): ColumnModel | undefined {
  if (!/\bpayment$/.test(nounOf(table.name)) || !/\b(?:order|invoice|sale|purchase|booking)$/.test(nounOf(owner.name)))
    return undefined;
  return owner.columns.find(
    ({ name, valueType }) =>
      valueType.kind === "decimal" &&
      /^(?:(?:grand|order|invoice) ?)?total(?: ?(?:amount|price|due))?$/.test(wordsOf(name)),
  );
}

/** How many rows a row of `owner` has in this table. */
export function childrenShape(
  table: TableModel,
  owner?: TableModel,
): {
  readonly from: number;
  readonly to: number;
  readonly average: number;
  readonly without: number;
} {
  const noun = nounOf(table.name);
  if (owner !== undefined && paidTotal(table, owner) !== undefined)
    return { from: 1, to: 1, average: 1, without: 0.05 };
  if (/\b(?:payment|shipment|delivery|receipt|refund|charge)$/.test(noun))
    return { from: 1, to: 2, average: 1.1, without: 0 };
  if (/\b(?:address|phone|contact|card|payment method)$/.test(noun))
    return { from: 1, to: 3, average: 1.4, without: 0 };
  if (/\b(?:review|rating|comment|return|complaint)$/.test(noun)) return { from: 1, to: 8, average: 3, without: 0.4 };
  // Nobody dies twice, and most are alive.
  if (/\bdeath$/.test(noun)) return { from: 1, to: 1, average: 1, without: 0.8 };
  if (isJunction(table)) return { from: 1, to: 4, average: 2, without: 0 };
  return { from: 1, to: 5, average: 2.5, without: 0 };
}
