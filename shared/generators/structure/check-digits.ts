/** How a code's check characters follow from the others. */
export interface CodeForm {
  readonly id: string;
  readonly label: string;
  /** What stands first in every code: a range that belongs to nobody where there is one. */
  readonly prefix: string;
  /** The characters of the payload behind the prefix, and how many there are. */
  readonly alphabet: string;
  readonly length: number;
  /** The whole code for a payload, prefix included. */
  complete(payload: string): string;
}

const digits = "0123456789";
const valueOf = (sign: string): number => Number.parseInt(sign, 36);
const sum = (text: string, weight: (place: number) => number): number =>
  Array.from(text).reduce((total, sign, place) => total + valueOf(sign) * weight(place), 0);

/** GS1 General Specifications, section 7.9: weights 3 and 1 from the right. */
const gs1 = (payload: string): string =>
  payload + ((10 - (sum(payload, (place) => ((payload.length - place) % 2 === 1 ? 3 : 1)) % 10)) % 10);

/** ISO/IEC 7812-1, annex B (H. P. Luhn). */
function luhn(payload: string): string {
  const total = Array.from(payload)
    .toReversed()
    .reduce((all, sign, place) => {
      const value = Number(sign) * (place % 2 === 0 ? 2 : 1);
      return all + (value > 9 ? value - 9 : value);
    }, 0);
  return payload + ((10 - (total % 10)) % 10);
}

/** The remainder by 97 of a text whose letters count as two digits, A = 10 (ISO/IEC 7064, MOD 97-10). */
const mod97 = (text: string): number =>
  Array.from(text, (sign) => String(valueOf(sign)))
    .join("")
    .split("")
    .reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** ISO 13616: check digits of an IBAN, for a country and its own account number. */
const iban = (country: string, account: string): string =>
  country + twoDigits(98 - mod97(`${account}${country}00`)) + account;

const mod11 = (payload: string, weight: (place: number) => number): number => (11 - (sum(payload, weight) % 11)) % 11;

// 49 CFR 565.15: letters count as digits, the ninth place is the check.
const vinValues: Readonly<Record<string, number>> = Object.fromEntries([
  ...Array.from(digits, (digit) => [digit, Number(digit)] as const),
  ...Array.from("ABCDEFGH", (letter, k) => [letter, k + 1] as const),
  ...Array.from("JKLMN", (letter, k) => [letter, k + 1] as const),
  ["P", 7],
  ["R", 9],
  ...Array.from("STUVWXYZ", (letter, k) => [letter, k + 2] as const),
]);
const vinWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

function vin(payload: string): string {
  const open = `${payload.slice(0, 8)}0${payload.slice(8)}`;
  const rest =
    Array.from(open).reduce((all, sign, place) => all + (vinValues[sign] ?? 0) * (vinWeights[place] ?? 0), 0) % 11;
  return `${payload.slice(0, 8)}${rest === 10 ? "X" : rest}${payload.slice(8)}`;
}

const nino = (payload: string): string => payload + ("ABCD"[Number(payload.at(-1)) % 4] ?? "A");

/** The codes, in the order of the form. */
export const codeForms: readonly CodeForm[] = [
  // 200 to 299 are for use within a shop: no product has them.
  { id: "EAN-13", label: "EAN-13", prefix: "2", alphabet: digits, length: 11, complete: gs1 },
  { id: "EAN-8", label: "EAN-8", prefix: "2", alphabet: digits, length: 6, complete: gs1 },
  { id: "UPC-A", label: "UPC-A", prefix: "2", alphabet: digits, length: 10, complete: gs1 },
  { id: "GTIN-14", label: "GTIN-14", prefix: "12", alphabet: digits, length: 11, complete: gs1 },
  { id: "ISBN-13", label: "ISBN-13", prefix: "978", alphabet: digits, length: 9, complete: gs1 },
  {
    id: "ISBN-10",
    label: "ISBN-10",
    prefix: "",
    alphabet: digits,
    length: 9,
    complete: (payload) => payload + ("0123456789X"[mod11(payload, (place) => 10 - place)] ?? "0"),
  },
  {
    id: "ISSN",
    label: "ISSN",
    prefix: "",
    alphabet: digits,
    length: 7,
    complete: (payload) =>
      `${payload.slice(0, 4)}-${payload.slice(4)}${"0123456789X"[mod11(payload, (place) => 8 - place)] ?? "0"}`,
  },
  // ISO 17442: prefix 0000 is no issuer's.
  {
    id: "LEI",
    label: "LEI",
    prefix: "000000",
    alphabet: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    length: 12,
    complete: (payload) => payload + twoDigits(98 - mod97(`${payload}00`)),
  },
  // 00 is the prefix of test devices (3GPP TS 23.003, GSMA TS.06).
  { id: "IMEI", label: "IMEI", prefix: "00", alphabet: digits, length: 12, complete: luhn },
  { id: "VIN", label: "VIN", prefix: "1ZZ", alphabet: "0123456789ABCDEFGHJKLMNPRSTUVWXYZ", length: 13, complete: vin },
  // Bank codes that no bank has: 00000000 in Germany, TEST in Britain, 0000 in the Netherlands' letters of a bank.
  {
    id: "IBAN-DE",
    label: "IBAN, Germany",
    prefix: "00000000",
    alphabet: digits,
    length: 10,
    complete: (payload) => iban("DE", payload),
  },
  {
    id: "IBAN-GB",
    label: "IBAN, Britain",
    prefix: "TEST000000",
    alphabet: digits,
    length: 8,
    complete: (payload) => iban("GB", payload),
  },
  {
    id: "IBAN-NL",
    label: "IBAN, Netherlands",
    prefix: "TEST",
    alphabet: digits,
    length: 10,
    complete: (payload) => iban("NL", payload),
  },
  {
    id: "IBAN-FR",
    label: "IBAN, France",
    prefix: "0000000000",
    alphabet: digits,
    length: 11,
    complete: (payload) => iban("FR", payload + frenchKey(payload)),
  },
  {
    id: "BIC",
    label: "BIC",
    // ZZ is no country's code (ISO 3166, for users).
    prefix: "",
    alphabet: "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    length: 4,
    complete: (payload) => `${payload}ZZ20`,
  },
  // Area numbers from 900 are never issued (SSA, "Randomization").
  {
    id: "SSN-US",
    label: "SSN, United States (never issued)",
    prefix: "9",
    alphabet: digits,
    length: 8,
    complete: (payload) => `${payload.slice(0, 3)}-${payload.slice(3, 5)}-${payload.slice(5)}`,
  },
  // The prefix QQ is not used (HMRC NIM39110).
  {
    id: "NINO-GB",
    label: "NI number, Britain (never issued)",
    prefix: "QQ",
    alphabet: digits,
    length: 6,
    complete: nino,
  },
  { id: "Luhn-16", label: "16 digits with Luhn's check", prefix: "0", alphabet: digits, length: 14, complete: luhn },
];

/** The key of a French account number: 97 − (89 bank + 15 branch + 3 account) mod 97. */
function frenchKey(payload: string): string {
  const [bank, branch, account] = [payload.slice(0, 5), payload.slice(5, 10), payload.slice(10)].map(Number);
  return twoDigits(97 - ((89 * (bank ?? 0) + 15 * (branch ?? 0) + 3 * (account ?? 0)) % 97));
}
