import { allPatterns } from "./ideas-by-name.ts";
import { referenceIdea } from "./patterns/references.ts";
import { typeGroups, type Idea } from "./patterns/name-pattern.ts";
import { wordsOf } from "./words.ts";

/** An idea for what a person typed; `vague` where the words may as well mean something else. */
export interface WordsIdea extends Idea {
  readonly vague: boolean;
}

/**
 * The generators that a column of this name would be suggested, best first, each once: so that a search knows the words of
 * every language that suggestions know. `kind` is the column's kind of value; "unknown" takes all.
 */
export function ideasForWords(text: string, kind: string): readonly WordsIdea[] {
  const words = wordsOf(text);
  const found = new Map<string, WordsIdea>();
  for (const pattern of allPatterns) {
    const match = pattern.name.exec(words);
    if (match === null || match[0].trim() === "") continue;
    if (kind !== "unknown" && !pattern.types.some((group) => typeGroups[group].some((one) => one === kind))) continue;
    const before = words.slice(0, match.index).trim();
    if (pattern.subject !== undefined && !pattern.subject.test(before)) continue;
    // Nothing is known of other columns here.
    if (pattern.beside !== undefined || pattern.without !== undefined) continue;
    // Words that no pattern speaks of narrow what is meant, and are not to be lost.
    const vague = pattern.vague === true || before !== "";
    for (const idea of pattern.ideas) if (!found.has(idea.generator)) found.set(idea.generator, { ...idea, vague });
  }
  const listed = referenceIdea(words);
  if (listed !== undefined && (kind === "text" || kind === "unknown") && !found.has(listed.generator))
    found.set(listed.generator, { ...listed, vague: true });
  return [...found.values()];
}
