import { nearest } from "../base/nearest.ts";

/** The name that was most likely meant; "firstNam" means "person.firstName" too. Undefined where none is near. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  if (typed.length > 100) return undefined;
  const whole = nearest(typed, names);
  if (whole !== undefined) return whole;
  const lastPart = (name: string): string => name.slice(name.lastIndexOf(".") + 1);
  const part = nearest(typed, names.map(lastPart));
  return names.find((name) => lastPart(name) === part);
}
