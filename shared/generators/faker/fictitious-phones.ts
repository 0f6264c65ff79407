// Numbers that the authorities of a country keep for films and examples, so that nobody is called: # is any digit, ! one from 2 to 9.

export type PhoneStyle = "national" | "international" | "human";

/** Fictitious numbers of an area of the North American Numbering Plan. */
export const areaFormat = (code: string, style: PhoneStyle): string =>
  style === "international" ? `+1${code}55501##` : `(${code}) 555-01##`;

/** Area codes of large cities. */
const areas = (codes: string): readonly string[] => codes.split(" ").map((code) => areaFormat(code, "national"));

const byCountry: Readonly<Record<string, { readonly prefix: string; readonly national: readonly string[] }>> = {
  // North American Numbering Plan: 555-0100 to 555-0199 of any area.
  US: {
    prefix: "1",
    national: areas(
      "202 206 210 212 213 214 215 216 303 305 312 313 314 317 323 330 404 405 407 408 410 412 414 415 419 423 424 469 480 502 503 504 510 512 513 515 518 520 602 603 612 614 615 617 619 702 704 713 716 718 720 773 801 804 808 816 817 831 901 904 907 916 919 972",
    ),
  },
  CA: {
    prefix: "1",
    national: areas("204 226 236 250 289 306 403 416 418 438 506 514 519 587 604 613 647 705 709 778 780 819 902 905"),
  },
  // Ofcom, numbers for drama.
  GB: {
    prefix: "44",
    national: ["020 7946 0###", "01632 960###", "07700 900###", "0161 496 0###", "0121 496 0###", "0113 496 0###"],
  },
  // Australian Communications and Media Authority, numbers for films.
  AU: { prefix: "61", national: ["(02) 5550 ####", "(03) 5550 ####", "(07) 5550 ####", "(08) 5550 ####"] },
  // Arcep, decision 2018-0881.
  FR: {
    prefix: "33",
    national: [
      "01 99 00 ## ##",
      "02 61 91 ## ##",
      "03 53 01 ## ##",
      "04 65 71 ## ##",
      "05 36 49 ## ##",
      "06 39 98 ## ##",
    ],
  },
  // Bundesnetzagentur, numbers for media.
  DE: {
    prefix: "49",
    national: [
      "030 23125###",
      "040 66969###",
      "069 90009###",
      "089 99998###",
      "0221 4710###",
      "0171 39200##",
      "0176 040690##",
    ],
  },
  // Post- och telestyrelsen, numbers for film and literature.
  SE: { prefix: "46", national: ["08-465 004 ##", "031-390 06 ##", "040-628 04 ##", "0980-319 2##", "070-174 06 ##"] },
  // ComReg, numbers for drama.
  IE: { prefix: "353", national: ["020 91# ####"] },
};

/** The formats of a country's fictitious numbers; undefined where it has none. `national` has the blanks that people write. */
export function fictitiousPhones(country: string, style: PhoneStyle): readonly string[] | undefined {
  const found = byCountry[country];
  if (style !== "international") return found?.national;
  return found?.national.map((format) => `+${found.prefix}${format.replaceAll(/[^\d#!]/g, "").replace(/^0/, "")}`);
}
