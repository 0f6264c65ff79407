/** What a text is about, and so which phrases it is made of. */
export const proseKinds = [
  "description",
  "story",
  "comment",
  "review",
  "praise",
  "mixed",
  "complaint",
  "message",
  "subject",
  "clinical",
  "reason",
  "keywords",
] as const;
export type ProseKind = (typeof proseKinds)[number];

/** A phrase is any beginning with any ending behind it: one list without endings is of whole phrases. */
export interface Phrases {
  readonly beginnings: readonly string[];
  readonly endings: readonly string[];
}

export type ProseLists = Readonly<Record<ProseKind, Phrases>>;

/** Phrases from two texts with a phrase, or the part of one, on every line. */
export const phrases = (beginnings: string, endings = ""): Phrases => ({
  beginnings: lines(beginnings),
  endings: endings === "" ? [""] : lines(endings),
});

const lines = (text: string): readonly string[] => text.trim().split(/\n\s*/);
