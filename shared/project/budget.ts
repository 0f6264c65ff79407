import { z } from "zod";

const units = { GB: 1e9, MB: 1e6, kB: 1e3 } as const;
const words = /^(\d{1,9})(?:\.(\d{1,3}))?\s*([kMG]B)$/;

/** The size that a project's exported files should stay under, in bytes. */
export const budgetSchema = z.int().min(1);

/** As the file has it: `10 MB`, `500 kB`, or a number of bytes. Powers of 1000, as disks are sold. */
export const budgetWordsSchema = z.preprocess((value) => {
  const match = typeof value === "string" ? words.exec(value.trim()) : null;
  if (match === null) return value;
  const [, whole = "", fraction = "", unit = "MB"] = match;
  const factor = Object.entries(units).find(([name]) => name === unit)?.[1] ?? 1;
  return Number(whole) * factor + (Number(fraction.padEnd(3, "0")) * factor) / 1000;
}, budgetSchema);

/** The shortest form that reads back as the same number of bytes. */
export function budgetWords(bytes: number): string | number {
  const unit = Object.entries(units).find(([, factor]) => bytes % factor === 0);
  return unit === undefined ? bytes : `${bytes / unit[1]} ${unit[0]}`;
}
