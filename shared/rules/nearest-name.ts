/**
 * The name out of `names` that a person most likely meant by `typed`, or undefined where none is near. Compared without
 * case and separators first, then by the optimal string alignment distance (one third of the length may differ).
 */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  const wanted = plain(typed);
  if (wanted.length === 0 || wanted.length > 200) return undefined;
  let best: string | undefined;
  let bestDistance = Math.floor(Math.max(3, wanted.length) / 3) + 1;
  for (const name of names) {
    const candidate = plain(name);
    const lastPart = plain(name.slice(name.lastIndexOf(".") + 1));
    const distance = Math.min(
      alignmentDistance(wanted, candidate, bestDistance),
      // "firstName" means "person.firstName".
      lastPart === candidate ? bestDistance : alignmentDistance(wanted, lastPart, bestDistance),
    );
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_.-]+/g, "");

/** Damerau's distance without repeated edits of one place; `limit` where it is at least that. */
function alignmentDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((previous[j] ?? limit) + 1, (row[j - 1] ?? limit) + 1, (previous[j - 1] ?? limit) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? limit) + 1);
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return Math.min(limit, previous[b.length] ?? limit);
}
