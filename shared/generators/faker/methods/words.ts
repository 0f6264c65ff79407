import type { Faker } from "@faker-js/faker";
import { lengths, method, ordered, whole, type FakerMethod } from "./faker-method.ts";

type Range = { readonly min: number; readonly max: number };

const lorem = (
  id: string,
  label: string,
  help: string,
  [min, max, most, of]: readonly [number, number, number, string],
  draw: (f: Faker, range: Range) => string,
): FakerMethod =>
  method(
    `lorem.${id}`,
    label,
    help,
    "text",
    "align-left",
    `lorem ipsum placeholder text ${of}`,
    (f, p) => draw(f, ordered(p)),
    {
      params: lengths(min, max, most, of),
      least: 3,
    },
  );

const wordKinds = [
  ["noun", "Noun", "Nouns."],
  ["verb", "Verb", "Verbs."],
  ["adjective", "Adjective", "Adjectives."],
  ["adverb", "Adverb", "Adverbs."],
  ["conjunction", "Conjunction", "Conjunctions."],
  ["interjection", "Interjection", "Interjections."],
  ["preposition", "Preposition", "Prepositions."],
  ["sample", "Word", "Words of any kind."],
] as const;

/** Words and sentences. */
export const texts: readonly FakerMethod[] = [
  ...wordKinds.map(([id, label, help]) =>
    method(
      `word.${id}`,
      label,
      help,
      "text",
      "abc",
      "word term tag",
      (f, p) =>
        // faker looks for a word of that length, and takes any where there is none.
        p.min === 0 ? f.word[id]() : f.word[id]({ length: ordered(p), strategy: "closest" }),
      {
        params: {
          min: whole("At least", 0, 0, 20, "The fewest letters; 0: as they come."),
          max: whole("At most", 20, 1, 20, "The most letters, where a least is given."),
        },
      },
    ),
  ),
  method(
    "word.words",
    "Words",
    "Some words of any kind.",
    "text",
    "abc",
    "word term",
    (f, p) => f.word.words({ count: ordered(p) }),
    { params: lengths(1, 3, 200, "words") },
  ),
  lorem("word", "Latin word", "Words that mean nothing, by their length.", [3, 12, 20, "letters"], (f, length) =>
    f.lorem.word({ length, strategy: "closest" }),
  ),
  lorem("words", "Latin words", "Words that mean nothing.", [3, 3, 1000, "words"], (f, n) => f.lorem.words(n)),
  lorem("slug", "Latin slug", "Words that mean nothing, joined by hyphens.", [3, 3, 100, "words"], (f, n) =>
    f.lorem.slug(n),
  ),
  lorem("sentence", "Latin sentence", "Sentences that mean nothing.", [3, 10, 500, "words"], (f, n) =>
    f.lorem.sentence(n),
  ),
  lorem("sentences", "Latin sentences", "Some sentences that mean nothing.", [2, 6, 200, "sentences"], (f, n) =>
    f.lorem.sentences(n),
  ),
  lorem("paragraph", "Latin paragraph", "Paragraphs that mean nothing.", [3, 3, 200, "sentences"], (f, n) =>
    f.lorem.paragraph(n),
  ),
  lorem("paragraphs", "Latin paragraphs", "Some paragraphs that mean nothing.", [3, 3, 50, "paragraphs"], (f, n) =>
    f.lorem.paragraphs(n),
  ),
  lorem("lines", "Latin lines", "Lines that mean nothing, one sentence each.", [1, 5, 200, "lines"], (f, n) =>
    f.lorem.lines(n),
  ),
  method(
    "lorem.text",
    "Latin text",
    "Text that means nothing, of any shape.",
    "text",
    "align-left",
    "lorem ipsum placeholder",
    (f) => f.lorem.text(),
  ),
  method(
    "hacker.phrase",
    "Technical sentence",
    "Sentences that sound technical.",
    "text",
    "message",
    "phrase message comment log",
    (f) => f.hacker.phrase(),
  ),
  ...(
    [
      ["abbreviation", "Technical abbreviation", "Abbreviations such as HTTP."],
      ["adjective", "Technical adjective", "Adjectives of technology."],
      ["noun", "Technical noun", "Nouns of technology."],
      ["verb", "Technical verb", "Verbs of technology."],
      ["ingverb", "Technical verb in -ing", "What somebody is doing with technology."],
    ] as const
  ).map(([id, label, help]) =>
    method(`hacker.${id}`, label, help, "text", "code", "it computer word", (f) => f.hacker[id]()),
  ),
  method(
    "datatype.boolean",
    "True or false",
    "true with a probability.",
    "numbers",
    "toggle-left",
    "boolean bool flag",
    (f, p) => f.datatype.boolean(p.probability / 100),
    {
      kind: "boolean",
      params: { probability: whole("Probability", 50, 0, 100, "Of true, in percent.") },
    },
  ),
];
