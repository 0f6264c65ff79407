import type { ColumnView, GeneratorCard } from "../../../../shared/api/views.ts";
import type { Rule } from "../../../../shared/rules/rule.ts";
import { fold } from "./fold-words.ts";
import type { RuleChoice } from "./rule-choice.ts";

const emptyWords =
  /^(?:(?:is |all |always )?null|empty|nothing|none|blank|no value|leer|nichts|vide|rien|vacio|nada|tom|tomt)$/;
const defaultWords = /^(?:(?:data ?base(?:'?s)? |column )?default|standard(?:wert)?|defaut|por defecto)$/;

/** The rules that are no generators, where a search names them and the column takes them: NULL, the database's default. */
export function otherChoices(query: string, { column }: ColumnView): readonly RuleChoice[] {
  const text = fold(query).trim();
  if (emptyWords.test(text) && column.nullable)
    return [choice("null", { kind: "null" }, "NULL", "Every row is NULL", "circle-off")];
  if (defaultWords.test(text) && column.default !== undefined)
    return [
      choice("default", { kind: "default" }, "Default", `${column.default}, set by the database`, "database-cog"),
    ];
  return [];
}

function choice(id: string, rule: Rule, label: string, description: string, icon: string): RuleChoice {
  const card: GeneratorCard = {
    id,
    label,
    help: description,
    category: "structure",
    keywords: [],
    icon,
    family: "none",
    localized: false,
    accepts: [],
    fields: [],
  };
  return { key: `other:${id}`, card, rule, description, telling: true };
}
