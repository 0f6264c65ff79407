/** The date of now, ISO, in UTC: machines in different time zones resolve "today" alike. */
export const todayIso = (now: Date = new Date()): string => now.toISOString().slice(0, 10);

/** The reference date of a run: "today" becomes the date of now. */
export const resolveNow = (now: string): string => (now === "today" ? todayIso() : now);
