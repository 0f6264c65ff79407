import { choice, type Idea, type NamePattern } from "./name-pattern.ts";

const sometimes = (share: number): readonly Idea[] => [{ generator: "boolean", params: { true: share } }];
const letters = (share: number): readonly Idea[] => {
  const [yes, no] = [Math.round(share * 10), Math.round((1 - share) * 10)];
  return [
    choice({ Y: Math.max(1, yes), N: Math.max(1, no) }),
    choice({ true: Math.max(1, yes), false: Math.max(1, no) }),
  ];
};

/** Nouns that such a word only tells more of: "note private", "phone default". */
const told =
  "(?:notes?|comments?|message|text|description|phone|fax|e ?mail|mail|address|name|title|url|link|key|token|image|photo|file|document|icon|colou?r|reason|code|number|value|type)";
const likelyWords =
  "active|enabled|visible|available|verified|confirmed|published|approved|valid|public|in stock|subscribed|aktiv|activo|actif|current";
const unlikelyWords =
  "deleted|archived|banned|blocked|disabled|expired|locked|suspended|discontinued|hidden|deprecated|spam|fraud|test|super ?user|is ?staff|cancell?ed|refunded|private|draft|admin|failed|default|primary|featured|removed|inactive|anonymous|system|flagged|closed|del|standard|smoker|overdue|vip";
const likely = new RegExp(`(?<!\\b${told} )\\b(?:${likelyWords})$`);
const unlikely = new RegExp(`(?<!\\b${told} )\\b(?:${unlikelyWords})$`);

const asked = (words: string): RegExp => new RegExp(`^(?:is|has|was) ${words}$`);

/** Names that ask a question, whatever their last word: "is penalty", "has balance". They come before all else. */
export const questionPatterns: readonly NamePattern[] = [
  { name: asked(`.*\\b(?:${likelyWords})`), types: ["flag"], ideas: sometimes(0.9), nulls: 0 },
  { name: asked(`.*\\b(?:${unlikelyWords})`), types: ["flag"], ideas: sometimes(0.05), nulls: 0 },
  { name: asked(".*(?<! (?:id|count|date|at|on|by|type))"), types: ["flag"], ideas: sometimes(0.5), nulls: 0 },
];

/** Yes or no, as truth, number or letter. */
export const flagPatterns: readonly NamePattern[] = [
  { name: likely, types: ["flag"], ideas: sometimes(0.9), nulls: 0 },
  { name: unlikely, types: ["flag"], ideas: sometimes(0.05), nulls: 0 },
  {
    name: /^(?:is|has|can|was|does|did|will|may|must|should|allow|allows|enable|use|uses(?! (?:total|per|count|limit|left|customer|max))|needs|requires|show|shows|hide|send|notify|include|exclude|require|force|skip|ignore|receive|want|wants|ist|hat)\b|\b(?:flag|bool|yn|opt ?in|newsletter|consent|terms accepted)$/,
    types: ["flag"],
    ideas: sometimes(0.5),
    nulls: 0,
  },
  { name: likely, types: ["text"], ideas: letters(0.9), nulls: 0 },
  { name: unlikely, types: ["text"], ideas: letters(0.1), nulls: 0, vague: true },
  {
    name: /^(?:is|has|can|was|does|did|will|may|must|should)\b|\b(?:flag|flg|y ?n)$/,
    types: ["text"],
    ideas: letters(0.5),
    nulls: 0,
  },
  {
    name: /^(?:allow|allows|accept|accepts|enable|wants|needs|requires|defines|permit|permits|opt ?in|opt ?out)\b/,
    types: ["text"],
    ideas: [choice({ YES: 6, NO: 4 }), choice({ Y: 6, N: 4 })],
    nulls: 0,
    vague: true,
  },
];
