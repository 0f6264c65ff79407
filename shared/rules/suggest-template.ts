import type { ColumnContext } from "./column-context.ts";
import type { Idea } from "./patterns/name-pattern.ts";
import { wordsOf } from "./words.ts";

const firstNames = /^(?:first ?name|given ?name|fore ?name|vorname|prenom|fornamn|imie|voornaam)$/;
const lastNames = /^(?:last ?name|sur ?name|family ?name|nach ?name|apellidos?|efternamn|nazwisko|achternaam|cognome)$/;

/** Templates over the row's own name columns, for columns that show the same person: e-mail, full name, user name. */
export function personTemplates(context: ColumnContext, ideas: readonly Idea[]): readonly Idea[] {
  const { table, column, words } = context;
  if (ideas[0]?.generator === "slug" && slugName.test(words)) return slugTemplates(context);
  if (another.test(words)) return [];
  const named = (pattern: RegExp): string | undefined =>
    table.columns.find(
      (one) => pattern.test(wordsOf(one.name)) && one !== column && /^\w+$/.test(one.name) && !reserved.test(one.name),
    )?.name;
  const [first, last] = [named(firstNames), named(lastNames)];
  if (first === undefined || last === undefined) return [];
  const meant = ideas[0]?.generator;
  if (meant === "person.fullName") return [template(`{{${first}}} {{${last}}}`, 18)];
  if (meant !== "internet.email") return [];
  const more = { example: "anna.berg@example.com", letterCase: "lower", shortest: 14 } as const;
  return [template(`{{${first}|slug}}.{{${last}|slug}}@example.com`, 36, more)];
}

const slugName = /^(?:(?:url|seo) )?(?:slug|permalink|url ?key)$/;

/** A slug is the row's title or name as it stands in addresses; behind it the row's number where slugs must differ. */
function slugTemplates({ table, unique }: ColumnContext): readonly Idea[] {
  const shown = [/^(?:title|headline)$/, /^(?:name|label)$/, /^\w+ (?:title|name)$/].flatMap(
    (pattern) =>
      table.columns.find(
        ({ name, valueType }) =>
          valueType.kind === "text" && pattern.test(wordsOf(name)) && /^\w+$/.test(name) && !reserved.test(name),
      ) ?? [],
  )[0];
  if (shown === undefined) return [];
  const more = { example: "summer-sale-12", letterCase: "lower", shortest: 3 } as const;
  return [template(`{{${shown.name}|slug}}${unique ? "-{{seq}}" : ""}`, 30, more)];
}

/** Somebody else than the person of the row. */
const another =
  /\b(?:emergency|guardians?|mothers?|fathers?|parents?|spouse|partner|kin|referrer|referred|witness|supervisor|manager|contact|alternate|alternative|secondary|care of|created|updated|modified|approved)\b/;

/** Words that mean something else in a template. */
const reserved = /^(?:seq|random|yy|yyyy)$/;

const template = (text: string, longest: number, more: Partial<Idea> = {}): Idea => ({
  generator: "template",
  params: { text },
  longest,
  ...more,
});
