import type { Parsed } from "./parse-count.ts";

/** Reads a share of NULLs in percent: "19", "19%", "0.5 %", "none". The answer is 0 to 1. */
export function parseShare(text: string): Parsed<number> {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === "" || trimmed === "none") return { ok: true, value: 0 };
  if (trimmed === "all") return { ok: true, value: 1 };
  const match = /^(\d+(?:[.,]\d+)?)\s*%?$/.exec(trimmed);
  if (!match) return { ok: false, cause: "Type a share from 0 to 100%" };
  const percent = Number((match[1] ?? "").replace(",", "."));
  if (percent > 100) return { ok: false, cause: "At most 100%" };
  // Six digits keep 0.0001% apart and drop the noise of the division.
  return { ok: true, value: Number((percent / 100).toFixed(8)) };
}

/** 0.19 → "19%", 0.125 → "12.5%", 0.0005 → "0.05%", 0 → "0". */
export function formatShare(share: number): string {
  if (share === 0) return "0";
  const percent = share * 100;
  if (percent < 0.01) return "<0.01%";
  return `${trimZeros(percent.toFixed(percent < 1 ? 2 : 1))}%`;
}

/** The text that an editor of a share starts from: exact, not rounded. */
export function shareText(share: number): string {
  return `${trimZeros((share * 100).toFixed(6))}%`;
}

function trimZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
