// Numbers as the window shows them. Own rules, so that a screen looks the same on every machine.

/** A whole number with separators: 1,000,000. */
export function formatInteger(value: number): string {
  const digits = Math.abs(Math.trunc(value)).toString();
  const grouped = digits.replaceAll(/\B(?=(\d{3})+$)/gu, ",");
  return value < 0 ? `−${grouped}` : grouped;
}

const bigUnits = [
  { size: 1e12, unit: "tn" },
  { size: 1e9, unit: "bn" },
  { size: 1e6, unit: "M" },
] as const;

const threeDigits = (value: number): string => {
  const text = value < 10 ? value.toFixed(1) : Math.round(value).toString();
  return text.endsWith(".0") ? text.slice(0, -2) : text;
};

/** A count for the frame: 347, 15,607, 40 k, 8.8 M, 281 M, 2 bn. */
export function formatCount(value: number): string {
  // A step below the unit already where rounding would reach it: 999,950 is 1 M, not 1000 k.
  const big = bigUnits.find(({ size }) => value >= size * 0.9995);
  if (big) return `${threeDigits(Math.max(1, value / big.size))} ${big.unit}`;
  if (value >= 100_000 || (value >= 20_000 && value % 1000 === 0)) return `${Math.round(value / 1000)} k`;
  return formatInteger(value);
}

/** "1 row", "50 M rows". */
export const formatRows = (count: number): string => counted(count, "row");

/** "1 error", "2 errors". */
export const counted = (count: number, noun: string): string =>
  `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;

/** Bytes in decimal units: 980 B, 61 kB, 1.2 MB. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = "B";
  for (const next of ["kB", "MB", "GB", "TB"]) {
    if (value < 999.5) break;
    value /= 1000;
    unit = next;
  }
  return `${unit === "B" ? Math.round(value) : threeDigits(value)} ${unit}`;
}

/** Seconds as a person says them: 0.2 s, 12 s, 2 min 20 s, 1 h 4 min. */
export function formatDuration(seconds: number): string {
  if (seconds < 9.95) return `${Math.max(0, seconds).toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${(minutes - rest) / 60} h ${rest} min`;
}

/** Milliseconds in the engine: 0.4 ms, 12 ms. */
export const formatMilliseconds = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

/** A share, 0 to 1, as a percentage without a space: 0%, 0.4%, 62%. */
export function formatPercent(share: number): string {
  const percent = share * 100;
  if (percent === 0 || percent >= 99.95) return `${Math.round(percent)}%`;
  if (percent < 0.1) return "<0.1%";
  return `${percent < 10 ? threeDigits(percent) : Math.min(99, Math.round(percent))}%`;
}

const twoDigits = (value: number): string => value.toString().padStart(2, "0");

/** The time of day in local time, for something that happened just now: 14:32. */
export function formatTime(iso: string): string {
  const time = new Date(iso);
  return `${twoDigits(time.getHours())}:${twoDigits(time.getMinutes())}`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** When something was, seen from `now`: "Today, 14:32", "Yesterday", "18 Nov", "18 Nov 2024". */
export function formatWhen(iso: string, now: Date): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return "";
  const day = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((day(now) - day(time)) / 86_400_000);
  if (days === 0) return `Today, ${formatTime(iso)}`;
  if (days === 1) return "Yesterday";
  const date = `${time.getDate()} ${months[time.getMonth()] ?? ""}`;
  return time.getFullYear() === now.getFullYear() ? date : `${date} ${time.getFullYear()}`;
}
