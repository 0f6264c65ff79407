/** The number of single-character insertions, deletions and replacements between two texts (Levenshtein 1966). */
export function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let k = 1; k <= b.length; k++) {
      const replaced = (above[k - 1] ?? 0) + (a.charCodeAt(i - 1) === b.charCodeAt(k - 1) ? 0 : 1);
      row.push(Math.min(replaced, (above[k] ?? 0) + 1, (row[k - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}

/**
 * The candidate that `name` was most likely meant to be, without regard to case; undefined where none is near: more than
 * a third of the letters would have to change. Of equally near ones it is the first.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}
