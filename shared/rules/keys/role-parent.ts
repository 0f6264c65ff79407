import type { ColumnModel, TableModel } from "../../schema/schema-model.ts";
import type { KeyName } from "./key-name.ts";
import type { KeyNames, KeyParent } from "./key-parents.ts";
import type { KeyConfidence } from "./proposed-key.ts";

interface RoleMatch {
  readonly parent: KeyParent;
  readonly confidence: KeyConfidence;
  readonly reason: string;
}

/** Words for a row of the same table: where the row hangs, or what it follows. */
const sameTable =
  /^(?:parent|root|ancestor|superior|predecessor|successor|previous|prev|next|original|origin|replaced by|replaces|supersedes|superseded by|reply to|in reply to|reports to|report to|duplicate of|copied from|merged into|master|base)$/;
/** Words for people over people. */
const leader = /^(?:manager|supervisor|boss|reports to|report to|mentor|lead|leader|superior|head)$/;
/** Words for somebody who did something, or looks after it. */
const doer =
  /(?:^| )(?:manager|supervisor|boss|owner|author|creator|editor|assignee|reviewer|approver|reporter|sender|recipient|receiver|rep|representative|agent|salesperson|created by|updated by|modified by|deleted by|approved by|assigned to|owned by|changed by|closed by|uploaded by)$/;
/** Tables of the people who work with a database, those who act first. */
const people = ["employee", "staff", "user", "account", "person", "people", "member", "worker", "agent"];
/** What a table of groups is called beside that of what is in them. */
const groups = ["group", "category", "folder", "directory", "class", "family"];

/** The table that a word for a role means, where no table is named. */
export function roleParent(
  { nouns, parents }: KeyNames,
  table: TableModel,
  column: ColumnModel,
  { stem, words, marked }: KeyName,
  mayBe: (parent: KeyParent) => boolean,
): RoleMatch | undefined {
  const role = stem.join(" ");
  const all = words.join(" ");
  if (!isRole(role, all)) return undefined;
  const main = parents.filter(
    (parent) =>
      mayBe(parent) && (parent.table.primaryKey.length !== 1 || parent.table.primaryKey[0] === parent.key.name),
  );
  const noun = nouns.get(table.id) ?? "";
  const own = parents.find((parent) => parent.table === table && main.includes(parent));
  const isPerson = people.includes(noun.split(" ").at(-1) ?? "");
  const group =
    role === "parent"
      ? main.find((parent) => parent.table !== table && groups.some((word) => parent.noun === `${noun} ${word}`))
      : undefined;
  if (group !== undefined)
    return {
      parent: group,
      confidence: "medium",
      reason: `The rows of ${group.table.id} are what those of ${table.id} lie in.`,
    };
  const ofSame = isSameTable(role) || sameTable.test(all);
  if (
    own !== undefined &&
    !isKeyColumn(table, column) &&
    (ofSame || (isPerson && leader.test(role))) &&
    (marked !== undefined || ofSame)
  ) {
    return {
      parent: own,
      confidence: "medium",
      reason: `Its name is a word for another row of ${table.id}, and its type is the key's.`,
    };
  }
  if (doer.test(role) || doer.test(all)) {
    const who = people.flatMap((word) => main.filter((parent) => parent.noun === word))[0];
    if (who !== undefined)
      return {
        parent: who,
        confidence: "low",
        reason: `Its name is a word for somebody, and ${who.table.id} are the people here.`,
      };
  }
  const via = agentNoun(role, main);
  return via === undefined
    ? undefined
    : { parent: via, confidence: "low", reason: `Its name says what a row of ${via.table.id} does.` };
}

const isRole = (role: string, all: string): boolean =>
  [role, all].some((words) => isSameTable(words) || leader.test(words) || doer.test(words)) ||
  /^\w+ (?:via|by)$/.test(role);

const isSameTable = (words: string): boolean =>
  sameTable.test(words) || /^(?:parent|root|previous|next) /.test(words) || words.endsWith(" parent");

const isKeyColumn = (table: TableModel, column: ColumnModel): boolean =>
  table.primaryKey.length === 1 && table.primaryKey[0] === column.name;

/** "ship via" and "shipped by" mean a shipper. */
function agentNoun(role: string, parents: readonly KeyParent[]): KeyParent | undefined {
  const [, verb] = /^(\w{3,}?)(?:ped|ed|d)? (?:via|by)$/.exec(role) ?? [];
  if (verb === undefined) return undefined;
  const found = parents.filter(({ noun }) => new RegExp(`^${verb}.?(?:er|or)$`).test(noun));
  return found.length === 1 ? found[0] : undefined;
}
