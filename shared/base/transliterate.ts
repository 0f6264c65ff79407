// Letters that do not come apart into an ASCII letter and a mark.
const latin: Readonly<Record<string, string>> = {
  ß: "ss", æ: "ae", Æ: "AE", œ: "oe", Œ: "OE", ø: "o", Ø: "O", đ: "d", Đ: "D", ð: "d", Ð: "D", þ: "th", Þ: "Th", ł: "l", Ł: "L",
  ı: "i", ħ: "h", Ħ: "H", ŋ: "ng", "’": "'", "‘": "'", "–": "-", "—": "-",
}; // prettier-ignore

// Cyrillic by the Ukrainian and Russian passport rules, simplified; Greek by ELOT 743, simplified.
const cyrillic = [
  "а a",
  "б b",
  "в v",
  "г g",
  "ґ g",
  "д d",
  "е e",
  "є ie",
  "ё e",
  "ж zh",
  "з z",
  "и i",
  "і i",
  "ї i",
  "й i",
  "к k",
  "л l",
  "м m",
  "н n",
  "о o",
  "п p",
  "р r",
  "с s",
  "т t",
  "у u",
  "ў u",
  "ф f",
  "х kh",
  "ц ts",
  "ч ch",
  "ш sh",
  "щ shch",
  "ъ",
  "ы y",
  "ь",
  "э e",
  "ю iu",
  "я ia",
  "ђ dj",
  "ј j",
  "љ lj",
  "њ nj",
  "ћ c",
  "џ dz",
];
const greek = [
  "α a",
  "β v",
  "γ g",
  "δ d",
  "ε e",
  "ζ z",
  "η i",
  "θ th",
  "ι i",
  "κ k",
  "λ l",
  "μ m",
  "ν n",
  "ξ x",
  "ο o",
  "π p",
  "ρ r",
  "σ s",
  "ς s",
  "τ t",
  "υ y",
  "φ f",
  "χ ch",
  "ψ ps",
  "ω o",
];

const table = new Map<string, string>(Object.entries(latin));
for (const entry of [...cyrillic, ...greek]) {
  const [letter = "", ascii = ""] = entry.split(" ");
  table.set(letter, ascii);
  table.set(letter.toUpperCase(), ascii.charAt(0).toUpperCase() + ascii.slice(1));
}

// Revised Romanization of Korean, syllable by syllable: a syllable is 0xac00 + (initial * 21 + vowel) * 28 + final.
const initials = "g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h".split(",");
const vowels = "a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i".split(",");
const finals = ",k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,t".split(",");

function hangul(point: number): string {
  const syllable = point - 0xac00;
  const vowel = Math.floor(syllable / 28) % 21;
  return `${initials[Math.floor(syllable / 588)] ?? ""}${vowels[vowel] ?? ""}${finals[syllable % 28] ?? ""}`;
}

const beyondAscii = /[\u0080-\uffff]/;

/**
 * A text in ASCII: marks are taken off Latin letters, Cyrillic, Greek and Hangul are written in Latin ones; what has no
 * such form (Chinese characters, kana, signs) is left out.
 */
export function toAscii(text: string): string {
  if (!beyondAscii.test(text)) return text;
  let ascii = "";
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    if (point < 0x80) ascii += letter;
    else if (point >= 0xac00 && point <= 0xd7a3) ascii += hangul(point);
    else ascii += table.get(letter) ?? baseLetters(letter);
  }
  return ascii;
}

function baseLetters(letter: string): string {
  let base = "";
  for (const part of letter.normalize("NFKD")) base += part < "\u0080" ? part : (table.get(part) ?? "");
  return base;
}

/** A text as part of an address: ASCII lower case letters and digits, joined by hyphens. */
export const toSlug = (text: string): string =>
  toAscii(text)
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
