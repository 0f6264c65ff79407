const key = "seedloom.recent-rules";
const most = 8;

/** The generators chosen last on this machine, the latest first. Only their ids: parameters may hold what is in the data. */
export function recentRules(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === "string").slice(0, most) : [];
  } catch {
    // A browser may forbid storage, and a person may edit it.
    return [];
  }
}

export function rememberRule(id: string): void {
  try {
    localStorage.setItem(key, JSON.stringify([id, ...recentRules().filter((other) => other !== id)].slice(0, most)));
  } catch {
    // As above: nothing is remembered.
  }
}
